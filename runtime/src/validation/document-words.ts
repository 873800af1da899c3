import { authorIdSchema, dateSchema, programmeIdSchema, randomIdSchema, type Text } from '../documents/text.ts'

type Params = Readonly<Record<string, unknown>>

type Words = (params: Params) => Text

const say = (vi: (params: Params) => string, en: (params: Params) => string): Words => (params) => ({ vi: vi(params), en: en(params) })

const listed = (values: unknown): string => (Array.isArray(values) ? values.map((value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))).join(', ') : String(values))

const types: Readonly<Record<string, Text>> = {
  object: { vi: 'một đối tượng { … }', en: 'an object { … }' },
  array: { vi: 'một danh sách [ … ]', en: 'a list [ … ]' },
  string: { vi: 'một chuỗi chữ trong dấu nháy', en: 'a text in quotes' },
  number: { vi: 'một số', en: 'a number' },
  integer: { vi: 'một số nguyên', en: 'a whole number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  null: { vi: 'null', en: 'null' },
}

const typeWords = (type: unknown, language: keyof Text): string =>
  (Array.isArray(type) ? type : [type]).map((each: unknown) => types[String(each)]?.[language] ?? String(each)).join(language === 'vi' ? ' hoặc ' : ' or ')

const patterns: Readonly<Record<string, Text>> = {
  [authorIdSchema.pattern]: { vi: 'chỉ gồm chữ thường không dấu, chữ số và dấu _, bắt đầu bằng chữ', en: 'only lower-case letters, digits and _, beginning with a letter' },
  [programmeIdSchema.pattern]: { vi: 'chỉ gồm chữ thường không dấu, chữ số và dấu -, bắt đầu bằng chữ', en: 'only lower-case letters, digits and -, beginning with a letter' },
  [randomIdSchema.pattern]: { vi: 'gồm đúng 10 ký tự a–z và 2–7', en: 'exactly 10 characters a–z and 2–7' },
  [dateSchema.pattern]: { vi: 'là ngày theo dạng 2026-12-31', en: 'a date like 2026-12-31' },
}

const patternWords = ({ pattern }: Params, language: keyof Text): string => patterns[String(pattern)]?.[language] ?? (language === 'vi' ? `theo mẫu ${String(pattern)}` : `of the form ${String(pattern)}`)

const fits: Words = say(() => 'không theo dạng nào được phép ở đây; hãy xem lược đồ của loại tệp này', () => 'has none of the forms allowed here; see the schema of this kind of file')

/** What each violated keyword says, behind the name of the place. */
const keywords: Readonly<Record<string, Words>> = {
  additionalProperties: say((p) => `không được có mục “${String(p['additionalProperty'])}”; hãy xoá hoặc sửa tên mục này`, (p) => `may not have a property “${String(p['additionalProperty'])}”; remove or rename it`),
  required: say((p) => `thiếu mục “${String(p['missingProperty'])}”; hãy thêm mục này`, (p) => `lacks the property “${String(p['missingProperty'])}”; add it`),
  dependentRequired: say((p) => `có “${String(p['property'])}” thì phải có cả “${String(p['missingProperty'])}”`, (p) => `has “${String(p['property'])}” and so needs “${String(p['missingProperty'])}” too`),
  enum: say((p) => `phải là một trong: ${listed(p['allowedValues'])}`, (p) => `must be one of: ${listed(p['allowedValues'])}`),
  const: say((p) => `phải là ${JSON.stringify(p['allowedValue'])}`, (p) => `must be ${JSON.stringify(p['allowedValue'])}`),
  type: say((p) => `phải là ${typeWords(p['type'], 'vi')}`, (p) => `must be ${typeWords(p['type'], 'en')}`),
  pattern: say((p) => `phải ${patternWords(p, 'vi')}`, (p) => `must be ${patternWords(p, 'en')}`),
  propertyNames: say((p) => `không được có tên “${String(p['propertyName'])}”; hãy sửa tên này`, (p) => `may not have the name “${String(p['propertyName'])}”; correct it`),
  minItems: say((p) => `cần ít nhất ${String(p['limit'])} phần tử`, (p) => `needs at least ${String(p['limit'])} elements`),
  maxItems: say((p) => `chỉ được có nhiều nhất ${String(p['limit'])} phần tử`, (p) => `may have at most ${String(p['limit'])} elements`),
  minProperties: say((p) => `cần ít nhất ${String(p['limit'])} mục`, (p) => `needs at least ${String(p['limit'])} properties`),
  maxProperties: say((p) => `chỉ được có nhiều nhất ${String(p['limit'])} mục`, (p) => `may have at most ${String(p['limit'])} properties`),
  minLength: say((p) => `cần ít nhất ${String(p['limit'])} ký tự`, (p) => `needs at least ${String(p['limit'])} characters`),
  maxLength: say((p) => `chỉ được có nhiều nhất ${String(p['limit'])} ký tự`, (p) => `may have at most ${String(p['limit'])} characters`),
  minimum: say((p) => `phải từ ${String(p['limit'])} trở lên`, (p) => `must be at least ${String(p['limit'])}`),
  maximum: say((p) => `chỉ được đến ${String(p['limit'])}`, (p) => `must be at most ${String(p['limit'])}`),
  exclusiveMinimum: say((p) => `phải lớn hơn ${String(p['limit'])}`, (p) => `must be more than ${String(p['limit'])}`),
  uniqueItems: say(() => 'không được lặp lại phần tử', () => 'may not repeat an element'),
  anyOf: fits,
  oneOf: fits,
  not: say(() => 'có những mục không đi cùng nhau được; hãy bỏ bớt', () => 'has properties that do not go together; leave one out'),
}

const placeName = (path: readonly (string | number)[]): Text => {
  const step = path.findLastIndex((each) => !/^\d+$/.test(String(each)))
  const name = path[step]
  const number = path[step + 1]
  if (name === undefined) return { vi: 'Tài liệu', en: 'The document' }
  return number === undefined ? { vi: `“${name}”`, en: `“${name}”` } : { vi: `“${name}”, phần tử ${Number(number) + 1}`, en: `“${name}”, element ${Number(number) + 1}` }
}

/** What is wrong at a place of a document and what to do, by the violated keyword of its schema. */
export const documentWords = (path: readonly (string | number)[], keyword: string, params: Params): Text => {
  const place = placeName(path)
  const { vi, en } = (keywords[keyword] ?? fits)(params)
  return { vi: `${place.vi} ${vi}.`, en: `${place.en} ${en}.` }
}
