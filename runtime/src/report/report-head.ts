import type { ReportColumn, ReportDocument } from '../documents/report-document.ts'
import type { Text } from '../documents/text.ts'
import { leafColumns } from './report-columns.ts'

/** A cell of the head of a report: a group over its columns, or a column down to the figures. `level` and `first` count from 0. */
export interface HeadCell {
  readonly column: ReportColumn
  readonly level: number
  readonly first: number
  readonly across: number
  readonly down: number
}

const withPercent = (title: string): string => (title.includes('%') ? title : `${title} (%)`)

/** What the head calls a column: that its numbers are percentages is said where the title does not. */
export const columnTitle = (column: ReportColumn): Text => ('unit' in column && column.unit === 'percent' ? { vi: withPercent(column.title.vi), en: withPercent(column.title.en) } : column.title)

const depthOf = (columns: readonly ReportColumn[]): number => Math.max(0, ...columns.map((column) => (column.kind === 'group' ? 1 + depthOf(column.columns) : 1)))

/** How many lines the head of a report has, and its cells. */
export const reportHead = ({ columns }: Pick<ReportDocument, 'columns'>): { readonly lines: number; readonly cells: readonly HeadCell[] } => {
  const lines = depthOf(columns)
  const cells: HeadCell[] = []
  const place = (column: ReportColumn, level: number, first: number): number => {
    const across = leafColumns({ columns: [column] }).length
    cells.push({ column, level, first, across, down: column.kind === 'group' ? 1 : lines - level })
    let next = first
    if (column.kind === 'group') for (const inner of column.columns) next += place(inner, level + 1, next)
    return across
  }
  let first = 0
  for (const column of columns) first += place(column, 0, first)
  return { lines, cells }
}
