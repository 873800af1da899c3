import type { Cell, Certainty, Citation, DraftDocument, FactReference, HitPolicy, ParameterReference, TablePiece, TableRow, Text } from '@tieuchi/runtime'
import { withAlong, type Along } from './along.ts'

/** The conditions of a table, or its results. */
export type TableSide = 'when' | 'then'

type Result = TableRow['then'][number]

/** What is written anew in one row: cells by their column, and what it rests on. `null` takes away. */
export interface RowChange {
  readonly row: string
  readonly when?: Readonly<Record<number, Cell | null>>
  readonly then?: Readonly<Record<number, Result>>
  readonly citation?: Citation | null
  readonly certainty?: Certainty | null
  readonly note?: Text | null
}

export interface TableCommands {
  readonly 'table.title': { readonly table: string; readonly title: Text }
  readonly 'table.hit': { readonly table: string; readonly hit: HitPolicy }
  /** Whether it is meant that the result does not apply where no row holds. */
  readonly 'table.otherwise': { readonly table: string; readonly meant: boolean }
  /** A new condition column, where any value holds so far. */
  readonly 'table.input.add': { readonly table: string; readonly input: string | FactReference | ParameterReference; readonly at: number }
  /** A new result column with one result for every row. */
  readonly 'table.output.add': { readonly table: string; readonly output: string; readonly at: number; readonly result: Result }
  /** To a place among the others of its side, counted without it. */
  readonly 'table.column.move': { readonly table: string; readonly side: TableSide; readonly at: number; readonly to: number }
  readonly 'table.column.remove': { readonly table: string; readonly side: TableSide; readonly at: number }
  /** New rows in front of one, or behind all. */
  readonly 'table.rows.insert': { readonly table: string; readonly rows: readonly TableRow[]; readonly before?: string }
  readonly 'table.rows.remove': { readonly table: string; readonly rows: readonly string[] }
  /** Rows, in their order, in front of one that is none of them, or behind all. */
  readonly 'table.rows.move': { readonly table: string; readonly rows: readonly string[]; readonly before?: string }
  /** Any number of cells at once, as typed, pasted, filled down or cleared; what was pasted beyond the last row are new ones. */
  readonly 'table.write': { readonly table: string; readonly changes: readonly RowChange[]; readonly added?: readonly TableRow[]; readonly along?: Along }
}

type Args<Name extends keyof TableCommands> = TableCommands[Name]

const withTable = (document: DraftDocument, table: string, change: (piece: TablePiece) => TablePiece): DraftDocument => {
  const logic = document.release.logic.map((piece) => (piece.id === table && piece.kind === 'table' ? change(piece) : piece))
  const changed = logic.some((piece, index) => piece !== document.release.logic[index])
  return changed ? { ...document, release: { ...document.release, logic } } : document
}

const withRows = (document: DraftDocument, table: string, change: (rows: TablePiece['rows']) => TablePiece['rows']): DraftDocument =>
  withTable(document, table, (piece) => ({ ...piece, rows: change(piece.rows) }))

const placeBefore = (rows: readonly TableRow[], before: string | undefined): number => {
  const at = rows.findIndex(({ id }) => id === before)
  return at === -1 ? rows.length : at
}

const moved = <T>(list: readonly T[], at: number, to: number): readonly T[] => {
  const entry = list.slice(at, at + 1)
  return entry.length === 0 ? list : list.toSpliced(at, 1).toSpliced(to, 0, ...entry)
}

/** The same change to the head of a column and to its cell in every row. */
const withColumns = (piece: TablePiece, side: TableSide, change: <T>(list: readonly T[]) => readonly T[]): TablePiece =>
  side === 'when'
    ? { ...piece, inputs: change(piece.inputs), rows: piece.rows.map((row) => ({ ...row, when: change(row.when) })) }
    : { ...piece, outputs: change(piece.outputs), rows: piece.rows.map((row) => ({ ...row, then: change(row.then) })) }

