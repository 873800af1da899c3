import { Table, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { citationPhrase, parametersReadOfOthers, type Assembly } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { policiesQuery } from '../api/policy-api.ts'
import { useReferenceDate } from '../app/reference-date.ts'
import { useLanguage } from '../app/use-language.ts'
import { useParameterText } from '../elements/use-parameter-text.ts'
import { matchesSearch } from '../ui/search-text.ts'
import classes from './policies.module.css'

interface ParametersOfOthersProps {
  readonly assembly: Assembly
  readonly search: string
}

/** Values that the rules read of other policies, and where each is written. */
export const ParametersOfOthers = ({ assembly, search }: ParametersOfOthersProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { at } = useReferenceDate()
  const write = useParameterText(assembly)
  const titles = new Map((useQuery(policiesQuery(at)).data ?? []).map(({ id, title }) => [id, read(title)]))
  const found = parametersReadOfOthers(assembly).filter(({ parameter: { title } }) => matchesSearch(read(title), search))
  if (found.length === 0) return null
  return (
    <section className={classes['section']}>
      <Title order={2} mb="sm">{t('parameters.ofOthers')}</Title>
      <Table className={classes['cards'] ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="25%" miw={170}>{t('parameters.name')}</Table.Th>
            <Table.Th>{t('parameters.value')}</Table.Th>
            <Table.Th>{t('parameters.basis')}</Table.Th>
            <Table.Th>{t('parameters.writtenIn')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {found.map(({ programme, id, parameter }) => (
            <Table.Tr key={`${programme} ${id}`}>
              <Table.Td className={classes['name'] ?? ''}>{read(parameter.title)}</Table.Td>
              <Table.Td>{write(parameter).map((line) => <div key={line}>{line}</div>)}</Table.Td>
              <Table.Td data-label={t('parameters.basis')}>{parameter.citation && read(citationPhrase(parameter.citation))}</Table.Td>
              <Table.Td data-label={t('parameters.writtenIn')}><Link to="/policies/$programme" params={{ programme }} className={classes['link'] ?? ''}>{titles.get(programme) ?? programme}</Link></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
