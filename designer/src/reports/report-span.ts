import { reportPeriodNames, type ReportPeriod } from '@tieuchi/runtime'

/** The days of a period, both counted. */
export interface ReportSpan {
  readonly from: string
  readonly to: string
}

const monthsOf: Readonly<Record<ReportPeriod, number>> = { month: 1, quarter: 3, half_year: 6, year: 12 }

/** Whether a text names a kind of period. */
export const isReportPeriod = (text: unknown): text is ReportPeriod => typeof text === 'string' && Object.hasOwn(reportPeriodNames, text)

const two = (number: number): string => String(number).padStart(2, '0')

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The periods of a year, by their number from 0. */
export const spansOfYear = (period: ReportPeriod, year: number): readonly ReportSpan[] => {
  const months = monthsOf[period]
  return Array.from({ length: 12 / months }, (_span, index) => {
    const last = (index + 1) * months
    return { from: `${year}-${two(index * months + 1)}-01`, to: `${year}-${two(last)}-${lastDay(year, last)}` }
  })
}

/** The period of its kind that a day lies in. */
export const spanOn = (period: ReportPeriod, day: string): ReportSpan => {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return spansOfYear(period, year)[Math.floor((month - 1) / monthsOf[period])] ?? { from: day, to: day }
}
