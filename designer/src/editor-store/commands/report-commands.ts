import type { ColumnGroup, DraftDocument, ReportCheck, ReportColumn, ReportDocument, RowBlock } from '@tieuchi/runtime'
import { insertBlock, moveBlock, removeBlock, replaceBlock, type BlockPlace } from './report-blocks.ts'
import { groupColumns, insertColumns, moveColumns, removeColumns, replaceColumn, ungroupColumns, type ColumnPlace } from './report-columns.ts'
import { withinReport, type ReportSite, type WithinCommand } from './report-rules.ts'

/** What a report says of itself. */
export type ReportHead = Pick<ReportDocument, 'title' | 'code' | 'period' | 'signatures' | 'citation' | 'certainty' | 'note'>

export interface ReportCommands {
  /** A new report with the questions it stands on, behind all. */
  readonly 'report.add': { readonly report: ReportDocument }
  readonly 'report.remove': { readonly id: string }
  /** To a place among the others, counted without it. */
  readonly 'report.move': { readonly id: string; readonly to: number }
  readonly 'report.head': { readonly report: string; readonly head: ReportHead }
  readonly 'report.columns.insert': { readonly report: string; readonly columns: readonly ReportColumn[]; readonly at: ColumnPlace; readonly logic?: ReportDocument['logic'] }
  readonly 'report.columns.remove': { readonly report: string; readonly ids: readonly string[] }
  readonly 'report.columns.move': { readonly report: string; readonly ids: readonly string[]; readonly at: ColumnPlace }
  /** A column or group as it is from now on, under the id it has. */
  readonly 'report.column.replace': { readonly report: string; readonly column: ReportColumn }
  /** Columns that stand beside one another come under one head. */
  readonly 'report.columns.group': { readonly report: string; readonly ids: readonly string[]; readonly group: Omit<ColumnGroup, 'columns' | 'kind'> }
  readonly 'report.columns.ungroup': { readonly report: string; readonly id: string }
  readonly 'report.rows.insert': { readonly report: string; readonly block: RowBlock; readonly at: BlockPlace }
  readonly 'report.rows.remove': { readonly report: string; readonly id: string }
  readonly 'report.rows.move': { readonly report: string; readonly id: string; readonly at: BlockPlace }
  readonly 'report.rows.replace': { readonly report: string; readonly block: RowBlock }
  /** A new check, or one as it is from now on. */
  readonly 'report.check.put': { readonly report: string; readonly check: ReportCheck }
  readonly 'report.check.remove': { readonly report: string; readonly id: string }
  /** A change of rules to a condition or value of the report, which is read as a piece of a release of its own. */
  readonly 'report.rules': { readonly site: ReportSite; readonly command: WithinCommand }
}

type Args<Name extends keyof ReportCommands> = ReportCommands[Name]

const withReports = (document: DraftDocument, change: (reports: readonly ReportDocument[]) => readonly ReportDocument[]): DraftDocument => {
  const { reports: before, ...release } = document.release
  const reports = change(before ?? [])
  return { ...document, release: reports.length === 0 ? release : { ...release, reports } }
}

const inReport = (document: DraftDocument, id: string, change: (report: ReportDocument) => ReportDocument): DraftDocument =>
  withReports(document, (reports) => reports.map((report) => (report.id === id ? change(report) : report)))

const withColumns = (document: DraftDocument, id: string, change: (columns: ReportDocument['columns']) => ReportDocument['columns']): DraftDocument =>
  inReport(document, id, (report) => ({ ...report, columns: change(report.columns) }))

const withRows = (document: DraftDocument, id: string, change: (rows: ReportDocument['rows']) => ReportDocument['rows']): DraftDocument =>
  inReport(document, id, (report) => ({ ...report, rows: change(report.rows) }))

const withLogic = ({ logic: _before, ...report }: ReportDocument, logic: NonNullable<ReportDocument['logic']>): ReportDocument => (logic.length === 0 ? report : { ...report, logic })

