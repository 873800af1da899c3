import { Button, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReportPeriod } from '@tieuchi/runtime'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { unitsQuery } from '../api/people-api.ts'
import { filterEntries } from '../forms/choice-entries.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { spanOn, spansOfYear, type ReportSpan } from './report-span.ts'
import { usePeriodName } from './use-period-name.ts'
import classes from './reports.module.css'

interface ReportControlsProps {
  readonly period: ReportPeriod
  readonly unit: string
  readonly span: ReportSpan
  /** The newest day there is something to report of. */
  readonly today: string
  /** As it was known at the end of this day; as it is known now unless said. */
  readonly known: string | undefined
  readonly onChange: (changes: ReportChanges) => void
  /** What else is chosen, after the unit. */
  readonly before?: ReactNode
}

/** Other choices; a day of knowing that is undefined is now. */
export interface ReportChanges extends Partial<ReportSpan> {
  readonly unit?: string
  readonly known?: string | undefined
}

const yearsBack = 8

/** Whose report, of which period, and as it was known when. */
export const ReportControls = ({ period, unit, span, today, known, onChange, before }: ReportControlsProps) => {
  const { t } = useTranslation()
  const periodName = usePeriodName()
  const units = useQuery({ ...unitsQuery(span.to), placeholderData: keepPreviousData }).data
  const choices = useMemo(() => (units ?? []).map(({ id, name, parents }) => ({ value: id, label: [name, parents[0]].filter(Boolean).join(', ') })), [units])
  const year = Number(span.from.slice(0, 4))
  const newest = Number(today.slice(0, 4)) + 1
  const years = [...new Set([...Array.from({ length: yearsBack + 1 }, (_year, index) => newest - index), year])].toSorted((a, b) => b - a)
  const spans = spansOfYear(period, year)
  return (
    <div className={classes['controls']}>
      <Select label={t('report.unit')} data={choices} value={unit} onChange={(value) => value !== null && onChange({ unit: value })} searchable filter={filterEntries} allowDeselect={false} w={280} nothingFoundMessage={t('report.noUnit')} />
      {before}
      <Select label={t('report.year')} data={years.map(String)} value={String(year)} onChange={(value) => value !== null && onChange(spanOn(period, `${value}${span.from.slice(4)}`))} allowDeselect={false} w={104} />
      {spans.length > 1 && (
        <Select label={t(`report.period.${period}`)} data={spans.map((each, index) => ({ value: each.from, label: periodName(period, index) }))} value={span.from} onChange={(value) => value !== null && onChange(spanOn(period, value))} allowDeselect={false} w={period === 'half_year' ? 184 : 144} />
      )}
      <DayInput label={t('report.known')} day={known ?? today} maxDate={today} onDay={(day) => onChange({ known: day < today ? day : undefined })} w={240} />
      {known !== undefined && <Button variant="default" onClick={() => onChange({ known: undefined })}>{t('report.knownToday')}</Button>}
    </div>
  )
}
