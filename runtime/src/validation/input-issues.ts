import type { CommonDocument, FieldSchema } from '../documents/common-document.ts'
import type { HouseholdInput, MemberAnswers } from '../documents/input-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { Text } from '../documents/text.ts'
import { isDay, parseDays } from '../values/day.ts'
import { formatNumber, formatUnit } from '../values/format.ts'
import { limits } from '../limits/limits.ts'
import { fitsDigits } from '../values/number.ts'
import type { Violation } from './verdict.ts'

interface Words {
  readonly label: Text
  readonly value: string
  readonly limit: unknown
  readonly field: FieldSchema | undefined
}

const typeNames: Readonly<Record<string, Text>> = {
  boolean: { vi: 'có hoặc không', en: 'yes or no (true or false)' },
  integer: { vi: 'một số nguyên', en: 'a whole number' },
  number: { vi: 'một số', en: 'a number' },
  string: { vi: 'chữ', en: 'text' },
  array: { vi: 'một danh sách', en: 'a list' },
  object: { vi: 'một nhóm câu trả lời', en: 'a group of answers' },
}

const patternNames: Readonly<Record<string, Text>> = {
  date: { vi: 'ngày theo dạng 2026-12-31', en: 'a date like 2026-12-31' },
  'partial-date': { vi: 'ngày theo dạng 2026-12-31, 2026-12 hoặc 2026', en: 'a date like 2026-12-31, 2026-12 or 2026' },
  'personal-number': { vi: 'đủ 12 chữ số', en: 'exactly 12 digits' },
}

const limitText = ({ limit, field }: Words, language: 'vi' | 'en'): string =>
  (typeof limit === 'number' ? formatNumber(limit, language) : String(limit)) + (field?.['x-unit'] === undefined ? '' : formatUnit(field['x-unit'], language))

const expected = (words: Words, vi: string, en: string): Text => ({
  vi: `${words.label.vi}: giá trị ${words.value} không hợp lệ; cần ${vi}.`,
  en: `${words.label.en}: ${words.value} is not valid; expected ${en}.`,
})

const messages: Readonly<Record<string, (words: Words) => Text>> = {
  type: (words) => {
    const name = typeNames[String(words.limit)] ?? { vi: String(words.limit), en: String(words.limit) }
    return expected(words, name.vi, name.en)
  },
  enum: (words) => {
    const codes = Array.isArray(words.limit) ? words.limit.join(', ') : ''
    return expected(words, `một trong: ${codes}`, `one of: ${codes}`)
  },
  pattern: (words) => {
    const name = patternNames[words.field?.format ?? 'date'] ?? { vi: 'đúng mẫu', en: 'the given pattern' }
    return expected(words, name.vi, name.en)
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
  duplicate: ({ label, value }) => ({ vi: `${label.vi}: mã ${value} trùng với thành viên khác; mỗi thành viên cần một mã riêng.`, en: `${label.en}: ${value} is used by another member too; each member needs an id of its own.` }),
}

const partNames: Readonly<Record<string, Text>> = {
  household: { vi: 'Hộ', en: 'Household' },
  members: { vi: 'Thành viên', en: 'Members' },
  members_complete: { vi: 'Danh sách thành viên đầy đủ', en: 'Members complete' },
  unit: { vi: 'Địa bàn', en: 'Unit' },
  history: { vi: 'Lịch sử', en: 'History' },
  history_from: { vi: 'Ngày có đủ lịch sử', en: 'History complete since' },
  id: { vi: 'Mã thành viên', en: 'Member id' },
}

const ownEntry = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined => (Object.hasOwn(record, name) ? record[name] : undefined)

const fieldAt = (common: CommonDocument, path: readonly string[]): FieldSchema | undefined => {
  const { household, members, unit } = common.dictionary.properties
  const [part, second = '', third = ''] = path
  if (part === 'members') return ownEntry(members.items.properties, third)
  return part === 'unit' ? ownEntry(unit.properties, second) : ownEntry(household.properties, second)
}

const placeOf = (path: readonly string[], input: unknown): Text => {
  const member = path[0] === 'members' && path.length > 1 ? Number(path[1]) + 1 : undefined
  if (member === undefined || valueAt(input, path.slice(0, 2)) === undefined) return { vi: '', en: '' }
  return { vi: `Thành viên ${member}, `, en: `Member ${member}, ` }
}

const labelOf = (common: CommonDocument, path: readonly string[], input: unknown): Text => {
  const last = path.at(-1) ?? ''
  const own = fieldAt(common, path)?.['x-label'] ?? ownEntry(partNames, path.length === 1 || last === 'id' ? last : '') ?? { vi: last, en: last }
  const place = placeOf(path, input)
  return last === '' ? { vi: 'Dữ liệu', en: 'Input' } : { vi: place.vi + own.vi, en: place.en + own.en }
}

const valueAt = (input: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined), input)

