import { isParameterReference } from '../conditions/condition-tree.ts'
import { cellLeaf } from '../logic/table.ts'
import { hasBit, union, type BitSet } from './bit-set.ts'
import type { Box } from './box.ts'
import { Budget, findUncovered } from './coverage.ts'
import { simplestPoint } from './finding-words.ts'
import type { Layout } from './layout.ts'
import { tableAnalysisLimits } from './table-finding.ts'

/** A row that no case reaches: its cells contradict each other, or rows above decide all of its cases. */
export interface DeadRow {
  readonly kind: 'contradictory' | 'covered'
  readonly row: number
  /** Of a covered row: a case that it holds in, and the row above that decides there. */
  readonly point?: readonly number[]
  readonly decider?: number
  /** Parameters whose being established or not it rests on. */
  readonly asked: readonly string[]
}

/** The dead rows found, and whether every row was looked at to the end. */
export interface DeadRows {
  readonly rows: readonly DeadRow[]
  readonly complete: boolean
}

/** The parameters a row asks `isKnown` about. */
const askedBy = ({ piece }: Layout, row: number): readonly string[] => {
  const found = piece.rows[row]
  return (found?.when ?? []).flatMap((_cell, column) => {
    const leaf = found && cellLeaf(piece, found, column)
    return leaf?.operator === 'isKnown' && isParameterReference(leaf) ? [leaf.parameter] : []
  })
}

const contains = (box: Box, point: readonly number[]): boolean => [...box].every(([place, atoms]) => hasBit(atoms, point[place] ?? -1))

type Search = (within: Box, active: BitSet) => Box | null | undefined

const searchWith = ({ index }: Layout, all: Budget): Search => (within, active) => findUncovered(index, within, active, all.part(tableAnalysisLimits.rowSteps))

/** The first possible part of a region; null where none of it can occur. */
const possiblePart = (search: Search, { impossible }: Layout, region: readonly Box[]): Box | null | undefined => {
  for (const box of region) {
    const part = search(box, impossible)
    if (part !== null) return part
  }
  return null
}

const isCovered = (search: Search, region: readonly Box[], active: BitSet): boolean | undefined => {
  for (const box of region) {
    const part = search(box, active)
    if (part !== null) return part === undefined ? undefined : false
  }
  return true
}

const coveredRow = (layout: Layout, search: Search, row: number, part: Box): DeadRow => {
  const region = layout.rows[row]
  const inside = region && possiblePart(search, layout, region.holds)
  const point = simplestPoint(layout.space, inside ?? part)
  const decider = layout.rows.slice(0, row).findIndex(({ holds }) => holds.some((box) => contains(box, point)))
  const asking = layout.rows.slice(0, row).map((_region, index) => ({ index, asked: askedBy(layout, index) })).filter(({ asked }) => asked.length > 0)
  const withoutAsking = layout.holds.slice(0, row).reduce((active, bits, index) => (asking.some((each) => each.index === index) ? active : union(active, bits)), layout.impossible)
  const rests = asking.length > 0 && region !== undefined && isCovered(search, region.may, withoutAsking) !== true
  return { kind: 'covered', row, point, decider, asked: rests ? [...new Set(asking.flatMap(({ asked }) => asked))] : [] }
}

/** Rows that no case reaches. Only in a `first` table do rows above matter. */
export const deadRowsOf = (layout: Layout): DeadRows => {
  const search = searchWith(layout, new Budget(tableAnalysisLimits.allRowSteps))
  const dead: DeadRow[] = []
  let complete = true
  let above = layout.impossible
  for (const [row, { may }] of layout.rows.entries()) {
    const part = possiblePart(search, layout, may)
    if (part === null) dead.push({ kind: 'contradictory', row, asked: askedBy(layout, row) })
    const covered = part && layout.piece.hit === 'first' ? isCovered(search, may, above) : false
    if (part && covered === true) dead.push(coveredRow(layout, search, row, part))
    if (part === undefined || covered === undefined) complete = false
    above = union(above, layout.holds[row] ?? above)
  }
  return { rows: dead, complete }
}
