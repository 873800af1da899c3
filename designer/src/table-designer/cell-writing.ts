import type { Language, TableRow, Text } from '@tieuchi/runtime'
import type { RowChange } from '../editor-store/commands/table-commands.ts'
import { readCitation, writeCitation } from '../value-text/citation-text.ts'
import { readCell } from '../value-text/read-cell.ts'
import { readResult, writeResult } from '../value-text/result-text.ts'
import { isUnread, type Unread } from '../value-text/value-context.ts'
import { writeCell } from '../value-text/write-cell.ts'
import type { SourceColumn, TableColumn } from './table-column.ts'

const sourceText = ({ citation, certainty, note }: TableRow, { part, context }: SourceColumn): string => {
  if (part === 'citation') return writeCitation(citation, context.language)
  return part === 'note' ? (note?.[context.language] ?? '') : writeResult(certainty ?? '', context)
}

/** What stands in a row's cell, as people write it. */
export const textOfCell = (row: TableRow, column: TableColumn): string => {
  if (column.side === 'when') return writeCell(row.when[column.at] ?? null, column.context)
  if (column.side === 'then') return writeResult(row.then[column.at] ?? '', column.context)
  return sourceText(row, column)
}

/** English that nobody wrote follows the Vietnamese. */
const noteOf = (note: Text | undefined, text: string, language: Language): Text | null => {
  if (text === '') return null
  if (language === 'en') return { vi: note?.vi ?? text, en: text }
  return { vi: text, en: note === undefined || note.en === note.vi ? text : note.en }
}

const sourceChange = (row: TableRow, { part, context }: SourceColumn, text: string): Omit<RowChange, 'row'> | Unread => {
  if (part === 'citation') return { citation: readCitation(text) ?? null }
  if (part === 'note') return { note: noteOf(row.note, text.trim(), context.language) }
  const read = readResult(text, context)
  if (isUnread(read)) return read
  return { certainty: read.result === '' ? null : (read.result as TableRow['certainty'] & string) }
}

/** What a text written into a row's cell changes; nothing where the cell says the same already. */
export const changeOfCell = (row: TableRow, column: TableColumn, text: string): Omit<RowChange, 'row'> | Unread | undefined => {
  if (text.trim() === textOfCell(row, column)) return undefined
  if (column.side === 'source') return sourceChange(row, column, text)
  if (column.side === 'when') {
    const read = readCell(text, column.context)
    return isUnread(read) ? read : { when: { [column.at]: read.cell } }
  }
  const read = readResult(text, column.context)
  return isUnread(read) ? read : { then: { [column.at]: read.result } }
}
