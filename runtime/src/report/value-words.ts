import type { Answer } from '../documents/input-document.ts'
import type { ReportDocument } from '../documents/report-document.ts'
import type { Language, Text } from '../documents/text.ts'
import { describeReference } from '../explain/readable.ts'
import type { Assembly } from '../release/assembly.ts'
import { listOfFact } from '../release/value-types.ts'
import { formatValue, type FormatOptions } from '../values/format.ts'
import { leafColumns } from './report-columns.ts'
import type { ListedHousehold } from './report-names.ts'
import { assembleReport, type ReportParts, type ReportSpan } from './report-rules.ts'

interface KnownCell {
  readonly open: number
  readonly words?: Text
}

const none: Text = { vi: '–', en: '–' }

const formatOf = (reading: Assembly, fact: string): Omit<FormatOptions, 'lists' | 'language'> => {
  const { unit, fieldKind } = describeReference(reading, { fact })
  return { list: listOfFact(reading, { fact }), unit, fieldKind }
}

/** Writes what is known of a household of a list, column by column: what does not apply as none, what is not known as open. */
export const valueWriter = ({ report, span, ...parts }: ReportParts & { readonly report: ReportDocument; readonly span: ReportSpan }): ((values: ListedHousehold['values']) => Readonly<Record<string, KnownCell>>) => {
  const columns = leafColumns(report).flatMap(({ column }) => (column.kind === 'value' ? [column] : []))
  if (columns.length === 0) return () => ({})
  const reading = assembleReport(parts, report.logic ?? [], span)
  const formats = new Map(columns.map(({ id, fact }) => [id, formatOf(reading, fact)]))
  const write = (id: string, value: Answer, language: Language): string => formatValue(value, { ...formats.get(id), lists: reading.lists, language })
  return (values) => Object.fromEntries(columns.map(({ id }): readonly [string, KnownCell] => {
    const value = values[id]
    if (value === undefined) return [id, { open: 1 }]
    return [id, { open: 0, words: value === null ? none : { vi: write(id, value, 'vi'), en: write(id, value, 'en') } }]
  }))
}
