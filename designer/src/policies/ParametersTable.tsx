import { Table, TextInput } from '@mantine/core'
import { citationPhrase, type Assembly, type Parameter } from '@tieuchi/runtime'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { formatDay } from '../ui/day-text.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { matchesSearch } from '../ui/search-text.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import classes from './policies.module.css'
import { useParameterText } from './use-parameter-text.ts'

interface ParametersTableProps {
  readonly assembly: Assembly
  /** Beside each name: what can be done with it. */
  readonly renderAction?: (id: string, parameter: Parameter) => ReactNode
}

const certaintyColours: Readonly<Record<Parameter['certainty'], string>> = { seen: 'green', known: 'teal', assumed: 'yellow', open: 'orange' }

/** The named values of a release, each with unit, article and certainty. */
export const ParametersTable = ({ assembly, renderAction }: ParametersTableProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const write = useParameterText(assembly)
  const [search, setSearch] = useState('')
  const all = Object.entries(assembly.release.parameters)
  const found = all.filter(([, { title }]) => matchesSearch(read(title), search))
  if (all.length === 0) return <EmptyList title={t('parameters.empty')} text={t('parameters.emptyText')} />
  return (
    <>
      <TextInput label={t('parameters.search')} value={search} onChange={(event) => setSearch(event.currentTarget.value)} maw={320} mb="md" type="search" />
      <Table className={classes['cards'] ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('parameters.name')}</Table.Th>
            <Table.Th>{t('parameters.value')}</Table.Th>
            <Table.Th>{t('parameters.basis')}</Table.Th>
            <Table.Th>{t('parameters.certainty')}</Table.Th>
            <Table.Th>{t('parameters.confirmed')}</Table.Th>
            <Table.Th>{t('parameters.local')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {found.map(([id, parameter]) => (
            <Table.Tr key={id} id={`parameter-${id}`}>
              <Table.Td className={classes['name'] ?? ''}>{read(parameter.title)}{renderAction?.(id, parameter)}</Table.Td>
              <Table.Td>{write(parameter).map((line) => <div key={line}>{line}</div>)}</Table.Td>
              <Table.Td data-label={t('parameters.basis')}>{parameter.citation && read(citationPhrase(parameter.citation))}</Table.Td>
              <Table.Td data-label={t('parameters.certainty')}><StateBadge color={certaintyColours[parameter.certainty]}>{t(`parameters.certainty.${parameter.certainty}`)}</StateBadge></Table.Td>
              <Table.Td data-label={t('parameters.confirmed')}>{parameter.confirmed ? formatDay(parameter.confirmed) : t('parameters.never')}</Table.Td>
              <Table.Td data-label={t('parameters.local')}>{t(`parameters.local.${String(parameter.overridable ?? false) as 'false' | 'true' | 'raise' | 'lower'}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {found.length === 0 && <output>{t('parameters.noneFound')}</output>}
    </>
  )
}
