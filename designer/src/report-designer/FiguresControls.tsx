import { Button, Loader, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReportPeriod } from '@tieuchi/runtime'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { unitsQuery } from '../api/people-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { filterEntries } from '../forms/choice-entries.ts'
import { spanOn, spansOfYear } from '../reports/report-span.ts'
import { usePeriodName } from '../reports/use-period-name.ts'
import classes from './report-designer.module.css'
import type { ReportFigures } from './use-report-figures.ts'

const yearsBack = 4

/** Of which unit and period the figures in the form are. */
export const FiguresControls = ({ period, shown: { unit, span, figures, counting, error, countAgain, setUnit, setSpan } }: { readonly period: ReportPeriod; readonly shown: ReportFigures }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { today } = useDraft()
  const periodName = usePeriodName()
  const units = useQuery(unitsQuery(today)).data
  const choices = useMemo(() => (units ?? []).map(({ id, name, parents }) => ({ value: id, label: [name, parents[0]].filter(Boolean).join(', ') })), [units])
  const newest = Number(today.slice(0, 4)) + 1
  const periods = Array.from({ length: yearsBack + 1 }, (_year, index) => newest - index).flatMap((year) => spansOfYear(period, year).map((each, index, all) => ({ value: each.from, label: all.length === 1 ? String(year) : [periodName(period, index), year].join(period === 'half_year' ? ' ' : '/') })))
  const left = figures?.issues.length ?? 0
  return (
    <div className={classes['figuresOf']}>
      <Select aria-label={t('reportDesign.figuresOf')} size="xs" data={choices} value={unit ?? null} onChange={(value) => value !== null && setUnit(value)} searchable filter={filterEntries} allowDeselect={false} w={220} nothingFoundMessage={t('report.noUnit')} />
      <Select aria-label={t('reportDesign.figuresPeriod')} size="xs" data={periods} value={span.from} onChange={(value) => value !== null && setSpan(spanOn(period, value))} allowDeselect={false} w={period === 'half_year' ? 196 : 130} />
      <output className={classes['quiet']}>
        {error && !counting ? read(detailOf(error)) : counting ? <><Loader size={12} aria-hidden /> {t('reportDesign.counting')}</> : left > 0 ? t('reportDesign.notCounted') : t('reportDesign.realFigures')}
      </output>
      {error && !counting && <Button size="compact-sm" variant="default" onClick={countAgain}>{t('reportDesign.countAgain')}</Button>}
    </div>
  )
}
