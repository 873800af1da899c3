import type { ReportPeriod } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'

/** What a period of a year is called, by its number from 0. */
export const usePeriodName = (): ((period: ReportPeriod, index: number) => string) => {
  const { t } = useTranslation()
  return (period, index) => (period === 'half_year' ? t(index === 0 ? 'report.halfYear.first' : 'report.halfYear.second') : t(`report.periodNumber.${period}`, { number: index + 1 }))
}
