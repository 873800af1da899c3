import { Alert, Button, Group, Loader, Select } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { reportPeriodNames, type ReportPeriod } from '@tieuchi/runtime'
import { IconChartBar, IconPackage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ReportLine } from '../api/contract.ts'
import { detailOf } from '../api/problem-error.ts'
import { reportsQuery, type ReportAddress } from '../api/report-api.ts'
import { beginReportSet, reportSetsQuery } from '../api/report-set-api.ts'
import { sessionQuery } from '../api/session-api.ts'
import { useReferenceDate } from '../app/reference-date.ts'
import { useLanguage } from '../app/use-language.ts'
import { formatDay } from '../ui/day-text.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { isReportPeriod, spanOn } from './report-span.ts'
import { LayerSelect, localOf } from './ReportLayer.tsx'
import { ReportControls } from './ReportControls.tsx'
import { ReportSets } from './ReportSets.tsx'
import classes from './reports.module.css'

/** Of which unit, for which days, as known when and by whose rules the forms of the page are told. */
type Asked = Omit<ReportAddress, 'programme' | 'report'>

/** "Báo cáo": the report forms of the rules in force at the end of a period, policy by policy, each to be opened or all taken away at once. */
export const ReportsPage = () => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { at, today } = useReferenceDate()
  const search = useSearch({ from: '/signed-in/reports' })
  const navigate = useNavigate({ from: '/reports' })
  const home = useSuspenseQuery(sessionQuery).data?.unit.id ?? ''
  const period = search.period ?? 'year'
  const span = search.from !== undefined && search.to !== undefined ? { from: search.from, to: search.to } : spanOn(period, at)
  const asked: Asked = { unit: search.unit ?? home, ...span, known: search.known, layer: search.layer }
  const { data: lines, error } = useQuery({ ...reportsQuery(span.to, asked.unit), placeholderData: keepPreviousData })
  const programmes = Map.groupBy((lines ?? []).filter((line) => line.period === period), ({ programme }) => programme.id)
  const local = localOf([...programmes.values()].flat())
  const change = (changes: object): void => void navigate({ search: (before) => ({ ...before, ...span, unit: asked.unit, ...changes }), replace: true, resetScroll: false })
  return (
    <>
      <PageHead title={t('shell.reports')} line={<span>{t('report.inForce', { day: formatDay(span.to) })}</span>} />
      <ReportControls
        period={period} unit={asked.unit} span={span} today={today} known={search.known} onChange={change}
        before={<>
          {local.length > 0 && <LayerSelect local={local} layer={search.layer} onLayer={(layer) => change({ layer })} />}
          <PeriodSelect period={period} lines={lines ?? []} onPeriod={(next) => change({ period: next, ...spanOn(next, span.to) })} />
        </>}
      />
      <div className={classes['content']}>
        {error && <Alert color="red" variant="outline" role="alert">{read(detailOf(error))}</Alert>}
        {!lines && !error && <Loader size="sm" aria-label={t('loading')} />}
        {lines && programmes.size === 0 && <EmptyList title={t('report.none')} text={t('report.noneInForce')} />}
        {[...programmes].map(([id, forms]) => <ProgrammeForms key={id} forms={forms} period={period} asked={asked} onMade={(set) => change({ set })} />)}
        <ReportSets chosen={search.set} />
      </div>
    </>
  )
}

interface PeriodSelectProps {
  readonly period: ReportPeriod
  readonly lines: readonly ReportLine[]
  readonly onPeriod: (period: ReportPeriod) => void
}

/** How often the forms are made that are listed; asked where there are several kinds. */
const PeriodSelect = ({ period, lines, onPeriod }: PeriodSelectProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const kinds = (['year', 'half_year', 'quarter', 'month'] as const).filter((kind) => kind === period || lines.some((line) => line.period === kind))
  if (kinds.length < 2) return null
  return <Select label={t('report.often')} data={kinds.map((kind) => ({ value: kind, label: read(reportPeriodNames[kind]) }))} value={period} onChange={(value) => value !== null && isReportPeriod(value) && onPeriod(value)} allowDeselect={false} w={144} />
}

const ProgrammeForms = ({ forms, period, asked, onMade }: { readonly forms: readonly ReportLine[]; readonly period: ReportPeriod; readonly asked: Asked; readonly onMade: (set: string) => void }) => {
  const { t } = useTranslation()
  const { read, language } = useLanguage()
  const queryClient = useQueryClient()
  const [{ programme } = { programme: { id: '', title: { vi: '', en: '' } } }] = forms
  const { unit, from, to, known, layer } = asked
  const making = useMutation({
    mutationFn: () => beginReportSet({ programme: programme.id, unit, from, to, period, language, ...(known !== undefined && { known }), ...(layer && { layer }) }),
    onSuccess: (made) => {
      queryClient.setQueryData(reportSetsQuery.queryKey, (sets) => [made, ...(sets ?? []).filter(({ id }) => id !== made.id)])
      onMade(made.id)
    },
  })
  return (
    <section className={classes['programme']} aria-label={read(programme.title)}>
      <div className={classes['programmeHead']}>
        <h2>{read(programme.title)}</h2>
        <Group gap="sm">
          <Button variant="default" leftSection={<IconChartBar size={16} aria-hidden />} renderRoot={(props) => <Link {...props} to="/reports/explore" search={{ programme: programme.id, unit, from, to, known, layer }} />}>{t('explore.open')}</Button>
          <Button variant="default" leftSection={<IconPackage size={16} aria-hidden />} loading={making.isPending} onClick={() => making.mutate()} title={t('reportSet.what')}>{t('reportSet.make')}</Button>
        </Group>
      </div>
      {making.error && <Alert color="red" variant="outline" role="alert">{read(detailOf(making.error))}</Alert>}
      <ul className={classes['forms']}>{forms.map((form) => <FormLine key={form.id} form={form} asked={asked} />)}</ul>
    </section>
  )
}

const FormLine = ({ form: { programme, id, title, code, period, open }, asked }: { readonly form: ReportLine; readonly asked: Asked }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <li>
      {code && <span className={classes['code']}>{read(code)}</span>}
      <Link to="/reports/$programme/$report" params={{ programme: programme.id, report: id }} search={asked} className={classes['link'] ?? ''}>{read(title)}</Link>
      {isReportPeriod(period) && <span className={classes['quiet']}>{read(reportPeriodNames[period])}</span>}
      {open && <StateBadge color="yellow">{t('report.openBadge')}</StateBadge>}
    </li>
  )
}
