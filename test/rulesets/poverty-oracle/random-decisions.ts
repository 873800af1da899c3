import { addDays, type HistoryEntry } from '@tieuchi/runtime'
import fc from 'fast-check'

const classes = ['poor', 'poor', 'near_poor', 'near_poor', 'average', 'above_average', 'not_poor']

/** Months ago about which something turns, and others. */
const months = [0, 1, 12, 24, 35, 36, 36, 36, 37, 60]

const monthsBefore = (day: string, count: number): string => {
  const all = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - count
  return addDays(`${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}-${day.slice(8)}`, 0)
}

const firstDays = (on: string): fc.Arbitrary<readonly string[]> =>
  fc.uniqueArray(fc.tuple(fc.constantFrom(...months), fc.constantFrom(-1, 0, 1)).map(([count, days]) => addDays(monthsBefore(on, count), days)), { maxLength: 4 }).map((days) => days.toSorted())

/** Earlier decisions on the class of a household, each until the day before the next; decided on their first day or some days before it. */
export const randomDecisions = (on: string): fc.Arbitrary<readonly HistoryEntry[]> =>
  fc.record({ days: firstDays(on), values: fc.array(fc.constantFrom(...classes), { minLength: 4, maxLength: 4 }), earlier: fc.constantFrom(0, 0, 1, 20) })
    .map(({ days, values, earlier }) => days.map((from, index): HistoryEntry => {
      const next = days[index + 1]
      return {
        programme: 'poverty', layer: 'national', outcome: 'class', value: values[index] ?? 'poor', from,
        ...(next !== undefined && { to: addDays(next, -1) }), decided_on: addDays(from, -earlier),
      }
    }))

/** Decisions of which some are without their day. */
export const undatedSome = (decisions: readonly HistoryEntry[], undated: readonly boolean[]): readonly HistoryEntry[] =>
  decisions.map(({ decided_on: day, ...entry }, index) => (undated[index] === true || day === undefined ? entry : { ...entry, decided_on: day }))
