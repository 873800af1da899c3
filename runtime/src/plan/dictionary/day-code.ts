import { daysInMonth, type Day } from '../../values/day.ts'

/** Months of a year and places for the days of a month, so that calendar arithmetic is on whole numbers alone. */
export const daysPlaces = 32
export const yearPlaces = 12 * daysPlaces

/**
 * A day as one whole number, ascending: year × 384 + (month − 1) × 32 + day. Completed months between two days are the
 * difference ÷ 32 rounded down, completed years the difference ÷ 384 rounded down: the same as `completedMonths` and
 * `completedYears`, for a shorter month has no day with a number that is missing.
 */
export const dayCode = (day: Day): number => Number(day.slice(0, 4)) * yearPlaces + (Number(day.slice(5, 7)) - 1) * daysPlaces + Number(day.slice(8, 10))

const pad = (number: number, length: number): string => String(number).padStart(length, '0')

/** The day of a code. */
export const dayOfCode = (code: number): Day => {
  const [year, month, day] = [Math.floor(code / yearPlaces), Math.floor((code % yearPlaces) / daysPlaces) + 1, code % daysPlaces]
  if (day < 1 || day > daysInMonth(year, month)) throw new Error(`${code} is the code of no day`)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}
