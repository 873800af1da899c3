import { leafColumns, type ReportColumn, type ReportDocument } from '@tieuchi/runtime'

/** A cell of the head of a report: a group over its columns, or a column down to the figures. */
export interface HeaderCell {
  readonly column: ReportColumn
  readonly columns: number
  readonly rows: number
}

const depthOf = (columns: readonly ReportColumn[]): number => Math.max(0, ...columns.map((column) => (column.kind === 'group' ? 1 + depthOf(column.columns) : 1)))

/** The head of a report, line by line, with how many columns and lines each cell takes. */
export const headerCells = ({ columns }: Pick<ReportDocument, 'columns'>): readonly (readonly HeaderCell[])[] => {
  const depth = depthOf(columns)
  const lines: HeaderCell[][] = Array.from({ length: depth }, () => [])
  const place = (column: ReportColumn, level: number): void => {
    const group = column.kind === 'group'
    lines[level]?.push({ column, columns: group ? leafColumns({ columns: [column] }).length : 1, rows: group ? 1 : depth - level })
    if (group) for (const inner of column.columns) place(inner, level + 1)
  }
  for (const column of columns) place(column, 0)
  return lines
}
