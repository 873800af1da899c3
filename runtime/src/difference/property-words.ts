import type { FieldKindUse } from '../documents/field-kind-use.ts'
import type { Text } from '../documents/text.ts'
import { periodNames } from '../explain/entitlement-words.ts'
import { kindPhrase } from '../explain/kind-phrase.ts'
import { describeReference } from '../explain/readable.ts'
import { describeResult } from '../explain/result-words.ts'
import { formatDate, formatNumber, formatUnit } from '../values/format.ts'
import type { Json } from './change.ts'
import { isText, type Side } from './difference-place.ts'
import { asWritten, fill, joinTexts, quoted } from './difference-words.ts'
import { isJsonList, isJsonObject } from './keyed-document.ts'

const named = (vi: string, en: string): Text => ({ vi, en })

/** What the properties of documents are called. One that is not listed is told without its value. */
const names: Readonly<Record<string, Text>> = {
  title: named('tên gọi', 'title'),
  'x-label': named('tên gọi', 'title'),
  help: named('lời hướng dẫn', 'help text'),
  'x-help': named('lời hướng dẫn', 'help text'),
  changelog: named('tóm tắt nội dung thay đổi', 'summary of what changes'),
  extensions: named('các gói mở rộng được dùng', 'packages of code used'),
  note: named('ghi chú', 'note'),
  message: named('lời nhắc', 'message'),
  unit: named('đơn vị tính', 'unit of measure'),
  'x-kind': named('loại câu trả lời', 'kind of answer'),
  'x-unit': named('đơn vị tính', 'unit of measure'),
  level_unit: named('đơn vị của mức hưởng', 'unit of the level'),
  level_list: named('danh mục mức hưởng', 'list of levels'),
  bound: named('cách hiểu con số được hưởng', 'what the figure says'),
  level_bound: named('cách hiểu mức hưởng', 'what the level says'),
  period: named('kỳ hưởng', 'period'),
  every: named('kỳ hưởng', 'period'),
  list: named('danh mục', 'list'),
  'x-list': named('danh mục', 'list'),
  of: named('đối tượng xét', 'judged for'),
  hit: named('cách chọn dòng', 'how rows are chosen'),
  otherwise: named('các trường hợp không dòng nào đúng', 'where no row holds'),
  from: named('nguồn của kết quả', 'where the result comes from'),
  overridable: named('địa phương được điều chỉnh', 'local change allowed'),
  scope: named('phạm vi áp dụng', 'scope'),
  severity: named('mức độ bắt buộc', 'severity'),
  label: named('cách hỏi trên biểu mẫu', 'wording on the form'),
  text: named('nội dung đoạn hướng dẫn', 'text'),
  columns: named('số cột', 'number of columns'),
  wide: named('chiếm cả chiều ngang', 'takes the whole width'),
  lines: named('số dòng để viết', 'lines to write in'),
  fact: named('giá trị được hiển thị', 'value shown'),
  accept: named('loại tệp được đính kèm', 'kinds of files'),
  most: named('số tệp nhiều nhất', 'most files'),
  required: named('bắt buộc trước khi gửi', 'needed before sending'),
  prefill: named('lấy sẵn từ sổ hộ', 'taken over from the register'),
  field: named('câu hỏi liên quan', 'question it stands at'),
  at: named('ngày xét', 'day of assessment'),
  anchor: named('điểm ghép trang của chính sách khác', 'place for pages of other programmes'),
  form: named('biểu mẫu được ghép trang', 'form the pages are for'),
  code: named('ký hiệu biểu mẫu', 'what the form is called'),
  decimals: named('số chữ số thập phân', 'digits behind the comma'),
  numbering: named('cách đánh số dòng', 'how rows are numbered'),
  measure: named('cách đếm', 'what is counted'),
  codes: named('các dòng được hiện', 'rows shown'),
  column: named('cột được đối chiếu', 'column compared'),
  signatures: named('những người ký', 'who signs'),
  kind: named('loại', 'kind'),
  tone: named('màu hiển thị', 'colour'),
  valid_from: named('ngày bắt đầu sử dụng', 'first day of use'),
  valid_to: named('ngày cuối cùng sử dụng', 'last day of use'),
  minimum: named('giá trị nhỏ nhất', 'least value'),
  maximum: named('giá trị lớn nhất', 'greatest value'),
  minLength: named('số ký tự tối thiểu', 'fewest characters'),
  maxLength: named('số ký tự tối đa', 'most characters'),
  type: named('loại câu trả lời', 'type of answer'),
  'x-sensitive': named('thông tin nhạy cảm', 'sensitive'),
  'x-purpose': named('mục đích thu thập', 'purpose of asking'),
  'x-fixed': named('thông tin không thay đổi', 'never changes'),
  given: named('thông tin đầu vào', 'answers given'),
  assume: named('giả định', 'assumptions'),
  expect: named('kết quả phải có', 'expected results'),
  moment: named('các ngày xét', 'dates of assessment'),
  event: named('nội dung ghi nhận', 'what it records'),
  checks: named('các nội dung kiểm tra', 'checks'),
  programme: named('chương trình', 'programme'),
  legal_basis: named('danh sách căn cứ pháp lý', 'legal basis'),
  format: named('dạng câu trả lời', 'form of the answer'),
  register: named('cách gọi tên hộ trong sổ hộ', 'how a household is called in the register'),
  head: named('cách xác định người đứng đầu hộ trong sổ hộ', 'how the register finds the head of a household'),
  name: named('câu hỏi ghi tên trong sổ hộ', 'question that holds the name in the register'),
  place: named('câu hỏi ghi nơi ở trong sổ hộ', 'question that holds the place in the register'),
}

