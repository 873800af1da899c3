import type { LeafColumn, ReportColumn, ReportDocument } from '../documents/report-document.ts'
import type { Text } from '../documents/text.ts'
import { formatDate } from '../values/format.ts'
import { leafColumns } from './report-columns.ts'
import type { SheetCell, SheetRow } from './report-sheet.ts'

/** The figures of one period; all periods of a table have the same rows and columns, as far as their rules and units do. */
export interface PeriodSheet {
  readonly from: string
  readonly to: string
  readonly document: ReportDocument
  readonly rows: readonly SheetRow[]
}

/** Where a column of a joined table comes from. */
export interface ColumnOrigin {
  /** Which of the periods, from 0. */
  readonly period: number
  readonly column: string
}

/** Several periods side by side as one table. */
export interface JoinedSheet {
  readonly document: ReportDocument
  readonly rows: readonly SheetRow[]
  readonly origins: ReadonlyMap<string, ColumnOrigin>
}

/** What a period is called: a year by its number. */
export const periodTitle = ({ from, to }: Pick<PeriodSheet, 'from' | 'to'>): Text => {
  const year = from.slice(0, 4)
  const title = from === `${year}-01-01` && to === `${year}-12-31` ? year : `${formatDate(from)}–${formatDate(to)}`
  return { vi: title, en: title }
}

const nameIn = (period: number, column: string): string => `period_${period}_${column}`

const renamed = (column: ReportColumn, period: number): ReportColumn =>
  (column.kind === 'group' ? { ...column, id: nameIn(period, column.id), columns: column.columns.map((inner) => renamed(inner, period)) } : { ...column, id: nameIn(period, column.id) })

/** A period is a group of its columns; one column alone has the name of its period. */
const columnOf = ({ document, ...span }: PeriodSheet, period: number): ReportColumn => {
  const title = periodTitle(span)
  const [only, ...more] = document.columns
  if (only && only.kind !== 'group' && more.length === 0) return { ...renamed(only, period), title }
  return { kind: 'group', id: `period_${period}`, title, columns: document.columns.map((column) => renamed(column, period)) }
}

/** Rows of all periods: in the order of the last one, then those that only earlier ones have. */
const rowsOf = (sheets: readonly PeriodSheet[]): readonly SheetRow[] => {
  const rows = new Map<string, SheetRow>()
  for (const { rows: own } of sheets.toReversed()) for (const row of own) if (!rows.has(row.id)) rows.set(row.id, row)
  return [...rows.values()]
}

/** A unit without a row was not there then; in any other row nobody was counted. */
const missingCell = (row: SheetRow, column: LeafColumn): SheetCell =>
  (row.unit === undefined && column.kind === 'measure' && !('share' in column.measure) ? { value: 0, open: 0 } : { open: 0 })

const cellsIn = (sheet: PeriodSheet, period: number, row: SheetRow): readonly (readonly [string, SheetCell])[] => {
  const own = sheet.rows.find(({ id }) => id === row.id)
  return leafColumns(sheet.document).flatMap(({ column }) => {
    const cell = own ? own.cells[column.id] : missingCell(row, column)
    return cell ? [[nameIn(period, column.id), cell] as const] : []
  })
}

/** Puts the figures of several periods into one table; of one period it is that one's. */
export const joinPeriods = (sheets: readonly PeriodSheet[]): JoinedSheet | undefined => {
  const last = sheets.at(-1)
  if (!last) return undefined
  const leaves = sheets.map(({ document }) => leafColumns(document).map(({ column }) => column.id))
  if (sheets.length === 1) return { document: last.document, rows: last.rows, origins: new Map((leaves[0] ?? []).map((column) => [column, { period: 0, column }])) }
  return {
    document: { ...last.document, columns: sheets.map(columnOf) },
    rows: rowsOf(sheets).map((row) => ({ ...row, cells: Object.fromEntries(sheets.flatMap((sheet, period) => cellsIn(sheet, period, row))) })),
    origins: new Map(leaves.flatMap((columns, period) => columns.map((column) => [nameIn(period, column), { period, column }] as const))),
  }
}
