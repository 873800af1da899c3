import type { CommonDocument, FieldSchema } from '../documents/common-document.ts'
import type { Language, Text } from '../documents/text.ts'
import { formatNumber, formatValue } from '../values/format.ts'

/** As much of a text as a message repeats. */
const mostLetters = 100

const quoted = (text: string): string => `“${text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text}”`

const nested: Text = { vi: 'một nhóm câu trả lời', en: 'a group of answers' }
const empty: Text = { vi: 'để trống (null)', en: 'empty (null)' }

const writeEach = (common: CommonDocument, field: FieldSchema | undefined, value: unknown, language: Language): string => {
  if (value === undefined || value === null) return empty[language]
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return field?.type === 'integer' || field?.type === 'number' ? writeNumber(field, value, language) : formatNumber(value, language)
  if (typeof value === 'string') return quoted(field === undefined ? value : formatValue(value, { list: field['x-list'], lists: new Map(common.lists.map((list) => [list.id, list])), language }))
  if (Array.isArray(value)) return language === 'vi' ? `danh sách ${value.length} mục` : `a list of ${value.length}`
  return nested[language]
}

const writeNumber = (field: FieldSchema, value: number, language: Language): string => formatValue(value, { unit: field['x-unit'], lists: new Map(), language })

/** A value as a message repeats it: as people write it where it is of the kind the question asks for, short, and never the whole of something nested. */
export const writeInputValue = (common: CommonDocument, field: FieldSchema | undefined, value: unknown): Text => ({
  vi: writeEach(common, field, value, 'vi'),
  en: writeEach(common, field, value, 'en'),
})
