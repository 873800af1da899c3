import { Alert, Group, Loader, SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { joinPeriods, periodTitle, type ReportDocument } from '@tieuchi/runtime'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Exploration, Exploring } from '../api/contract.ts'
import { explorationFile, explorationQuery, loadExplored } from '../api/explore-api.ts'
import { detailOf, ProblemError } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import { CountedDrawer, type CountedSource } from '../reports/CountedDrawer.tsx'
import { LayerSelect, localOf, rulesOfAll, WhoseRules } from '../reports/ReportLayer.tsx'
import { ReportTable, type ChosenFigure } from '../reports/ReportTable.tsx'
import { useReading } from '../reports/use-reading.ts'
import { DownloadButton } from '../ui/DownloadButton.tsx'
import classes from './explore.module.css'
import { chartsOf, picture } from './pivot-chart.ts'
import type { Things } from './pivot-things.ts'
import type { ChartKind, Pivot } from './pivot.ts'

const PivotChart = lazy(async () => ({ default: (await import('./PivotChart.tsx')).PivotChart }))

interface ExploredProps {
  readonly asked: Exploring
  readonly document: ReportDocument
  readonly pivot: Pivot
  readonly things: Things
  readonly chart: ChartKind | undefined
  readonly onChart: (chart: ChartKind) => void
}

/** A table as it is counted, its picture beside it. */
export const Explored = ({ asked, document, pivot, things, chart, onChart }: ExploredProps) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { data, error, isPlaceholderData } = useQuery({ ...explorationQuery(asked), placeholderData: keepPreviousData })
  const titles = chartsOf(pivot, things)
  const kind = titles.find((each) => each === chart) ?? titles[0] ?? 'bars'
  return (
    <>
      <Group gap="sm" justify="space-between">
        <h2 className={classes['title']}>{read(document.title)}</h2>
        <Group gap="sm">
          {titles.length > 1 && <SegmentedControl aria-label={t('explore.chart')} value={kind} onChange={onChart} data={titles.map((each) => ({ value: each, label: t(`explore.chart.${each}`) }))} />}
          <DownloadButton path={explorationFile} body={{ ...asked, language, format: 'xlsx' }}>{t('report.excel')}</DownloadButton>
          <DownloadButton path={explorationFile} body={{ ...asked, language, format: 'pdf' }}>{t('report.pdf')}</DownloadButton>
        </Group>
      </Group>
      {error && (
        <Alert color="red" variant="outline" role="alert" title={read(detailOf(error))}>
          {error instanceof ProblemError && error.issues.map((issue) => <div key={`${issue.code} ${issue.path.join('/')}`}>{read(issue.message)}</div>)}
        </Alert>
      )}
      {(!data || isPlaceholderData) && !error && <output className={classes['counting']}><Loader size="sm" aria-hidden />{t('explore.counting')}</output>}
      {data && !error && <ExploredTable asked={asked} data={data} pivot={pivot} things={things} kind={kind} earlier={isPlaceholderData} />}
    </>
  )
}

/** By whose rules it is counted, asked where some period has local ones. */
export const ExploredLayer = ({ asked, onLayer }: Pick<ExploredProps, 'asked'> & { readonly onLayer: (layer: Exploring['layer']) => void }) => {
  const { data } = useQuery({ ...explorationQuery(asked), placeholderData: keepPreviousData })
  const local = localOf(data?.periods ?? [])
  return local.length === 0 ? null : <LayerSelect local={local} layer={asked.layer} onLayer={onLayer} />
}

interface ExploredTableProps extends Pick<ExploredProps, 'asked' | 'pivot' | 'things'> {
  readonly data: Exploration
  readonly kind: ChartKind
  /** Whether it is still the table of what was picked before. */
  readonly earlier: boolean
}

const ExploredTable = ({ asked, data, pivot, things, kind, earlier }: ExploredTableProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const joined = useMemo(() => joinPeriods(data.periods), [data])
  const [chosen, setChosen] = useState<{ readonly of: Exploration; readonly figure: ChosenFigure }>()
  const last = data.periods.at(-1)
  const { reading, lists } = useReading(last?.programme.id, last?.release.hash, last?.document, last?.to ?? '')
  if (!joined || !last) return null
  const figure = chosen?.of === data && !earlier ? chosen.figure : undefined
  const opened = figure && periodOf(data, joined.origins, figure.column.id)
  const rules = rulesOfAll(data.periods)
  const drawn = earlier ? undefined : picture(pivot, things, joined, kind)
  return (
    <>
      {rules.local.length > 0 && <p className={classes['quiet']}><WhoseRules {...rules} /></p>}
      {data.missing.map(({ from, to, reason }) => <p key={from} className={classes['quiet']}>{t('explore.missing', { period: read(periodTitle({ from, to })), reason: read(reason) })}</p>)}
      <div className={classes['pair']} data-earlier={earlier} inert={earlier}>
        <ReportTable document={joined.document} rows={joined.rows} reading={reading} chosen={figure} onChoose={(next) => setChosen({ of: data, figure: next })} />
        {drawn && <Suspense fallback={<div className={classes['chartRoom']} />}><PivotChart picture={drawn} /></Suspense>}
      </div>
      {figure && <CountedDrawer source={sourceOf(asked, data, joined.origins)} figure={figure} rules={opened && opened.local.length > 0 && <WhoseRules local={opened.local} layer={opened.layer} />} reading={reading} lists={lists} onClose={() => setChosen(undefined)} />}
    </>
  )
}

type Origins = NonNullable<ReturnType<typeof joinPeriods>>['origins']

/** Which period a column is of. */
const periodOf = ({ periods }: Exploration, origins: Origins, column: string): Exploration['periods'][number] | undefined => periods[origins.get(column)?.period ?? 0]

/** A figure of a table of several periods is one of a table of its own period. */
const sourceOf = ({ periods: _periods, ...asked }: Exploring, explored: Exploration, origins: Origins): CountedSource => ({
  key: [asked, explored.periods.map(({ from, to }) => [from, to])],
  load: (figure, after) => {
    const origin = origins.get(figure.column)
    const period = periodOf(explored, origins, figure.column)
    return loadExplored({ ...asked, from: period?.from ?? '', to: period?.to ?? '' }, { ...figure, column: origin?.column ?? figure.column }, after)
  },
})
