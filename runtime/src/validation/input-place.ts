import type { CommonDocument, FieldSchema } from '../documents/common-document.ts'
import type { Text } from '../documents/text.ts'

const partNames: Readonly<Record<string, Text>> = {
  household: { vi: 'Hộ', en: 'Household' },
  members: { vi: 'Thành viên', en: 'Members' },
  members_complete: { vi: 'Danh sách thành viên đầy đủ', en: 'Members complete' },
  unit: { vi: 'Địa bàn', en: 'Unit' },
  history: { vi: 'Lịch sử', en: 'History' },
  history_from: { vi: 'Ngày có đủ lịch sử', en: 'History complete since' },
  id: { vi: 'Mã thành viên', en: 'Member id' },
}

/** What the entries of a history are made of. */
const historyNames: Readonly<Record<string, Text>> = {
  programme: { vi: 'chương trình', en: 'programme' },
  layer: { vi: 'lớp quy định', en: 'layer' },
  outcome: { vi: 'kết quả', en: 'outcome' },
  member: { vi: 'thành viên', en: 'member' },
  value: { vi: 'giá trị', en: 'value' },
  from: { vi: 'từ ngày', en: 'from' },
  to: { vi: 'đến ngày', en: 'to' },
  decided_on: { vi: 'ngày quyết định', en: 'decided on' },
  standard: { vi: 'chuẩn áp dụng', en: 'standard' },
}

const ownEntry = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined => (Object.hasOwn(record, name) ? record[name] : undefined)

/** The question a path into an input leads to; for a code of several the question that was asked. */
export const fieldAt = (common: CommonDocument, path: readonly string[]): FieldSchema | undefined => {
  const { household, members, unit } = common.dictionary.properties
  const [part, second = '', third = ''] = path
  if (part === 'members') return ownEntry(members.items.properties, third)
  if (part === 'unit') return ownEntry(unit.properties, second)
  return part === 'household' ? ownEntry(household.properties, second) : undefined
}

/** What stands at a path, undefined where nothing does. */
export const valueAt = (input: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined), input)

const ownLabel = (common: CommonDocument, path: readonly string[]): Text => {
  const last = path.at(-1) ?? ''
  if (path[0] === 'history' && path.length > 2) return ownEntry(historyNames, path[2] ?? '') ?? { vi: last, en: last }
  return fieldAt(common, path)?.['x-label'] ?? ownEntry(partNames, path.length === 1 || last === 'id' ? last : '') ?? { vi: last, en: last }
}

const numbered = {
  members: { vi: 'Thành viên', en: 'Member' },
  history: { vi: 'Lịch sử, dòng', en: 'History, entry' },
}

/** `Thành viên 2`: an entry of a list of the input, counted from 0, as its issues call it. */
const entryAt = (line: Text, index: number): Text => ({ vi: `${line.vi} ${index + 1}`, en: `${line.en} ${index + 1}` })

const within = (place: Text): Text => ({ vi: `${place.vi}, `, en: `${place.en}, ` })

/** How issues of an input begin that are of a member, counted from 0: for whoever calls members by their names. */
export const beginningOfMember = (index: number): Text => within(entryAt(numbered.members, index))

/** `Thành viên 2, Ngày sinh`: the place of a path as people call it. */
export const labelAt = (common: CommonDocument, path: readonly string[], input: unknown): Text => {
  const [part = '', index, ...rest] = path
  if (part === '') return { vi: 'Dữ liệu', en: 'Input' }
  const line = ownEntry(numbered, part)
  const label = ownLabel(common, path)
  if (!line || index === undefined || valueAt(input, path.slice(0, 2)) === undefined) return label
  const place = entryAt(line, Number(index))
  if (rest.length === 0) return place
  const beginning = within(place)
  return { vi: `${beginning.vi}${label.vi}`, en: `${beginning.en}${label.en}` }
}
