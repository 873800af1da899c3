import type { Span } from './three-valued.ts'

/** Month and day as one number, in order of the calendar; so a birthday on 29 February falls on 1 March in other years. */
const dayOfYear = (date: string): number => Number(date.slice(5, 7)) * 100 + Number(date.slice(8, 10))

/** Completed years: a year is complete on the birthday itself. */
const completedYears = (birth: string, on: string): number => {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return dayOfYear(on) >= dayOfYear(birth) ? years : years - 1
}

/** The first and the last day that a birth date can mean: `YYYY`, `YYYY-MM` or a day. */
const daysOf = (birth: string): readonly [string, string] => {
  const [year = '', month, day] = birth.split('-')
  if (month === undefined) return [`${year}-01-01`, `${year}-12-31`]
  const length = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return day === undefined ? [`${birth}-01`, `${birth}-${length}`] : [birth, birth]
}

/** Completed years on a day, of a birth date that may be known by month or year alone, or not at all. */
export const ageOn = (birth: string | undefined, on: string): Span => {
  if (birth === undefined) return { from: -Infinity, to: Infinity }
  const [first, last] = daysOf(birth)
  return { from: completedYears(last, on), to: completedYears(first, on) }
}
