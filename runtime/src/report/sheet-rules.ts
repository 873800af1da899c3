import type { FieldSchema } from '../documents/common-document.ts'
import type { LogicPiece } from '../documents/logic-document.ts'
import type { ReportDocument } from '../documents/report-document.ts'
import { assemble, type Assembly } from '../release/assembly.ts'
import { columnTitles } from './column-titles.ts'
import { leafColumns } from './report-columns.ts'
import { formulasOfReport } from './report-pieces.ts'
import { reportProgramme, reportRelease, type ReportParts, type ReportSpan } from './report-rules.ts'

/** What is computed of the columns of a report, each under the name it is told apart by. */
export const sheetLogic = (report: ReportDocument): readonly LogicPiece[] => {
  const titles = columnTitles(report)
  return formulasOfReport(report).map(({ piece }) => ({ ...piece, title: titles.get(piece.id) ?? piece.title }))
}

/** The columns of a report as the questions and facts of one row: measured ones are given, formulas computed of them. */
export const assembleSheet = (report: ReportDocument, { common, releases }: ReportParts, span: ReportSpan, logic = sheetLogic(report)): Assembly => {
  const titles = columnTitles(report)
  const measured = leafColumns(report).flatMap(({ column }): readonly (readonly [string, FieldSchema])[] =>
    column.kind === 'measure' ? [[column.id, { type: 'number', 'x-label': titles.get(column.id) ?? column.title, ...(column.unit !== undefined && { 'x-unit': column.unit }) }]] : [])
  const { household, members, unit } = common.dictionary.properties
  const properties = { household: { ...household, properties: Object.fromEntries(measured) }, members: { ...members, items: { ...members.items, properties: {} } }, unit: { ...unit, properties: {} } }
  return assemble({
    programme: reportProgramme,
    layer: 'national',
    common: { ...common, dictionary: { ...common.dictionary, properties }, facts: [] },
    releases: { ...releases, [reportProgramme]: reportRelease(logic, span) },
  })
}
