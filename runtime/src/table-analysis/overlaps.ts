import { indicesOf, intersection, isEmpty, type BitSet } from './bit-set.ts'
import { boxIntersection, wholeSpace, type Box } from './box.ts'
import { Budget, findUncovered } from './coverage.ts'
import type { Layout } from './layout.ts'
import { tableAnalysisLimits } from './table-finding.ts'

/** Two rows that hold together, and where. */
export interface Overlap {
  readonly rows: readonly [number, number]
  readonly box: Box
}

export interface Overlaps {
  readonly pairs: readonly Overlap[]
  /** How many more there are. */
  readonly omitted: number
  readonly complete: boolean
}

/** The row of each box where a row certainly holds. */
const rowsOfBoxes = ({ holds }: Layout): ReadonlyMap<number, number> =>
  new Map(holds.flatMap((bits, row) => indicesOf(bits).map((box) => [box, row] as const)))

const laterBoxes = ({ holds, index }: Layout): readonly BitSet[] => {
  const last = index.none()
  const later: BitSet[] = []
  for (const bits of holds.toReversed()) {
    later.unshift(last.slice())
    bits.forEach((word, place) => { last[place] = (last[place] ?? 0) | word })
  }
  return later
}

/** Where a box and another of the index, which meet, can both occur; null where they cannot. */
const possiblePart = ({ index, impossible }: Layout, first: Box, second: number, budget: Budget): Box | null | undefined => {
  const both = boxIntersection(first, index.boxes[second] ?? wholeSpace)
  return both ? findUncovered(index, both, impossible, budget.part(tableAnalysisLimits.rowSteps)) : null
}

/** Pairs of rows that certainly hold together in a case that can occur; of each pair one region, as many as asked for. */
export const overlapsOf = (layout: Layout, most: number): Overlaps => {
  const { index, impossible, holds } = layout
  const rowOf = rowsOfBoxes(layout)
  const later = laterBoxes(layout)
  const everythingOccurs = isEmpty(impossible)
  const budget = new Budget(tableAnalysisLimits.allRowSteps)
  const pairs: Overlap[] = []
  let omitted = 0
  let complete = true
  for (const [row, bits] of holds.entries()) {
    const met = new Set<number>()
    for (const box of indicesOf(bits)) {
      const first = index.boxes[box]
      if (!first) continue
      for (const number of indicesOf(intersection(index.meetingBox(first), later[row] ?? index.none()))) {
        const other = rowOf.get(number) ?? row
        if (met.has(other)) continue
        const part = pairs.length >= most && everythingOccurs ? first : possiblePart(layout, first, number, budget)
        if (part === undefined) complete = false
        if (!part) continue
        met.add(other)
        if (pairs.length < most) pairs.push({ rows: [row, other], box: part })
        else omitted += 1
      }
    }
  }
  return { pairs, omitted, complete }
}
