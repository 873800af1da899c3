import { Loader, Table, Title } from '@mantine/core'
import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { citationPhrase, formatValue, type Assembly, type Parameter } from '@tieuchi/runtime'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { releaseQuery, timelineQuery } from '../api/policy-api.ts'
import { useLanguage } from '../app/use-language.ts'
import { usePeriodText } from '../policies/use-period-text.ts'
import policies from '../policies/policies.module.css'
import classes from './elements.module.css'
import { chartPoints, keysOf, single, stagesOf, valuesOf } from './parameter-history.ts'

const ParameterChart = lazy(async () => ({ default: (await import('./ParameterChart.tsx')).ParameterChart }))

interface ParameterHistoryProps {
  readonly assembly: Assembly
  readonly id: string
  readonly parameter: Parameter
  /** The draft it is written in, where it is no published release that is shown. */
  readonly draft?: { readonly title: string; readonly from?: string | undefined } | undefined
}

/** What a parameter was under every release of its programme: as steps along the years, and the same as a table. */
export const ParameterHistory = ({ assembly, id, parameter, draft }: ParameterHistoryProps) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const period = usePeriodText()
  const { programme } = assembly
  const timeline = useQuery(timelineQuery(programme))
  const spans = timeline.data?.spans.find(({ scope }) => scope === 'national')?.spans ?? []
  const hashes = [...new Set(spans.flatMap(({ release }) => release ?? []))]
  const found = useQueries({ queries: hashes.map(releaseQuery) })
  const releases = Object.fromEntries(hashes.map((hash, index) => [hash, found[index]?.data]))
  const stages = stagesOf(id, spans, releases)
  const keys = keysOf([...stages, { release: '', parameter }])
  const points = chartPoints(stages)
  const list = parameter.by === undefined ? undefined : assembly.fields.get(parameter.by)?.schema['x-list']
  const titleOf = (key: string): string => (key === single ? t('parameters.value') : formatValue(key, { list, lists: assembly.lists, language }))
  if (found.some(({ isPending }) => isPending) || timeline.isPending) return <Loader size="sm" aria-label={t('loading')} />
  const cells = (of: Parameter | undefined) => keys.map((key) => {
    const value = of && valuesOf(of)[key]
    return <Table.Td key={key} data-label={titleOf(key)}>{value === undefined ? t(of ? 'parameters.open' : 'parameters.absent') : formatValue(value, { unit: of?.unit, lists: assembly.lists, language })}</Table.Td>
  })
  return (
    <section className={classes['history']}>
      <Title order={3}>{t('parameters.chart')}</Title>
      {points.length > 0 && (
        <Suspense fallback={<div className={classes['chartRoom']} />}>
          <ParameterChart points={points} keys={keys} titleOf={titleOf} unit={parameter.unit} draft={draft?.from === undefined ? undefined : { from: draft.from, values: valuesOf(parameter) }} />
        </Suspense>
      )}
      <Table className={policies['cards'] ?? ''}>
        <Table.Thead>
          <Table.Tr><Table.Th>{t('timeline.release')}</Table.Th><Table.Th>{t('timeline.period')}</Table.Th>{keys.map((key) => <Table.Th key={key}>{titleOf(key)}</Table.Th>)}<Table.Th>{t('parameters.basis')}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {stages.map(({ release, from, to, parameter: of }) => (
            <Table.Tr key={`${release} ${from}`}>
              <Table.Td><Link to="/policies/$programme/releases/$hash" params={{ programme, hash: release }} search={of ? { tab: 'parameters', on: `parameter.${id}` } : {}} className={classes['link'] ?? ''}>{read(timeline.data?.releases[release]?.title ?? parameter.title)}</Link></Table.Td>
              <Table.Td data-label={t('timeline.period')} className={policies['days'] ?? ''}>{period({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) })}</Table.Td>
              {cells(of)}
              <Table.Td data-label={t('parameters.basis')}>{of?.citation && read(citationPhrase(of.citation))}</Table.Td>
            </Table.Tr>
          ))}
          {draft && (
            <Table.Tr>
              <Table.Td fw={500}>{draft.title} ({t('draft.state.draft')})</Table.Td>
              <Table.Td data-label={t('timeline.period')}>{draft.from === undefined ? '' : period({ from: draft.from })}</Table.Td>
              {cells(parameter)}
              <Table.Td data-label={t('parameters.basis')}>{parameter.citation && read(citationPhrase(parameter.citation))}</Table.Td>
            </Table.Tr>
          )}
        </Table.Tbody>
      </Table>
    </section>
  )
}
