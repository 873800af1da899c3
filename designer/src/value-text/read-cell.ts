import { addDays, operatorOf, type Cell, type OperatorName, type SingleOperand } from '@tieuchi/runtime'
import { readOperand } from './atom-text.ts'
import { masked, slice, split, unquoted, type MaskedText } from './masked-text.ts'
import { andWords, anyValue, beginningOf, commas, establishedWords, hyphenRange, listWords, noValue, pairSeparator, rangePatterns, suffixes, type RangePattern } from './operator-words.ts'
import { contextAt, isUnread, takesAnyText, type Unread, type ValueContext } from './value-context.ts'

/** What a text says in a column: a comparison, or nothing for any value. */
export type ReadCell = { readonly cell: Cell | null } | Unread

type Attempt = (typed: MaskedText, context: ValueContext) => ReadCell | undefined

const cellOf = (operator: OperatorName, operand: SingleOperand | readonly SingleOperand[]): ReadCell => ({ cell: { [operator]: operand } })

const accepts = ({ type }: ValueContext, operator: OperatorName): boolean => type === undefined || operatorOf(operator).accepts.includes(type)

const established: Attempt = ({ mask, text }, { asksEstablished }) => {
  if (asksEstablished !== true) return undefined
  const answer = establishedWords.get(mask)
  return answer === undefined ? { problem: { kind: 'unreadable', text } } : { cell: { isKnown: answer } }
}

/** A multiple choice holds an entry; it is the same only as something read. */
const alone = (operand: SingleOperand, context: ValueContext): ReadCell => cellOf(context.type === 'list' && typeof operand !== 'object' ? 'contains' : 'equal', operand)

const anything: Attempt = ({ mask }) => (anyValue.has(mask) ? { cell: null } : undefined)

interface End {
  readonly operand: SingleOperand
  readonly exclusive: boolean
}

/** The last value inside of an end that does not belong to a range; undefined where there is none that can be named. */
const inside = ({ operand, exclusive }: End, step: 1 | -1, { type, whole: counts }: ValueContext): SingleOperand | undefined => {
  if (!exclusive) return operand
  if (type === 'date' && typeof operand === 'string') return addDays(operand, step)
  if (type !== 'number' || !counts || typeof operand !== 'number') return undefined
  return step === 1 ? Math.floor(operand) + 1 : Math.ceil(operand) - 1
}

const rangeOf = (from: End, to: End, context: ValueContext): ReadCell => {
  const [first, last] = [inside(from, 1, context), inside(to, -1, context)]
  if (first === undefined || last === undefined) return { problem: { kind: 'halfOpen' } }
  const narrowed = from.exclusive || to.exclusive
  return narrowed && typeof first !== 'object' && typeof last !== 'object' && first > last ? { problem: { kind: 'emptyRange' } } : cellOf('between', [first, last])
}

const inPattern = ({ pattern, from, to }: RangePattern, typed: MaskedText, context: ValueContext): ReadCell | undefined => {
  const [, left, right] = pattern.exec(typed.mask)?.indices ?? []
  if (!left || !right) return undefined
  const [first, last] = [readOperand(slice(typed, ...left).text, context), readOperand(slice(typed, ...right).text, context)]
  if (!('operand' in first) || !('operand' in last)) return undefined
  return rangeOf({ operand: first.operand, exclusive: from === 'exclusive' }, { operand: last.operand, exclusive: to === 'exclusive' }, context)
}

const range: Attempt = (typed, context) => {
  if (!accepts(context, 'between')) return undefined
  const patterns = context.type === 'number' ? [...rangePatterns, hyphenRange] : rangePatterns
  for (const pattern of patterns) {
    const read = inPattern(pattern, typed, context)
    if (read) return read
  }
  return undefined
}

const suffixed: Attempt = (typed, context) => {
  for (const { operator, pattern } of suffixes) {
    const middle = accepts(context, operator) ? pattern.exec(typed.mask)?.indices?.[1] : undefined
    if (!middle) continue
    const read = readOperand(slice(typed, ...middle).text, context)
    if ('operand' in read) return cellOf(operator, read.operand)
  }
  return undefined
}

const entriesOf = (typed: MaskedText, { type }: ValueContext): readonly MaskedText[] => {
  const parts = split(typed, listWords)
  return (parts.length > 1 ? parts : split(typed, type === 'text' ? commas.text : commas.other)).filter(({ text }) => text !== '')
}

