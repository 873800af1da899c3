import { blocksOf, type ReportColumn, type ReportDocument, type RowBlock } from '@tieuchi/runtime'
import type { Command } from '../editor-store/command.ts'
import { findColumn, type ColumnPlace } from '../editor-store/commands/report-columns.ts'
import { withVietnamese } from '../ui/with-vietnamese.ts'
import type { ReportSelection, Spot } from './report-selection.ts'

/** Right of what is selected; behind all where nothing is. */
export const placeAfter = (report: ReportDocument, selection: ReportSelection): ColumnPlace => {
  const found = selection.kind === 'columns' ? findColumn(report.columns, selection.ids.at(-1) ?? '') : undefined
  if (!found) return {}
  return { group: found.within.at(-1)?.id, before: found.among[found.among.indexOf(found.column) + 1]?.id }
}

const stepColumns = (report: ReportDocument, ids: readonly string[], forward: boolean): Command | undefined => {
  const first = findColumn(report.columns, ids[0] ?? '')
  const list = (first?.among ?? []).map(({ id }) => id)
  const at = list.indexOf(ids[0] ?? '')
  if (!first || (forward ? at + ids.length >= list.length : at === 0)) return undefined
  const before = forward ? list[at + ids.length + 1] : list[at - 1]
  return { name: 'report.columns.move', args: { report: report.id, ids, at: { group: first.within.at(-1)?.id, before } } }
}

const stepBlock = (report: ReportDocument, id: string, forward: boolean): Command | undefined => {
  const place = blocksOf(report).find(({ block }) => block.id === id)
  const within = place?.within.at(-1)
  const list = (within && 'rows' in within ? (within.rows ?? []) : report.rows).map((block) => block.id)
  const at = list.indexOf(id)
  if (!place || (forward ? at === list.length - 1 : at === 0)) return undefined
  return { name: 'report.rows.move', args: { report: report.id, id, at: { within: within?.id, before: forward ? list[at + 2] : list[at - 1] } } }
}

/** What is selected one place on among its like; undefined where it is the last. */
export const stepOf = (report: ReportDocument, selection: ReportSelection, forward: boolean): Command | undefined => {
  if (selection.kind === 'columns') return stepColumns(report, selection.ids, forward)
  return selection.kind === 'block' ? stepBlock(report, selection.id, forward) : undefined
}

export const columnWritten = (report: ReportDocument, column: ReportColumn): Command => ({ name: 'report.column.replace', args: { report: report.id, column } })

export const blockWritten = (report: ReportDocument, block: RowBlock): Command => ({ name: 'report.rows.replace', args: { report: report.id, block } })

/** Another title in Vietnamese for a column or a row of everything; undefined where it stays as it is. */
export const retitled = (report: ReportDocument, { kind, id }: Spot, words: string): Command | undefined => {
  if (words === '') return undefined
  if (kind === 'column') {
    const column = findColumn(report.columns, id)?.column
    return column && column.title.vi !== words ? columnWritten(report, { ...column, title: withVietnamese(column.title, words) }) : undefined
  }
  const block = blocksOf(report).find((each) => each.block.id === id)?.block
  return block?.kind === 'total' && block.title.vi !== words ? blockWritten(report, { ...block, title: withVietnamese(block.title, words) }) : undefined
}