const written = <T>(cells: readonly T[], changes: Readonly<Record<number, T>> | undefined): readonly T[] =>
  changes === undefined ? cells : cells.map((cell, column) => (Object.hasOwn(changes, column) ? (changes[column] as T) : cell))

const withSource = (row: TableRow, { citation, certainty, note }: RowChange): TableRow => {
  const { citation: cited, certainty: sure, note: noted, ...rest } = row
  const next = { citation: citation === undefined ? cited : citation, certainty: certainty === undefined ? sure : certainty, note: note === undefined ? noted : note }
  return { ...rest, ...(next.citation && { citation: next.citation }), ...(next.certainty && { certainty: next.certainty }), ...(next.note && { note: next.note }) }
}

/** A row with what is written anew in it. */
export const changedRow = (row: TableRow, change: RowChange): TableRow => withSource({ ...row, when: written(row.when, change.when), then: written(row.then, change.then) }, change)

const write = (document: DraftDocument, { table, changes, added = [], along }: Args<'table.write'>): DraftDocument => {
  const byRow = new Map(changes.map((change) => [change.row, change]))
  return withAlong(withRows(document, table, (rows) => [
    ...rows.map((row) => {
      const change = byRow.get(row.id)
      return change ? changedRow(row, change) : row
    }),
    ...added,
  ]), table, along)
}

export const tableCommands = {
  'table.title': (document: DraftDocument, { table, title }: Args<'table.title'>) => withTable(document, table, (piece) => ({ ...piece, title })),
  'table.hit': (document: DraftDocument, { table, hit }: Args<'table.hit'>) => withTable(document, table, (piece) => ({ ...piece, hit })),
  'table.otherwise': (document: DraftDocument, { table, meant }: Args<'table.otherwise'>) =>
    withTable(document, table, ({ otherwise, ...piece }) => ((otherwise !== undefined) === meant ? { ...piece, ...(otherwise && { otherwise }) } : { ...piece, ...(meant && { otherwise: 'not_applicable' as const }) })),
  'table.input.add': (document: DraftDocument, { table, input, at }: Args<'table.input.add'>) =>
    withTable(document, table, (piece) => ({ ...piece, inputs: piece.inputs.toSpliced(at, 0, input), rows: piece.rows.map((row) => ({ ...row, when: row.when.toSpliced(at, 0, null) })) })),
  'table.output.add': (document: DraftDocument, { table, output, at, result }: Args<'table.output.add'>) =>
    withTable(document, table, (piece) => ({ ...piece, outputs: piece.outputs.toSpliced(at, 0, output), rows: piece.rows.map((row) => ({ ...row, then: row.then.toSpliced(at, 0, result) })) })),
  'table.column.move': (document: DraftDocument, { table, side, at, to }: Args<'table.column.move'>) => withTable(document, table, (piece) => withColumns(piece, side, (list) => moved(list, at, to))),
  'table.column.remove': (document: DraftDocument, { table, side, at }: Args<'table.column.remove'>) => withTable(document, table, (piece) => withColumns(piece, side, (list) => list.toSpliced(at, 1))),
  'table.rows.insert': (document: DraftDocument, { table, rows, before }: Args<'table.rows.insert'>) => withRows(document, table, (all) => all.toSpliced(placeBefore(all, before), 0, ...rows)),
  'table.rows.remove': (document: DraftDocument, { table, rows }: Args<'table.rows.remove'>) => withRows(document, table, (all) => all.filter(({ id }) => !rows.includes(id))),
  'table.rows.move': (document: DraftDocument, { table, rows, before }: Args<'table.rows.move'>) =>
    withRows(document, table, (all) => {
      const others = all.filter(({ id }) => !rows.includes(id))
      return others.toSpliced(placeBefore(others, before), 0, ...all.filter(({ id }) => rows.includes(id)))
    }),
  'table.write': write,
} as const
