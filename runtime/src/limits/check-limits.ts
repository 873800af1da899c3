import type { Issue } from '../documents/issue.ts'
import type { Text } from '../documents/text.ts'
import { fitsDigits } from '../values/number.ts'
import { beyond } from './limit-words.ts'
import { limits, type LimitName } from './limits.ts'

/** A value with the way to it; paths are put together only for what is told. */
interface Place {
  readonly value: unknown
  readonly name: string | number
  readonly depth: number
  readonly parent?: Place
}

interface Problem {
  readonly code: string
  readonly params: Readonly<Record<string, unknown>>
  readonly message: Text
}

type Check = (place: Place) => Problem | undefined

const mostTold = 100

/** The limit of a list or group, by the property that holds it. */
const namedLimits: Readonly<Partial<Record<string, LimitName>>> = {
  members: 'members', history: 'history', logic: 'pieces', facts: 'pieces', rules: 'rules', rows: 'rows', inputs: 'columns', outputs: 'columns', when: 'columns',
  then: 'columns', properties: 'fields', lists: 'code_lists', entries: 'codes', values: 'codes', parameters: 'parameters', forms: 'forms', reports: 'reports', sections: 'sections',
  items: 'form_items', checks: 'form_checks', cases: 'cases', units: 'units', spells: 'spells',
}

const namedLimit = (name: string | number): LimitName | undefined => (typeof name === 'string' && Object.hasOwn(namedLimits, name) ? namedLimits[name] : undefined)

const isGroup = (value: unknown): value is object => typeof value === 'object' && value !== null

const over = (limit: LimitName, found: number): Problem | undefined =>
  found > limits[limit] ? { code: `limit_${limit}`, params: { value: found, limit: limits[limit] }, message: beyond(limit, found) } : undefined

const sizeOf: Check = ({ value, name }) => {
  if (Array.isArray(value)) return over(namedLimit(name) ?? 'list', value.length)
  if (isGroup(value)) return over(namedLimit(name) ?? 'properties', Object.keys(value).length)
  return typeof value === 'string' ? over('text', value.length) : undefined
}

const depthOf: Check = ({ value, depth }) => (isGroup(value) ? over('depth', depth) : undefined)

const nameOf: Check = ({ name }) => {
  if (typeof name === 'number') return undefined
  if (name !== '__proto__') return over('name', name.length)
  return { code: 'limit_reserved_name', params: { value: name }, message: { vi: `không được đặt tên là “${name}”; hãy đặt tên khác.`, en: `the name “${name}” cannot be used; use another.` } }
}

const finiteOf: Check = ({ value }) => (typeof value === 'number' && !Number.isFinite(value) ? tooLong(value) : undefined)

const exactOf: Check = ({ value }) => (typeof value === 'number' && !fitsDigits(value) ? tooLong(value) : undefined)

const tooLong = (value: number): Problem => ({
  code: 'limit_digits',
  params: { value: String(value), limit: limits.digits },
  message: {
    vi: `số ${value} dài quá ${limits.digits} chữ số hoặc có quá ${limits.digits} chữ số thập phân nên không giữ được chính xác; hãy viết số ngắn hơn.`,
    en: `${value} has more than ${limits.digits} digits, or more than that behind the point, and would not stay exact; write a shorter number.`,
  },
})

const soundText: Check = ({ value }) => (typeof value === 'string' && (!value.isWellFormed() || value.includes('\0')) ? unsound : undefined)

const unsound: Problem = {
  code: 'limit_characters',
  params: {},
  message: { vi: 'có ký tự không hợp lệ trong Unicode hoặc ký tự rỗng U+0000; hãy xoá ký tự đó.', en: 'text has a character that is no Unicode, or U+0000; remove it.' },
}

const pathOf = (place: Place): readonly (string | number)[] => {
  const path: (string | number)[] = []
  for (let each = place; each.parent; each = each.parent) path.unshift(each.name)
  return path
}

const whole: Text = { vi: 'Toàn bộ nội dung', en: 'The content' }

const issueAt = (place: Place, { code, params, message }: Problem): Issue => {
  const path = pathOf(place)
  const where = path.length === 0 ? whole : { vi: path.join(' › '), en: path.join(' › ') }
  return { code, severity: 'error', path, params, message: { vi: `${where.vi}: ${message.vi}`, en: `${where.en}: ${message.en}` } }
}

/** Looks at every value without recursion; what is too deep is told and not entered. */
const walk = (value: unknown, checks: readonly Check[]): readonly Issue[] => {
  const root: Place = { value, name: 0, depth: 1 }
  const issues: Issue[] = []
  const open: Place[] = [root]
  let seen = 0
  for (let place = open.pop(); place && issues.length < mostTold; place = open.pop()) {
    seen += 1
    if (seen > limits.values) return [issueAt(root, { code: 'limit_values', params: { value: seen, limit: limits.values }, message: beyond('values', seen) })]
    const found = first(checks, place)
    if (found) issues.push(issueAt(place, found))
    else openBelow(place, open)
  }
  return issues
}

const first = (checks: readonly Check[], place: Place): Problem | undefined => {
  for (const check of checks) {
    const problem = check(place)
    if (problem) return problem
  }
  return undefined
}

/** What lies in a list or group, so that the first of it is looked at next. */
const openBelow = (place: Place, open: Place[]): void => {
  const { value, depth } = place
  if (!isGroup(value)) return
  const below: readonly (readonly [string, unknown])[] = Object.entries(value)
  const isList = Array.isArray(value)
  for (let index = below.length - 1; index >= 0; index -= 1) {
    const [name, each] = below[index] as readonly [string, unknown]
    open.push({ value: each, name: isList ? index : name, depth: depth + 1, parent: place })
  }
}

const shape: readonly Check[] = [nameOf, depthOf, sizeOf]

/**
 * What of a document is larger than `limits` allows, or cannot be kept exactly: to be run on whatever was parsed from
 * JSON before anything else touches it, for what follows is recursive. Never throws, whatever is given.
 */
export const checkDocumentLimits = (document: unknown): readonly Issue[] => walk(document, [...shape, exactOf, soundText])

/** The same for an input; its digits and letters are told by `checkInput` in the words of the dictionary. */
export const checkInputLimits = (input: unknown): readonly Issue[] => walk(input, [...shape, finiteOf])

/** Only nesting and number of values, for what a route is sent before its shape is known. */
export const checkNesting = (body: unknown): readonly Issue[] => walk(body, [depthOf])
