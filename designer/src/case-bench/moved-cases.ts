import { isOutside, moveCase, momentOfCase, shiftInto, type Assembly, type CaseDocument, type CaseShift, type DraftDocument } from '@tieuchi/runtime'

/** A case that stands outside the days of its draft, and as it is once it is moved. */
export interface CaseMove {
  readonly before: CaseDocument
  readonly after: CaseDocument
  readonly shift: CaseShift
}

/** The cases outside the days of a draft that can be moved to them. A draft without a first day has none, like at the gate. */
export const movesInto = (assembly: Assembly, { valid_from: from, valid_to: to, release: { cases } }: DraftDocument): readonly CaseMove[] => {
  if (from === undefined) return []
  const days = { valid_from: from, ...(to !== undefined && { valid_to: to }) }
  return cases.filter((each) => isOutside(each, days)).flatMap((before): readonly CaseMove[] => {
    const shift = shiftInto(momentOfCase(before).law_at, days)
    return shift ? [{ before, after: moveCase(assembly, before, shift), shift }] : []
  })
}

/** How many cases move from one day to another. */
export interface MovedDay {
  readonly from: string
  readonly to: string
  readonly count: number
}

const dayOf = (example: CaseDocument): string => momentOfCase(example).law_at

/** The days that cases move from, in their order. */
export const movedDays = (moves: readonly CaseMove[]): readonly MovedDay[] =>
  [...Map.groupBy(moves, ({ before }) => dayOf(before))]
    .flatMap(([from, alike]) => (alike[0] ? [{ from, to: dayOf(alike[0].after), count: alike.length }] : []))
    .toSorted((a, b) => a.from.localeCompare(b.from))

/** The cases that stand on another day of the year once they are moved. */
export const onOtherDays = (moves: readonly CaseMove[]): readonly CaseMove[] => moves.filter(({ before, after }) => dayOf(before).slice(5) !== dayOf(after).slice(5))
