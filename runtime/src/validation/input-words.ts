import type { CodeList, FieldSchema } from '../documents/common-document.ts'
import type { Language, Text } from '../documents/text.ts'
import { expectedOf } from '../form/field-kinds.ts'
import { formatNumber, formatValue } from '../values/format.ts'

/** What a message is made of. */
export interface InputWords {
  readonly label: Text
  readonly value: Text
  /** The value of the keyword in the schema. */
  readonly limit: unknown
  readonly field: FieldSchema | undefined
  /** What the kind of a package says the value lacks. */
  readonly lacks: Text | undefined
  readonly lists: readonly CodeList[]
}

const typeNames: Readonly<Record<string, Text>> = {
  boolean: { vi: 'có hoặc không', en: 'yes or no (true or false)' },
  integer: { vi: 'một số nguyên', en: 'a whole number' },
  number: { vi: 'một số', en: 'a number' },
  string: { vi: 'chữ', en: 'text' },
  array: { vi: 'một danh sách', en: 'a list' },
  object: { vi: 'một nhóm câu trả lời', en: 'a group of answers' },
}

/** Of what is no question: days of a history. */
const aDay: Text = { vi: 'ngày theo dạng 2026-12-31', en: 'a date like 2026-12-31' }

/** Codes a message lists; of longer lists it says how many there are. */
const mostCodes = 12

const limitText = ({ limit, field }: InputWords, language: Language): string => {
  if (typeof limit !== 'number') return String(limit)
  return field === undefined ? formatNumber(limit, language) : formatValue(limit, { unit: field['x-unit'], lists: new Map(), language })
}

const typeText = ({ limit }: InputWords, language: Language): string =>
  (Array.isArray(limit) ? limit : [limit]).map((name: unknown) => typeNames[String(name)]?.[language] ?? String(name)).join(language === 'vi' ? ' hoặc ' : ' or ')

/** `nông thôn (rural)`: the title for people, the code for whoever sends data. */
const codesText = ({ limit, field, lists }: InputWords, language: Language): string => {
  const codes = Array.isArray(limit) ? limit.map(String) : []
  const entries = lists.find(({ id }) => id === field?.['x-list'])?.entries ?? []
  const listed = codes.slice(0, mostCodes).map((code) => {
    const title = entries.find((entry) => entry.code === code)?.title[language]
    return title === undefined || title === code ? code : `${title} (${code})`
  })
  const more = codes.length - listed.length
  return [...listed, ...(more > 0 ? [language === 'vi' ? `và ${more} mục khác` : `and ${more} more`] : [])].join(', ')
}

const expected = (words: InputWords, vi: string, en: string): Text => ({
  vi: `${words.label.vi}: giá trị ${words.value.vi} không hợp lệ; cần ${vi}.`,
  en: `${words.label.en}: ${words.value.en} is not valid; expected ${en}.`,
})

/** What each violated keyword says: those of the schema of inputs, and what no schema can say. */
const messages: Readonly<Record<string, (words: InputWords) => Text>> = {
  type: (words) => expected(words, typeText(words, 'vi'), typeText(words, 'en')),
  enum: (words) => expected(words, `một trong: ${codesText(words, 'vi')}`, `one of: ${codesText(words, 'en')}`),
  pattern: (words) => {
    const { vi, en } = (words.field && expectedOf(words.field)) ?? aDay
    return expected(words, vi, en)
  },
  kind: (words) => {
    const { vi = '', en = '' } = (words.field && expectedOf(words.field)) ?? {}
    const { lacks } = words
    return lacks ? { vi: `${words.label.vi}: giá trị ${words.value.vi} không hợp lệ: ${lacks.vi}; cần ${vi}.`, en: `${words.label.en}: ${words.value.en} is not valid: ${lacks.en}; expected ${en}.` } : expected(words, vi, en)
  },
  minimum: (words) => expected(words, `từ ${limitText(words, 'vi')} trở lên`, `at least ${limitText(words, 'en')}`),
  maximum: (words) => expected(words, `từ ${limitText(words, 'vi')} trở xuống`, `at most ${limitText(words, 'en')}`),
  minLength: (words) => expected(words, `ít nhất ${String(words.limit)} ký tự`, `at least ${String(words.limit)} characters`),
  maxLength: (words) => expected(words, `không quá ${String(words.limit)} ký tự`, `at most ${String(words.limit)} characters`),
  maxItems: ({ label, limit }) => ({ vi: `${label.vi}: nhiều hơn ${String(limit)} mục; hãy bớt đi.`, en: `${label.en}: more than ${String(limit)} entries; send fewer.` }),
  characters: (words) => expected(words, 'chữ viết đúng mã Unicode', 'well-formed Unicode text'),
  uniqueItems: (words) => expected(words, 'các mục không trùng nhau', 'items that do not repeat'),
  required: ({ label, limit }) => ({ vi: `${label.vi}: thiếu “${String(limit)}”; hãy bổ sung.`, en: `${label.en}: “${String(limit)}” is missing; add it.` }),
  additionalProperties: ({ label }) => ({
    vi: `“${label.vi}” không có trong từ điển; hãy bỏ hoặc sửa tên.`,
    en: `“${label.en}” is not in the dictionary; remove it or correct its name.`,
  }),
  calendar: (words) => expected(words, 'một ngày có trên lịch', 'a day of the calendar'),
  digits: (words) => expected(words, `không quá ${String(words.limit)} chữ số`, `at most ${String(words.limit)} digits`),
  duplicate: ({ label, value }) => ({ vi: `${label.vi}: mã ${value.vi} trùng với thành viên khác; mỗi thành viên cần một mã riêng.`, en: `${label.en}: ${value.en} is used by another member too; each member needs an id of its own.` }),
}

const unlike = (words: InputWords): Text => expected(words, 'câu trả lời đúng quy định của từ điển', 'an answer the dictionary allows')

/** What is wrong and what to do, in both languages. */
export const inputWords = (keyword: string, words: InputWords): Text => ((Object.hasOwn(messages, keyword) ? messages[keyword] : undefined) ?? unlike)(words)