const listOf = (operator: OperatorName, typed: MaskedText, context: ValueContext): ReadCell => {
  const single = readOperand(typed.text, context)
  const sure = 'operand' in single && !(takesAnyText(context) && typeof single.operand === 'string' && unquoted(typed.text) === undefined)
  const read = sure ? [single] : entriesOf(typed, context).map(({ text }) => readOperand(text, context))
  const wrong = read.find(isUnread)
  return wrong ?? cellOf(operator, read.flatMap((each) => ('operand' in each ? [each.operand] : [])))
}

const pairOf = (operator: OperatorName, typed: MaskedText, context: ValueContext): ReadCell => {
  const read = split(typed, pairSeparator).map(({ text }, index) => readOperand(text, contextAt(context, operator, index)))
  const wrong = read.find(isUnread) ?? (read.length === 2 ? undefined : { problem: { kind: 'unreadable' as const, text: typed.text } })
  return wrong ?? cellOf(operator, read.flatMap((each) => ('operand' in each ? [each.operand] : [])))
}

const compared = (typed: MaskedText, context: ValueContext): { readonly operator: OperatorName; readonly rest: MaskedText } | undefined => {
  const begun = beginningOf(typed.mask, (operator) => accepts(context, operator))
  return begun && { operator: begun.operator, rest: slice(typed, begun.length) }
}

/** `≥ 6 và < 16`: two comparisons that together are a range. */
const bothEnds: Attempt = (typed, context) => {
  const parts = split(typed, andWords).map((part) => compared(part, context))
  const ends = parts.map((part) => {
    const read = part && readOperand(part.rest.text, context)
    return part && read && 'operand' in read ? { operator: part.operator, operand: read.operand } : undefined
  })
  const find = (...names: readonly OperatorName[]) => ends.find((end) => end && names.includes(end.operator))
  const [low, high] = [find('greaterThan', 'greaterThanInclusive'), find('lessThan', 'lessThanInclusive')]
  if (ends.length !== 2 || !low || !high) return undefined
  return rangeOf({ operand: low.operand, exclusive: low.operator === 'greaterThan' }, { operand: high.operand, exclusive: high.operator === 'lessThan' }, context)
}

const prefixed: Attempt = (typed, context) => {
  const begun = compared(typed, context)
  if (!begun) return beginningOf(typed.mask, () => true) && !takesAnyText(context) ? { problem: { kind: 'operator', text: typed.text } } : undefined
  const { operator, rest } = begun
  const { right } = operatorOf(operator)
  if (right === 'list') return listOf(operator, rest, context)
  if (right === 'pair') return pairOf(operator, rest, context)
  const read = readOperand(rest.text, contextAt(context, operator, 0))
  return isUnread(read) ? read : cellOf(operator, read.operand)
}

const written: readonly Attempt[] = [range, bothEnds, suffixed, prefixed]

/** A comparison that is written out, without any name. */
const comparedLiterals = (typed: MaskedText, context: ValueContext): ReadCell | undefined => {
  const nameless: ValueContext = { ...context, names: [], ...(context.entries && { entries: [] }) }
  return written.map((attempt) => attempt(typed, nameless)).find((read) => read !== undefined && 'cell' in read)
}

/** One value. A name that looks like a comparison is none unless it stands in quotes. */
const whole: Attempt = (typed, context) => {
  const { text } = typed
  const read = readOperand(text, context)
  if ('problem' in read) return read.problem.kind === 'ambiguous' || read.problem.kind === 'tooLong' ? read : undefined
  const plain = unquoted(text) === undefined
  if (plain && typeof read.operand === 'string' && takesAnyText(context)) return undefined
  return (plain && typeof read.operand === 'object' && comparedLiterals(typed, context)) || alone(read.operand, context)
}

const several: Attempt = (typed, context) => (accepts(context, 'in') && entriesOf(typed, context).length > 1 ? listOf('in', typed, context) : undefined)

const text: Attempt = (typed, context) => {
  const read = readOperand(typed.text, context)
  return isUnread(read) ? read : alone(read.operand, context)
}

const attempts: readonly Attempt[] = [established, whole, anything, ...written, several, text]

/** Reads a cell as people write it, with or without diacritics. Nothing is guessed: what has no one reading is a problem. */
export const readCell = (typed: string, context: ValueContext): ReadCell => {
  const prepared = masked(typed)
  if (noValue.has(prepared.mask)) return { cell: null }
  for (const attempt of attempts) {
    const read = attempt(prepared, context)
    if (read) return read
  }
  return { problem: { kind: 'unreadable', text: prepared.text } }
}
