import { blocksOf, type ReportColumn, type ReportDocument } from '@tieuchi/runtime'
import { findColumn } from '../editor-store/commands/report-columns.ts'

/** What is selected in a report form: the form itself, columns that stand beside one another, or a block of rows. */
export type ReportSelection =
  | { readonly kind: 'report' }
  | { readonly kind: 'columns'; /** Where the keys stand. */ readonly lead: string; /** Where a range begins. */ readonly anchor: string; readonly ids: readonly string[] }
  | { readonly kind: 'block'; readonly id: string }

/** Something of a report form that the keys can stand at. */
export type Spot = { readonly kind: 'column' | 'block'; readonly id: string }

export const wholeReport: ReportSelection = { kind: 'report' }

export const onlyColumn = (id: string): ReportSelection => ({ kind: 'columns', lead: id, anchor: id, ids: [id] })

export const onlyBlock = (id: string): ReportSelection => ({ kind: 'block', id })

export const spotOf = (selection: ReportSelection): Spot | undefined => {
  if (selection.kind === 'columns') return { kind: 'column', id: selection.lead }
  return selection.kind === 'block' ? { kind: 'block', id: selection.id } : undefined
}

const between = (list: readonly ReportColumn[], a: string, b: string): readonly string[] => {
  const [from, to] = [a, b].map((id) => list.findIndex((column) => column.id === id)) as [number, number]
  return list.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ id }) => id)
}

/** Something was pressed, or the keys came to it; with `range` everything from where the range begins, as far as it stands in one list. */
export const selectedSpot = ({ columns }: ReportDocument, selection: ReportSelection, { kind, id }: Spot, range = false): ReportSelection => {
  if (kind === 'block') return onlyBlock(id)
  if (!range || selection.kind !== 'columns') return onlyColumn(id)
  const among = findColumn(columns, selection.anchor)?.among ?? []
  return among.some((column) => column.id === id) ? { ...selection, lead: id, ids: between(among, selection.anchor, id) } : onlyColumn(id)
}

/** The same selection, as far as the form still has it. */
export const keptSelection = (report: ReportDocument, selection: ReportSelection): ReportSelection => {
  if (selection.kind === 'block') return blocksOf(report).some(({ block: { id } }) => id === selection.id) ? selection : wholeReport
  if (selection.kind !== 'columns') return selection
  const ids = selection.ids.filter((id) => findColumn(report.columns, id))
  if (ids.length === selection.ids.length) return selection
  const [first] = ids
  return first === undefined ? wholeReport : { kind: 'columns', lead: ids.includes(selection.lead) ? selection.lead : first, anchor: ids.includes(selection.anchor) ? selection.anchor : first, ids }
}