/** A value as a message repeats it: short, and never the whole of something nested. */
const written = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.length}]`
  if (typeof value === 'object' && value !== null) return '{…}'
  const text = JSON.stringify(value) ?? ''
  return text.length > 100 ? `${text.slice(0, 100)}…` : text
}

/** Problems told at once; more would bury the first. */
export const mostIssues = 100

/** A violation in words: the place, the value, and what was expected. */
export const inputIssue = (common: CommonDocument, input: unknown, { path, keyword, limit }: Violation): Issue => {
  const value = valueAt(input, path)
  const words: Words = { label: labelOf(common, path, input), value: written(value), limit, field: fieldAt(common, path) }
  const write = messages[keyword] ?? ((each: Words) => expected(each, keyword, keyword))
  return {
    code: `input_${keyword}`,
    severity: 'error',
    path: path.map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
    params: { value: typeof value === 'object' ? written(value) : value, limit },
    message: write(words),
  }
}

/** What a JSON Schema cannot say: days that exist, digits that stay exact, members told apart. */
export const semanticViolations = (common: CommonDocument, input: HouseholdInput): readonly Violation[] => {
  const { household = {}, members = [], unit = {}, history = [], history_from: since } = input
  const answers = [['household', household], ['unit', unit], ...members.map((member, index) => [`members/${index}`, member] as const)] as const
  return [
    ...answers.flatMap(([place, group]) => Object.entries(group).flatMap(([id, answer]) => answerViolations(common, [...place.split('/'), id], answer))),
    ...repeatedMembers(members),
    ...(since !== undefined && !isDay(since) ? [{ path: ['history_from'], keyword: 'calendar', limit: undefined }] : []),
    ...history.flatMap((entry, index) => (['from', 'to', 'decided_on'] as const).flatMap((name) => {
      const day = entry[name]
      return day !== undefined && !isDay(day) ? [{ path: ['history', String(index), name], keyword: 'calendar', limit: undefined }] : []
    })),
  ]
}

const answerViolations = (common: CommonDocument, path: readonly string[], answer: unknown): readonly Violation[] => {
  if (typeof answer === 'number') return fitsDigits(answer) ? [] : [{ path, keyword: 'digits', limit: limits.digits }]
  if (typeof answer === 'string' && !answer.isWellFormed()) return [{ path, keyword: 'characters', limit: undefined }]
  const format = fieldAt(common, path)?.format
  const isDate = format === 'date' || format === 'partial-date'
  return isDate && typeof answer === 'string' && parseDays(answer) === undefined ? [{ path, keyword: 'calendar', limit: undefined }] : []
}

const repeatedMembers = (members: readonly MemberAnswers[]): readonly Violation[] => {
  const seen = new Set<string>()
  return members.flatMap(({ id }, index) => {
    const repeated = seen.has(id)
    seen.add(id)
    return repeated ? [{ path: ['members', String(index), 'id'], keyword: 'duplicate', limit: undefined }] : []
  })
}