/** Words of the documents that people read as other words. */
const codes: Readonly<Record<string, Text>> = {
  household: named('hộ', 'the household'),
  members: named('từng thành viên', 'each member'),
  exact: named('đúng bằng', 'exactly'), at_least: named('ít nhất', 'at least'), at_most: named('nhiều nhất', 'at most'),
  ...periodNames,
  first: named('dòng đúng đầu tiên', 'the first that holds'),
  unique: named('chỉ một dòng được đúng', 'only one may hold'),
  collect: named('mọi dòng đúng', 'all that hold'),
  sum: named('cộng các dòng đúng', 'the sum of those that hold'),
  max: named('lớn nhất trong các dòng đúng', 'the greatest of those that hold'),
  not_applicable: named('không áp dụng', 'not applicable'),
  raise: named('chỉ được nâng lên', 'only upward'),
  lower: named('chỉ được hạ xuống', 'only downward'),
  national: named('cả nước', 'the whole country'),
  hard: named('bắt buộc', 'must be met'),
  date: named('ngày', 'a day'),
  'partial-date': named('ngày, tháng hoặc năm', 'a day, month or year'),
  'personal-number': named('số định danh cá nhân', 'a personal number'),
  photo: named('ảnh', 'photo'), pdf: named('PDF', 'PDF'),
  soft: named('phải nêu lý do nếu không đạt', 'a reason is needed'),
  red: named('đỏ', 'red'), orange: named('cam', 'orange'), yellow: named('vàng', 'yellow'), green: named('xanh lá', 'green'),
  teal: named('xanh ngọc', 'teal'), blue: named('xanh dương', 'blue'), grey: named('xám', 'grey'),
  boolean: named('có hoặc không', 'yes or no'), integer: named('số nguyên', 'whole number'), number: named('số', 'number'), string: named('chữ', 'text'), array: named('nhiều lựa chọn', 'several choices'),
}

const yesOrNo = (value: boolean): Text => (value ? named('có', 'yes') : named('không', 'no'))

const writtenNumber = (value: number): Text => ({ vi: formatNumber(value, 'vi'), en: formatNumber(value, 'en') })

const wordsOf = ({ assembly }: Side, name: string, text: string): Text | undefined => {
  if (name === 'unit' || name === 'x-unit' || name === 'level_unit') return text === 'count' ? named('số lượng', 'a number') : { vi: formatUnit(text, 'vi').trim(), en: formatUnit(text, 'en').trim() }
  const list = name === 'list' || name === 'x-list' || name === 'level_list' ? assembly.lists.get(text)?.title : undefined
  if (list) return quoted(list)
  if (['field', 'fact', 'from', 'name', 'place'].includes(name)) return quoted(describeReference(assembly, { fact: text }).title)
  if (name === 'at' || name === 'valid_from' || name === 'valid_to') return asWritten(formatDate(text))
  const words = Object.hasOwn(codes, text) ? codes[text] : undefined
  return words && quoted(words)
}

/** What a worked case expects, each by its title: `Phân loại hộ: …; Số chỉ số thiếu hụt: 3`. */
const expectation = (side: Side, value: Readonly<Record<string, Json>>, write: (fact: string, value: Json) => Text): Text =>
  joinTexts(Object.entries(value).map(([fact, expected]) => {
    return fill('{0}: {1}', '{0}: {1}', describeResult(side.assembly, fact).title, write(fact, expected))
  }), '; ')

/** The words of a list of codes, where each has some. */
const wordsOfAll = (values: readonly Json[]): Text | undefined => {
  const words = values.flatMap((value) => (typeof value === 'string' && Object.hasOwn(codes, value) ? (codes[value] ?? []) : []))
  return words.length === values.length ? joinTexts(words, ', ') : undefined
}

/** The name of a property; undefined where it has none for people. */
export const propertyName = (name: string): Text | undefined => (Object.hasOwn(names, name) ? names[name] : undefined)

/** A property's value for people; undefined where it is better not written out. `write` writes an answer of a fact. */
export const propertyValue = (side: Side, name: string, value: Json, write: (fact: string, value: Json) => Text): Text | undefined => {
  if (isText(value)) return quoted(value)
  if (typeof value === 'boolean') return yesOrNo(value)
  if (typeof value === 'number') return writtenNumber(value)
  if (typeof value === 'string') return wordsOf(side, name, value)
  if (name === 'expect' && isJsonObject(value)) return expectation(side, value, write)
  if (name === 'scope' && isJsonObject(value)) return fill('địa phương “{0}”', 'the unit “{0}”', asWritten(String(value['unit'])))
  if (name === 'extensions' && isJsonObject(value)) return asWritten(Object.entries(value).map(([packageName, version]) => `${packageName} ${String(version)}`).join(', '))
  if (name === 'x-kind' && isJsonObject(value)) return kindPhrase(value as unknown as FieldKindUse)
  if (!isJsonList(value)) return undefined
  return value.length === 0 ? named('không có', 'none') : wordsOfAll(value)
}
