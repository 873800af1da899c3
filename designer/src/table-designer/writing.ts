import type { TableRow } from '@tieuchi/runtime'
import { changedRow, type RowChange } from '../editor-store/commands/table-commands.ts'
import { isUnread, type TextProblem } from '../value-text/value-context.ts'
import { changeOfCell } from './cell-writing.ts'
import type { ClipboardCells } from './clipboard-text.ts'
import { rangeOf, type Rectangle } from './grid-selection.ts'
import type { TableColumn } from './table-column.ts'

/** A text that goes into one cell. */
export interface WrittenCell {
  readonly row: TableRow
  readonly column: TableColumn
  readonly text: string
}

/** A cell whose text says nothing that can be stored. */
export interface UnreadCell {
  readonly row: string
  readonly column: string
  readonly text: string
  readonly problem: TextProblem
}

/** What texts come to: changes of rows, and the cells that could not be read. `touched` names every cell written to. */
export interface Writing {
  readonly changes: readonly RowChange[]
  readonly added: readonly TableRow[]
  readonly unread: readonly UnreadCell[]
  readonly touched: readonly string[]
}

/** A cell by its row and column, whatever moves. */
export const cellKey = (row: string, column: string): string => `${row} ${column}`

const joined = (a: RowChange, b: Omit<RowChange, 'row'>): RowChange =>
  ({ ...a, ...b, ...(b.when && { when: { ...a.when, ...b.when } }), ...(b.then && { then: { ...a.then, ...b.then } }) })

/** Reads texts into the cells of rows that are there. */
export const writeTexts = (cells: readonly WrittenCell[]): Writing => {
  const changes = new Map<string, RowChange>()
  const unread: UnreadCell[] = []
  for (const { row, column, text } of cells) {
    const read = changeOfCell(row, column, text)
    if (read && isUnread(read)) unread.push({ row: row.id, column: column.key, text, problem: read.problem })
    else if (read) changes.set(row.id, joined(changes.get(row.id) ?? { row: row.id }, read))
  }
  return { changes: [...changes.values()], added: [], unread, touched: cells.map(({ row, column }) => cellKey(row.id, column.key)) }
}

/** A row that says nothing yet. */
export const blankRow = (id: string, columns: readonly TableColumn[]): TableRow => ({
  id, when: columns.flatMap(({ side }) => (side === 'when' ? [null] : [])), then: columns.flatMap(({ side }) => (side === 'then' ? [''] : [])),
})

export interface PasteTarget {
  /** The rows in sight, in their order. */
  readonly rows: readonly TableRow[]
  readonly columns: readonly TableColumn[]
  readonly selected: Rectangle
  /** Ids for rows that come to the table. */
  readonly newId: () => string
}

/** A selection that holds what is pasted several times is filled with it; otherwise it goes from its first cell on. */
const extentOf = (cells: ClipboardCells, { top, bottom, left, right }: Rectangle): readonly [rows: number, columns: number] => {
  const [height, width] = [cells.length, Math.max(...cells.map((row) => row.length))]
  const [rows, columns] = [bottom - top + 1, right - left + 1]
  return rows % height === 0 && columns % width === 0 ? [rows, columns] : [height, width]
}

/** What pasting comes to, and the cells it covers. What is longer than the table becomes rows behind it; what is wider is left out. */
export const pasteTexts = (cells: ClipboardCells, target: PasteTarget): Writing & { readonly covered: Rectangle; readonly leftOut: number } => {
  const { rows, columns, selected: { top, left }, newId } = target
  const [height, width] = extentOf(cells, target.selected)
  const right = Math.min(left + width, columns.length) - 1
  const blank = rangeOf(rows.length, top + height - 1).map(() => blankRow(newId(), columns))
  const all = [...rows, ...blank]
  const written = rangeOf(top, top + height - 1).flatMap((row) => rangeOf(left, right).flatMap((column): readonly WrittenCell[] => {
    const [at, into, text] = [all[row], columns[column], cells[(row - top) % cells.length]?.[(column - left) % width]]
    return at && into && text !== undefined ? [{ row: at, column: into, text }] : []
  }))
  const { changes, unread, touched } = writeTexts(written)
  const byRow = new Map(changes.map((change) => [change.row, change]))
  const added = blank.map((row) => {
    const change = byRow.get(row.id)
    return change ? changedRow(row, change) : row
  })
  const isNew = new Set(blank.map(({ id }) => id))
  return { changes: changes.filter(({ row }) => !isNew.has(row)), added, unread, touched, covered: { top, left, bottom: top + height - 1, right }, leftOut: left + width - 1 - right }
}
