import type { TableRow } from '@tieuchi/runtime'
import { textOfCell } from './cell-writing.ts'
import type { TableColumn } from './table-column.ts'

const LETTER = 6.8
const ROOM = 24
const LEAST = 96
/** Letters that the menu of a column takes beside half of its title, which stands in two lines. */
const MENU = 5
const MOST = 208
/** Rows looked at: a table has its widest texts near its beginning or has them shortened. */
const SAMPLE = 60

/** Width of a column in pixels, by its title and what stands in it. */
export const widthOf = (column: TableColumn, rows: readonly TableRow[]): number => {
  const title = Math.max(...`${column.title} ${column.unit === undefined ? '' : `(${column.unit})`}`.split(' ').map(({ length }) => length), column.title.length / 2) + MENU
  const longest = Math.max(title, ...rows.slice(0, SAMPLE).map((row) => textOfCell(row, column).length))
  return Math.min(MOST, Math.max(LEAST, Math.round(longest * LETTER) + ROOM))
}
