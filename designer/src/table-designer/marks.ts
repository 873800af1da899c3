import type { Issue, LogicPiece, TableFinding, TablePiece } from '@tieuchi/runtime'
import { cellKey } from './writing.ts'
import type { TableColumn } from './table-column.ts'

/** What was found in a table, by where it is shown. */
export interface Marks {
  /** By the id of the row, of its cells too. */
  readonly rows: ReadonlyMap<string, readonly Issue[]>
  /** By the key of the cell. */
  readonly cells: ReadonlyMap<string, readonly Issue[]>
}

const nothing: Marks = { rows: new Map(), cells: new Map() }

/** The row an issue is about; of an overlap both rows. */
const rowsOf = (issue: Issue, { rows }: TablePiece, index: number): readonly string[] => {
  const { code, path } = issue
  if (code === 'table_overlap' && 'rows' in issue) return (issue as TableFinding).rows
  const row = path[0] === 'logic' && path[1] === index && path[2] === 'rows' ? rows[Number(path[3])] : undefined
  return row ? [row.id] : []
}

const columnOf = ({ path: [, , , , side, at] }: Issue, columns: readonly TableColumn[]): TableColumn | undefined => columns.find((column) => column.side === side && column.side !== 'source' && column.at === at)

/** Sorts what was found in a table to its cells and rows, as the logic was that was looked at. */
export const marksOf = (issues: readonly Issue[], logic: readonly LogicPiece[], table: string, columns: readonly TableColumn[]): Marks => {
  const index = logic.findIndex(({ id }) => id === table)
  const piece = logic[index]
  if (piece?.kind !== 'table') return nothing
  const ofRows = issues.flatMap((issue) => rowsOf(issue, piece, index).map((row) => ({ issue, row, column: columnOf(issue, columns) })))
  const ofCells = ofRows.flatMap(({ issue, row, column }) => (column ? [{ issue, key: cellKey(row, column.key) }] : []))
  const grouped = <T extends { readonly issue: Issue }>(list: readonly T[], keyOf: (each: T) => string): ReadonlyMap<string, readonly Issue[]> =>
    new Map([...Map.groupBy(list, keyOf)].map(([key, found]) => [key, found.map(({ issue }) => issue)]))
  return { rows: grouped(ofRows, ({ row }) => row), cells: grouped(ofCells, ({ key }) => key) }
}

/** A gap that rows are proposed for. */
export const closingOf = (issue: Issue): TableFinding['closing'] => (issue.code === 'table_gap' && 'closing' in issue ? (issue as TableFinding).closing : undefined)

/** The worst of what was found somewhere. */
export const worstOf = (issues: readonly Issue[] | undefined): Issue['severity'] | undefined =>
  (['error', 'warning', 'notice'] as const).find((severity) => issues?.some((issue) => issue.severity === severity))
