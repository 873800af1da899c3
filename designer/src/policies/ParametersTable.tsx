import { Table, TextInput, VisuallyHidden } from '@mantine/core'
import { citationPhrase, parametersReadOfOthers, type Assembly, type Parameter } from '@tieuchi/runtime'
import { Fragment, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { ElementLink } from '../elements/ElementLink.tsx'
import { formatDay } from '../ui/day-text.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { matchesSearch } from '../ui/search-text.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useParameterText } from '../elements/use-parameter-text.ts'
import { ParametersOfOthers } from './ParametersOfOthers.tsx'
import classes from './policies.module.css'

interface ParametersTableProps {
  readonly assembly: Assembly
  /** At the end of each row: what can be done with it. */
  readonly renderAction?: (id: string, parameter: Parameter) => ReactNode
  /** In place of the value, where it can be written. */
  readonly renderValue?: (id: string, parameter: Parameter) => ReactNode
  /** Behind each row, a row of its own: what was found there. */
  readonly renderNote?: (id: string) => ReactNode
}

const certaintyColours: Readonly<Record<Parameter['certainty'], string>> = { seen: 'green', known: 'teal', assumed: 'yellow', open: 'orange' }

/** The named values of a release, each with unit, article and certainty, and those it reads of other policies. */
export const ParametersTable = ({ assembly, renderAction, renderValue, renderNote }: ParametersTableProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const write = useParameterText(assembly)
  const [search, setSearch] = useState('')
  const all = Object.entries(assembly.release.parameters)
  const found = all.filter(([, { title }]) => matchesSearch(read(title), search))
  if (all.length === 0 && parametersReadOfOthers(assembly).length === 0) return <EmptyList title={t('parameters.empty')} text={t('parameters.emptyText')} />
  return (
    <>
      <TextInput label={t('parameters.search')} value={search} onChange={(event) => setSearch(event.currentTarget.value)} maw={320} mb="md" type="search" />
      <Table className={classes['cards'] ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="25%" miw={170}>{t('parameters.name')}</Table.Th>
            <Table.Th>{t('parameters.value')}</Table.Th>
            <Table.Th>{t('parameters.basis')}</Table.Th>
            <Table.Th>{t('parameters.certainty')}</Table.Th>
            {renderAction && <Table.Th><VisuallyHidden>{t('timeline.actions')}</VisuallyHidden></Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {found.map(([id, parameter]) => (
            <Fragment key={id}>
              <Table.Tr>
                <Table.Td className={classes['name'] ?? ''}><ElementLink element={{ kind: 'parameter', id }}>{read(parameter.title)}</ElementLink></Table.Td>
                <Table.Td>
                  {renderValue?.(id, parameter) ?? write(parameter).map((line) => <div key={line}>{line}</div>)}
                  {parameter.overridable && <div className={classes['quiet']}>{t(`parameters.locally.${String(parameter.overridable) as 'true' | 'raise' | 'lower'}`)}</div>}
                </Table.Td>
                <Table.Td data-label={t('parameters.basis')}>{parameter.citation && read(citationPhrase(parameter.citation))}</Table.Td>
                <Table.Td data-label={t('parameters.certainty')}>
                  <StateBadge color={parameter.certainty === 'seen' && !parameter.confirmed ? certaintyColours.assumed : certaintyColours[parameter.certainty]}>{t(`parameters.certainty.${parameter.certainty}`)}</StateBadge>
                  <div className={classes['quiet']}>{parameter.confirmed ? t('parameters.confirmedOn', { day: formatDay(parameter.confirmed) }) : t('parameters.neverConfirmed')}</div>
                </Table.Td>
                {renderAction && <Table.Td>{renderAction(id, parameter)}</Table.Td>}
              </Table.Tr>
              {renderNote?.(id)}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
      {found.length === 0 && <output>{t('parameters.noneFound')}</output>}
      <ParametersOfOthers assembly={assembly} search={search} />
    </>
  )
}
