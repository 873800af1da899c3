/** Days are ISO strings `YYYY-MM-DD`; compared as text they are in order of time. */
export type Day = string

/** The days a date answer may mean: one day, or a whole month or year where only that is known. */
export interface DayRange {
  readonly from?: Day
  readonly to?: Day
}

/** The last day of something that has not ended. */
export const endOfTime: Day = '9999-12-31'

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

const pad = (number: number): string => String(number).padStart(2, '0')

export const daysInMonth = (year: number, month: number): number => [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; undefined where no such day exists. */
export const parseDays = (answer: string): (DayRange & { from: Day; to: Day }) | undefined => {
  const match = pattern.exec(answer)
  if (!match) return undefined
  const [, year = '', month, day] = match
  if (year === '0000') return undefined
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` }
  const last = daysInMonth(Number(year), Number(month))
  if (last === 0) return undefined
  if (day === undefined) return { from: `${year}-${month}-01`, to: `${year}-${month}-${pad(last)}` }
  return Number(day) >= 1 && Number(day) <= last ? { from: answer, to: answer } : undefined
}

export const isDay = (text: string): boolean => text.length === 10 && parseDays(text) !== undefined

const parts = (day: Day): readonly [number, number, number] => [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]

export const yearOf = (day: Day): number => parts(day)[0]

/**
 * Completed months from one day to a later one; negative where it is earlier. A month is complete on the same day
 * number, or on the first of the next month where that number does not exist (29 February completes a year on 1 March).
 */
export const completedMonths = (from: Day, to: Day): number => {
  const [fromYear, fromMonth, fromDay] = parts(from)
  const [toYear, toMonth, toDay] = parts(to)
  const months = (toYear - fromYear) * 12 + (toMonth - fromMonth)
  return toDay >= fromDay ? months : months - 1
}

/** Completed years from one day to another. */
export const completedYears = (from: Day, to: Day): number => Math.floor(completedMonths(from, to) / 12)

/** The day before or after by a number of days. */
export const addDays = (day: Day, days: number): Day => {
  const [year, month, date] = parts(day)
  const moved = new Date(0)
  moved.setUTCFullYear(year, month - 1, date + days)
  return moved.toISOString().slice(0, 10)
}

/** The day so many months later; the last day of that month where the number does not exist. */
export const addMonths = (day: Day, months: number): Day => {
  const [year, month, date] = parts(day)
  const all = year * 12 + (month - 1) + months
  const [newYear, newMonth] = [Math.floor(all / 12), (all % 12) + 1]
  return `${String(newYear).padStart(4, '0')}-${pad(newMonth)}-${pad(Math.min(date, daysInMonth(newYear, newMonth)))}`
}
