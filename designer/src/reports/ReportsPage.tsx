import { Alert, Loader } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { reportPeriodNames, type ReportPeriod } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import type { ReportLine } from '../api/contract.ts'
import { detailOf } from '../api/problem-error.ts'
import { reportsQuery } from '../api/report-api.ts'
import { sessionQuery } from '../api/session-api.ts'
import { useReferenceDate } from '../app/reference-date.ts'
import { useLanguage } from '../app/use-language.ts'
import { formatDay } from '../ui/day-text.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { spanOn } from './report-span.ts'
import classes from './reports.module.css'

/** "Báo cáo": the report forms of the rules in force on the day, policy by policy. */
export const ReportsPage = () => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { at } = useReferenceDate()
  const { data: lines, error } = useQuery(reportsQuery(at))
  const programmes = Map.groupBy(lines ?? [], ({ programme }) => programme.id)
  return (
    <>
      <PageHead title={t('shell.reports')} line={<span>{t('report.inForce', { day: formatDay(at) })}</span>} />
      <div className={classes['content']}>
        {error && <Alert color="red" variant="outline" role="alert">{read(detailOf(error))}</Alert>}
        {!lines && !error && <Loader size="sm" aria-label={t('loading')} />}
        {lines?.length === 0 && <EmptyList title={t('report.none')} text={t('report.noneInForce')} />}
        {[...programmes].map(([id, forms]) => (
          <section key={id} className={classes['programme']}>
            <h2>{read(forms[0]?.programme.title ?? { vi: id, en: id })}</h2>
            <ul className={classes['forms']}>{forms.map((form) => <FormLine key={form.id} form={form} at={at} />)}</ul>
          </section>
        ))}
      </div>
    </>
  )
}

const isPeriod = (period: string): period is ReportPeriod => Object.hasOwn(reportPeriodNames, period)

const FormLine = ({ form: { programme, id, title, code, period, open }, at }: { readonly form: ReportLine; readonly at: string }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const unit = useSuspenseQuery(sessionQuery).data?.unit.id
  const named = isPeriod(period) ? period : 'year'
  return (
    <li>
      {code && <span className={classes['code']}>{read(code)}</span>}
      <Link to="/reports/$programme/$report" params={{ programme: programme.id, report: id }} search={{ unit, ...spanOn(named, at) }} className={classes['link'] ?? ''}>{read(title)}</Link>
      <span className={classes['quiet']}>{read(reportPeriodNames[named])}</span>
      {open && <StateBadge color="yellow">{t('report.openBadge')}</StateBadge>}
    </li>
  )
}
