import type { FieldSchema } from '../documents/common-document.ts'
import type { ReportDocument } from '../documents/report-document.ts'
import type { Assembly, AssembledField } from '../release/assembly.ts'
import { columnTitles } from './column-titles.ts'
import { leafColumns } from './report-columns.ts'
import { assembleReport, type ReportParts, type ReportSpan } from './report-rules.ts'

const someYear: ReportSpan = { from: '2026-01-01', to: '2026-12-31' }

const numberField = (id: string, title: FieldSchema['x-label']): AssembledField => ({ id, place: 'household', schema: { type: 'number', 'x-label': title } })

/** Everything a report can name, to write its conditions, values and formulas in words: its own facts and columns among it. */
export const readReport = (parts: ReportParts, report: ReportDocument, span: ReportSpan = someYear): Assembly => {
  const assembly = assembleReport(parts, report.logic ?? [], span)
  const titles = columnTitles(report)
  const columns = leafColumns(report).flatMap(({ column }) => (column.kind === 'measure' || column.kind === 'formula' ? [[column.id, numberField(column.id, titles.get(column.id) ?? column.title)] as const] : []))
  return { ...assembly, fields: new Map([...columns, ...assembly.fields]) }
}
