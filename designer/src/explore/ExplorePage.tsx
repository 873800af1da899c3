import { Alert, Loader, Select } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { programmesQuery } from '../api/policy-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { reportsQuery } from '../api/report-api.ts'
import { sessionQuery } from '../api/session-api.ts'
import { useReferenceDate } from '../app/reference-date.ts'
import { useLanguage } from '../app/use-language.ts'
import { spanOn, type ReportSpan } from '../reports/report-span.ts'
import { ReportControls } from '../reports/ReportControls.tsx'
import { useRules } from '../reports/use-reading.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Explored, ExploredLayer } from './Explored.tsx'
import classes from './explore.module.css'
import { pivotDocument } from './pivot-document.ts'
import { thingsOf, usualOf } from './pivot-things.ts'
import { byYears, pivotOf, usualYears } from './pivot.ts'
import { PivotPicks } from './PivotPicks.tsx'

/** Whole years that end with a span. */
const yearsUntil = (span: ReportSpan, count: number): readonly ReportSpan[] => {
  const last = Number(span.to.slice(0, 4))
  return Array.from({ length: count }, (_year, index) => spanOn('year', `${last - count + 1 + index}-01-01`))
}

/** "Khám phá số liệu": a table that a reader picks, counted as a report form is, with its picture. */
export const ExplorePage = () => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { at, today } = useReferenceDate()
  const search = useSearch({ from: '/signed-in/reports/explore' })
  const navigate = useNavigate({ from: '/reports/explore' })
  const home = useSuspenseQuery(sessionQuery).data?.unit.id ?? ''
  const span = search.from !== undefined && search.to !== undefined ? { from: search.from, to: search.to } : spanOn('year', at)
  const unit = search.unit ?? home
  // A programme that has report forms is the one figures are usually asked of.
  const reporting = useQuery(reportsQuery(span.to)).data?.[0]?.programme.id
  const all = useQuery(programmesQuery(span.to))
  const programmes = (all.data ?? []).filter(({ in_force: rules }) => rules !== undefined)
  const programme = programmes.find(({ id }) => id === (search.programme ?? reporting)) ?? programmes[0]
  const { release, common } = useRules(programme?.in_force?.release, span.to)
  const things = useMemo(() => release && common && thingsOf(common, release, span.to), [release, common, span.to])
  const pivot = things && pivotOf(search, usualOf(things))
  const years = search.years ?? usualYears
  const change = (changes: object): void => void navigate({ search: (before) => ({ ...before, programme: programme?.id, unit, ...span, ...pivotSearch(before, pivot), ...changes }), replace: true })
  const document = pivot && things && pivotDocument(pivot, things)
  const asked = document && pivot && programme && { programme: programme.id, unit, document, periods: [...(pivot.columns === byYears ? yearsUntil(span, years) : [span])], ...(search.known !== undefined && { known: search.known }), ...(search.layer && { layer: search.layer }) }
  return (
    <>
      <PageHead title={t('explore.title')} line={<span>{t('explore.line')}</span>} />
      <ReportControls
        period="year" unit={unit} span={span} today={today} known={search.known} onChange={change}
        before={<>
          <Select label={t('explore.programme')} data={programmes.map(({ id, title }) => ({ value: id, label: read(title) }))} value={programme?.id ?? null} onChange={(next) => next !== null && change({ programme: next, rows: undefined, columns: undefined, part: undefined, where: undefined, value: undefined })} searchable allowDeselect={false} w={256} maw="100%" />
          {asked && <ExploredLayer asked={asked} onLayer={(layer) => change({ layer })} />}
        </>}
      />
      {things && pivot && <PivotPicks pivot={pivot} things={things} years={years} onChange={change} />}
      <div className={classes['content']}>
        {all.error && <Alert color="red" variant="outline" role="alert">{read(detailOf(all.error))}</Alert>}
        {all.data && !programme && <EmptyList title={t('explore.noRules')} text={t('explore.noRulesText')} />}
        {!things && !all.error && (!all.data || programme) && <Loader size="sm" aria-label={t('loading')} />}
        {things && pivot && programme && (asked
          ? <Explored asked={asked} document={asked.document} pivot={pivot} things={things} chart={search.chart} onChart={(chart) => change({ chart })} />
          : <EmptyList title={t('explore.unfinished')} text={missingWords(pivot, t)} />)}
      </div>
    </>
  )
}

type Pivot = NonNullable<ReturnType<typeof pivotOf>>

/** What is usual is said once something is picked, so that a link shows the same table whatever becomes usual. */
const pivotSearch = (before: { readonly rows?: string | undefined; readonly columns?: string | undefined }, pivot: Pivot | undefined) =>
  (pivot ? { rows: before.rows ?? pivot.rows, columns: before.columns ?? pivot.columns } : {})

const missingWords = ({ measure, value, part }: Pivot, t: ReturnType<typeof useTranslation>['t']): string => {
  if (measure === 'sum' && value === undefined) return t('explore.needsValue')
  return measure === 'share' && part === undefined ? t('explore.needsPart') : t('explore.needsOther')
}
