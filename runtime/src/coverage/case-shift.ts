import type { CaseDocument } from '../documents/release-document.ts'
import type { Spell } from '../documents/unit-document.ts'
import { addDays, addMonths, yearOf, type Day } from '../values/day.ts'
import { momentOfCase } from './case-result.ts'

/** How far the days of a case move: whole years, and days where the release is not in force on that day of any year. */
export interface CaseShift {
  readonly years: number
  readonly days: number
}

const isWithin = (day: Day, { valid_from: from, valid_to: to }: Spell): boolean => (from === undefined || from <= day) && (to === undefined || day <= to)

/** Whether the day of a case is one on which the release is not in force. */
export const isOutside = (example: Pick<CaseDocument, 'at' | 'moment'>, days: Spell): boolean => !isWithin(momentOfCase(example).law_at, days)

const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** How far the nearest day of the release is; negative where it is earlier. */
const daysToNearest = (day: Day, { valid_from: from, valid_to: to }: Spell): number => {
  if (from !== undefined && day < from) return daysBetween(day, from)
  return to !== undefined && to < day ? daysBetween(day, to) : 0
}

/**
 * How a day comes among the days of a release: by as few whole years as may be, so that day and month stay; where the release is not in
 * force on that day of any year, to its nearest day. Nothing where the release has no days at all.
 */
export const shiftInto = (day: Day, release: Spell): CaseShift | undefined => {
  if (isWithin(day, release)) return { years: 0, days: 0 }
  const { valid_from: from = release.valid_to ?? day, valid_to: to = from } = release
  if (from > to) return undefined
  const first = yearOf(from) - yearOf(day) - 1
  const found = Array.from({ length: yearOf(to) - yearOf(from) + 3 }, (_year, index): CaseShift => {
    const years = first + index
    return { years, days: daysToNearest(addMonths(day, years * 12), release) }
  })
  const [best] = found.toSorted((a, b) => Math.abs(a.days) - Math.abs(b.days) || Math.abs(a.years) - Math.abs(b.years))
  return best
}

/** A day moved alone: the last of its month where the new month has no such day. */
export const moveDay = (day: Day, { years, days }: CaseShift): Day => addDays(addMonths(day, years * 12), days)
