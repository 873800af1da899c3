import { addDays, completedMonths, daysInMonth, type Day } from '../../values/day.ts'

/** The day a number of months earlier; where that month has no such day, the first of the next one. */
const monthsBefore = (day: Day, months: number): Day => {
  const total = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months
  const [year, month, date] = [Math.floor(total / 12), (total % 12) + 1, Number(day.slice(8, 10))]
  const text = (number: number, length: number) => String(number).padStart(length, '0')
  const first = `${text(year, 4)}-${text(month, 2)}-01`
  return date <= daysInMonth(year, month) ? `${text(year, 4)}-${text(month, 2)}-${text(date, 2)}` : addDays(first, daysInMonth(year, month))
}

const earliestYear = 1000

/**
 * Birth dates by which exactly so many months, counted in whole periods of `period` months, are complete on a day: the
 * one whose day it is today, and the one that completes the next period a day later.
 */
export const birthdaysFor = (on: Day, months: number, period: number): readonly Day[] => {
  if (!Number.isInteger(months) || months + period > (Number(on.slice(0, 4)) - earliestYear) * 12) return []
  const whole = (day: Day): boolean => Math.floor(completedMonths(day, on) / period) * period === months
  return [...new Set([monthsBefore(on, months), addDays(monthsBefore(on, months + period), 1)])].filter(whole)
}
