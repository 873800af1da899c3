import type { Cell, TablePiece, TableRow } from '../documents/logic-document.ts'
import { isFactReference } from '../conditions/condition-tree.ts'
import { fullBits, hasBit } from './bit-set.ts'
import { BoxIndex } from './box-index.ts'
import { boxIntersection, type Box } from './box.ts'
import { boundWriter, type BoundNames } from './bound-names.ts'
import { Budget, findUncovered } from './coverage.ts'
import type { WriteBound } from './domain.ts'
import { impossibleRegion, rowRegionsOf } from './row-regions.ts'
import { factKey, spaceOf, type Space } from './space.ts'
import { tableAnalysisLimits, type RowCells } from './table-finding.ts'

/** More rows than this for one gap are no help. */
const MOST_ROWS = 12

type Writer = (place: number) => WriteBound

const asItIs: WriteBound = (bound) => bound

/** Cells for one column; only the first of several columns that read the same is narrowed. */
const columnCells = (space: Space, piece: TablePiece, column: number, box: Box, writer: Writer): readonly (Cell | null)[] => {
  const references = piece.inputs.map((input) => (typeof input === 'string' ? { fact: input } : input))
  const reference = references[column]
  if (!reference || !isFactReference(reference)) return [null]
  const key = factKey(reference)
  const place = space.places.get(key) ?? -1
  const dimension = space.dimensions[place]
  const atoms = box.get(place)
  const repeated = references.findIndex((each) => isFactReference(each) && factKey(each) === key) < column
  if (!dimension || !atoms || repeated || (dimension.mayNotApply && hasBit(atoms, dimension.size - 1))) return [null]
  return dimension.domain.stretchesFor(atoms, writer(place)).map(({ cell }) => cell)
}

const product = (columns: readonly (readonly (Cell | null)[])[]): readonly RowCells[] =>
  columns.reduce<readonly RowCells[]>((rows, cells) => (rows.length > MOST_ROWS ? rows : rows.flatMap((row) => cells.map((cell) => [...row, cell]))), [[]])

/**
 * Rows that hold everywhere in a region of the space; where the language cannot say the region they hold in more.
 * Undefined where they would be too many to help.
 */
const proposedRows = (space: Space, piece: TablePiece, box: Box, writer: Writer): readonly RowCells[] | undefined => {
  const rows = product(piece.inputs.map((_input, column) => columnCells(space, piece, column, box, writer)))
  return rows.length > MOST_ROWS ? undefined : rows
}

/**
 * For each gap, rows that close it. Of a `first` table they go to the end, where what they hold in beyond the gap is
 * already decided. Of a `unique` table they may hold together with no row, old or proposed; else none are given.
 */
export const closingRowsOf = (space: Space, piece: TablePiece, gaps: readonly Box[], names: BoundNames): readonly (readonly RowCells[] | undefined)[] => {
  const variants = gaps.map((box) => [
    proposedRows(space, piece, box, (place) => boundWriter(space, names, box, place)),
    proposedRows(space, piece, box, () => asItIs),
  ])
  return piece.hit === 'unique' ? withoutConflicts(space, piece, variants) : variants.map(([named]) => named)
}

const keyOfCells = (cells: RowCells): string => JSON.stringify(cells)

const withoutConflicts = (space: Space, piece: TablePiece, variants: readonly (readonly (readonly RowCells[] | undefined)[])[]): readonly (readonly RowCells[] | undefined)[] => {
  const proposals = [...new Map(variants.flat().flatMap((rows) => rows ?? []).map((cells) => [keyOfCells(cells), cells])).values()]
  const rows: readonly TableRow[] = [...piece.rows, ...proposals.map((when, index): TableRow => ({ id: `proposal ${index}`, when, then: [] }))]
  const extended = spaceOf(space.assembly, { ...piece, rows })
  if (!extended) return variants.map(() => undefined)
  const regions = rowRegionsOf(extended, { ...piece, rows }, rows).map(({ may }) => may)
  const places = new Map(proposals.map((cells, index) => [keyOfCells(cells), piece.rows.length + index]))
  const conflicts = conflictFinder(extended, regions, piece.rows.length)
  const accepted = new Set<number>()
  return variants.map((candidates) => {
    const chosen = candidates.find((candidate) => {
      const numbers = candidate?.map((cells) => places.get(keyOfCells(cells)) ?? -1)
      return numbers !== undefined && numbers.every((number) => !conflicts(number, new Set([...accepted, ...numbers])))
    })
    for (const cells of chosen ?? []) accepted.add(places.get(keyOfCells(cells)) ?? -1)
    return chosen
  })
}

/** Whether a proposed row can hold together with a row of the table or one of the others given. */
const conflictFinder = (space: Space, regions: readonly (readonly Box[])[], existing: number) => {
  const index = new BoxIndex(impossibleRegion(space), space.dimensions.map(({ size }) => size))
  const all = fullBits(index.boxes.length)
  const budget = new Budget(tableAnalysisLimits.allRowSteps)
  const canHoldTogether = (a: readonly Box[], b: readonly Box[]): boolean => a.some((first) => b.some((second) => {
    const both = boxIntersection(first, second)
    return both !== undefined && findUncovered(index, both, all, budget.part(tableAnalysisLimits.rowSteps)) !== null
  }))
  return (number: number, others: ReadonlySet<number>): boolean =>
    regions.some((region, other) => other !== number && (other < existing || others.has(other)) && canHoldTogether(regions[number] ?? [], region))
}
