import { canonicalJson, type Literal, type TablePiece, type TableRow } from '@tieuchi/runtime'
import { useDraft } from '../editor-store/draft-context.ts'
import { randomId } from '../ui/random-id.ts'
import { textOfCell } from './cell-writing.ts'
import type { ClipboardCells } from './clipboard-text.ts'
import { rangeOf, type Rectangle } from './grid-selection.ts'
import type { TableColumn } from './table-column.ts'
import type { ShownRow } from './use-filter.ts'
import type { UnreadKeeping } from './use-unread-cells.ts'
import { blankRow, cellKey, pasteTexts, writeTexts, type Writing, type WrittenCell } from './writing.ts'

/** What pasting came to, for the line that says so. */
export interface Pasted {
  readonly rows: number
  readonly columns: number
  readonly leftOut: number
  readonly unread: Writing['unread']
  readonly covered: Rectangle
}

export interface TableWriting {
  readonly textAt: (row: TableRow, column: TableColumn) => string
  readonly write: (cells: readonly WrittenCell[]) => void
  readonly clear: (selected: Rectangle) => void
  readonly fillDown: (selected: Rectangle) => void
  readonly paste: (cells: ClipboardCells, selected: Rectangle) => Pasted
  readonly copy: (selected: Rectangle) => ClipboardCells
  readonly insert: (before: string | undefined) => void
  readonly duplicate: (rows: readonly TableRow[]) => void
  readonly remove: (rows: readonly TableRow[]) => void
  /** Rows in front of one, or behind all. */
  readonly move: (rows: readonly TableRow[], before: string | undefined) => void
  /** Rows that close gaps, behind all others. */
  readonly close: (cells: readonly TableRow['when'][], result?: Literal) => void
}

interface WritingParts {
  readonly piece: TablePiece
  readonly columns: readonly TableColumn[]
  readonly shown: readonly ShownRow[]
  readonly keeping: UnreadKeeping
}

/** Everything that changes the rows of a table, each one step to undo. Always from the newest document, for the one drawn may be older. */
export const useTableWriting = ({ piece, columns, shown, keeping: { unread, note } }: WritingParts): TableWriting => {
  const { editor } = useDraft()
  const table = piece.id
  const documentNow = () => editor.getState().document
  const textAt = (row: TableRow, column: TableColumn): string => unread.get(cellKey(row.id, column.key))?.text ?? textOfCell(row, column)

  const apply = ({ changes, added, unread: found, touched }: Writing): void => {
    const before = documentNow()
    if (changes.length > 0 || added.length > 0) editor.perform({ name: 'table.write', args: { table, changes, ...(added.length > 0 && { added }) } })
    note(touched, found, before, documentNow)
  }

  const cellsOf = ({ top, left, bottom, right }: Rectangle, text: (row: number, column: number) => string): readonly WrittenCell[] =>
    rangeOf(top, bottom).flatMap((row) => rangeOf(left, right).flatMap((column): readonly WrittenCell[] => {
      const [at, into] = [shown[row]?.row, columns[column]]
      return at && into ? [{ row: at, column: into, text: text(row, column) }] : []
    }))

  const textIn = (row: number, column: number): string => {
    const [at, into] = [shown[row]?.row, columns[column]]
    return at && into ? textAt(at, into) : ''
  }

  return {
    textAt,
    write: (cells) => apply(writeTexts(cells)),
    clear: (selected) => apply(writeTexts(cellsOf(selected, () => ''))),
    fillDown: ({ top, left, bottom, right }) => {
      const from = top === bottom ? top - 1 : top
      if (from >= 0) apply(writeTexts(cellsOf({ top: from + 1, left, bottom, right }, (_row, column) => textIn(from, column))))
    },
    paste: (cells, selected) => {
      const pasted = pasteTexts(cells, { rows: shown.map(({ row }) => row), columns, selected, newId: randomId })
      apply(pasted)
      const { covered, leftOut } = pasted
      return { rows: covered.bottom - covered.top + 1, columns: covered.right - covered.left + 1, leftOut, unread: pasted.unread, covered }
    },
    copy: ({ top, left, bottom, right }) => rangeOf(top, bottom).map((row) => rangeOf(left, right).map((column) => textIn(row, column))),
    insert: (before) => editor.perform({ name: 'table.rows.insert', args: { table, rows: [blankRow(randomId(), columns)], ...(before !== undefined && { before }) } }),
    duplicate: (rows) => {
      const behind = piece.rows[piece.rows.findIndex(({ id }) => id === rows.at(-1)?.id) + 1]
      editor.perform({ name: 'table.rows.insert', args: { table, rows: rows.map((row) => ({ ...row, id: randomId() })), ...(behind && { before: behind.id }) } })
    },
    remove: (rows) => editor.perform({ name: 'table.rows.remove', args: { table, rows: rows.map(({ id }) => id) } }),
    move: (rows, before) => editor.perform({ name: 'table.rows.move', args: { table, rows: rows.map(({ id }) => id), ...(before !== undefined && { before }) } }),
    close: (cells, result = '') => {
      const distinct = [...new Map(cells.map((when) => [canonicalJson(when), when])).values()]
      editor.perform({ name: 'table.rows.insert', args: { table, rows: distinct.map((when) => ({ id: randomId(), when, then: piece.outputs.map(() => result) })) } })
    },
  }
}