const withChecks = ({ checks: before = [], ...report }: ReportDocument, change: (checks: readonly ReportCheck[]) => readonly ReportCheck[]): ReportDocument => {
  const checks = change(before)
  return checks.length === 0 ? report : { ...report, checks }
}

/** Its own facts and conditions go with the columns that read them; what the report has under such a name stays. */
const insert = (document: DraftDocument, { report: id, columns, at, logic = [] }: Args<'report.columns.insert'>): DraftDocument =>
  inReport(document, id, (report) => {
    const own = report.logic ?? []
    return { ...withLogic(report, [...own, ...logic.filter((piece) => own.every((each) => each.id !== piece.id))]), columns: insertColumns(report.columns, at, columns) }
  })

/** Nobody signs: nothing is said of it. */
const present = ({ signatures = [], ...head }: ReportHead): ReportHead => (signatures.length === 0 ? head : { ...head, signatures })

export const reportCommands = {
  'report.add': (document: DraftDocument, { report }: Args<'report.add'>) => withReports(document, (reports) => [...reports, report]),
  'report.remove': (document: DraftDocument, { id }: Args<'report.remove'>) => withReports(document, (reports) => reports.filter((report) => report.id !== id)),
  'report.move': (document: DraftDocument, { id, to }: Args<'report.move'>) =>
    withReports(document, (reports) => {
      const moved = reports.find((report) => report.id === id)
      return moved ? reports.filter((report) => report !== moved).toSpliced(to, 0, moved) : reports
    }),
  'report.head': (document: DraftDocument, { report: id, head }: Args<'report.head'>) =>
    inReport(document, id, ({ logic, rows, columns, checks }) => ({ id, ...present(head), ...(logic && { logic }), rows, columns, ...(checks && { checks }) })),
  'report.columns.insert': insert,
  'report.columns.remove': (document: DraftDocument, { report, ids }: Args<'report.columns.remove'>) => withColumns(document, report, (columns) => removeColumns(columns, ids)),
  'report.columns.move': (document: DraftDocument, { report, ids, at }: Args<'report.columns.move'>) => withColumns(document, report, (columns) => moveColumns(columns, ids, at)),
  'report.column.replace': (document: DraftDocument, { report, column }: Args<'report.column.replace'>) => withColumns(document, report, (columns) => replaceColumn(columns, column)),
  'report.columns.group': (document: DraftDocument, { report, ids, group }: Args<'report.columns.group'>) => withColumns(document, report, (columns) => groupColumns(columns, ids, group)),
  'report.columns.ungroup': (document: DraftDocument, { report, id }: Args<'report.columns.ungroup'>) => withColumns(document, report, (columns) => ungroupColumns(columns, id)),
  'report.rows.insert': (document: DraftDocument, { report, block, at }: Args<'report.rows.insert'>) => withRows(document, report, (rows) => insertBlock(rows, at, block)),
  'report.rows.remove': (document: DraftDocument, { report, id }: Args<'report.rows.remove'>) => withRows(document, report, (rows) => removeBlock(rows, id)),
  'report.rows.move': (document: DraftDocument, { report, id, at }: Args<'report.rows.move'>) => withRows(document, report, (rows) => moveBlock(rows, id, at)),
  'report.rows.replace': (document: DraftDocument, { report, block }: Args<'report.rows.replace'>) => withRows(document, report, (rows) => replaceBlock(rows, block)),
  'report.check.put': (document: DraftDocument, { report: id, check }: Args<'report.check.put'>) =>
    inReport(document, id, (report) => withChecks(report, (checks) => (checks.some((each) => each.id === check.id) ? checks.map((each) => (each.id === check.id ? check : each)) : [...checks, check]))),
  'report.check.remove': (document: DraftDocument, { report: id, id: check }: Args<'report.check.remove'>) => inReport(document, id, (report) => withChecks(report, (checks) => checks.filter((each) => each.id !== check))),
  'report.rules': (document: DraftDocument, { site, command }: Args<'report.rules'>) => withinReport(document, site, command),
} as const
