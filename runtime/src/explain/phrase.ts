import { joinWords } from '../limits/join-words.ts'
import { isFactReference, isLeaf, isParameterReference, operandsOf } from '../conditions/condition-tree.ts'
import { operatorOf } from '../conditions/operators.ts'
import type { Condition, Leaf, ParameterReference, SingleOperand } from '../documents/condition-document.ts'
import type { LogicPiece } from '../documents/logic-document.ts'
import type { Parameter } from '../documents/release-document.ts'
import type { Language, Text } from '../documents/text.ts'
import { literalValue } from '../logic/literal-value.ts'
import { inlineConditions, type Assembly } from '../release/assembly.ts'
import { listOfFact } from '../release/value-types.ts'
import { formatUnit } from '../values/format.ts'
import { describeReference, writeValue, type Readable } from './readable.ts'
import { operandReadable } from './sentence.ts'

/** Joins words of both languages. */
export const phrase = (vi: string, en: string): Text => ({ vi, en })

/** A title inside a sentence: without its capital, unless it is an abbreviation. */
export const inSentence = ({ vi, en }: Text): Text => phrase(uncapitalised(vi), uncapitalised(en))

const uncapitalised = (words: string): string => (/^\p{Lu}[\p{Ll} ]/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words)

/** Several phrases with one word between the last two. */
export const listed = (parts: readonly Text[], last: Text): Text => phrase(enumerated(parts.map(({ vi }) => vi), last.vi), enumerated(parts.map(({ en }) => en), last.en))

const enumerated = (parts: readonly string[], last: string): string => (parts.length < 2 ? parts.join('') : `${joinWords(parts.slice(0, -1), ', ')} ${last} ${parts.at(-1) ?? ''}`)

/** How questions answered by yes or no begin, and how each is said where the answer is no. */
const negations: Readonly<Record<Language, readonly (readonly [string, string])[]>> = {
  vi: [
    ['có ', 'không có '], ['là ', 'không phải là '], ['được ', 'không được '], ['đang ', 'không '], ['chưa ', 'đã '], ['không ', ''], ['bị ', 'không bị '], ['thuộc ', 'không thuộc '],
    ['hưởng ', 'không hưởng '], ['sử dụng ', 'không sử dụng '], ['tham gia ', 'không tham gia '], ['đạt ', 'không đạt '], ['trong ', 'không trong '], ['sống ', 'không sống '], ['suy ', 'không suy '],
  ],
  en: [
    ['is ', 'is not '], ['has ', 'does not have '], ['receives ', 'does not receive '], ['uses ', 'does not use '], ['meets ', 'does not meet '], ['belongs ', 'does not belong '],
    ['lives ', 'does not live '], ['takes ', 'does not take '], ['can ', 'cannot '],
  ],
}

/** A yes-or-no question as a statement without subject: `có thẻ`, `không có thẻ`; undefined where it is no statement. */
const predicate = (title: string, holds: boolean, language: Language): string | undefined => {
  const words = uncapitalised(title)
  const start = negations[language].find(([begin]) => words.startsWith(begin))
  if (!start) return undefined
  return holds ? words : start[1] + words.slice(start[0].length)
}

/** A yes-or-no question as a statement; one that is none is quoted with its answer. English needs the subject. */
const stated = ({ vi, en }: Text, holds: boolean, subject: string): Text => {
  const english = predicate(en, holds, 'en')
  return phrase(
    predicate(vi, holds, 'vi') ?? `mục “${vi}” là “${holds ? 'có' : 'không'}”`,
    english === undefined ? `“${en}” is “${holds ? 'yes' : 'no'}”` : `${subject} ${english}`,
  )
}

/** A named condition by its title, as the statement that it holds. */
const namedPhrase = ({ title, of }: LogicPiece): Text => {
  const english = predicate(title.en, true, 'en')
  const { vi, en } = inSentence(title)
  return phrase(vi, english === undefined ? en : `${of === 'members' ? 'the member' : 'the household'} ${english}`)
}

const isOfMembers = (assembly: Assembly, id: string): boolean => assembly.fields.get(id)?.place === 'members' || assembly.pieces.get(id)?.piece.of === 'members'

/** A value beside the title of what it measures: `tuổi ≥ 6` needs no second `tuổi`. */
const withoutRepeatedUnit = (left: Readable): Readable =>
  left.unit !== undefined && formatUnit(left.unit, 'vi').trim() === uncapitalised(left.title.vi) ? { ...left, unit: undefined } : left

const enclosed = (title: Text, value: Text): Text => phrase(`${title.vi} (${value.vi})`, `${title.en} (${value.en})`)

const notEstablished = phrase('chưa được xác định trong văn bản', 'not established in the law')

/** A parameter by its title with its value, or the value for each key. */
export const parameterPhrase = (assembly: Assembly, reference: ParameterReference, like: Readable): Text => {
  const parameter = assembly.parameters.get(reference.parameter)?.parameter
  const title = inSentence(describeReference(assembly, reference).title)
  if (!parameter) return title
  return enclosed(title, parameterValuePhrase(assembly, parameter, { ...like, unit: like.unit === undefined && like.list === undefined ? undefined : parameter.unit }, reference.at))
}

/** The value of a parameter, or its value for each key: `nông thôn: 10 m²; thành thị: 8 m²`. */
export const parameterValuePhrase = (assembly: Assembly, { value: only, by, values }: Parameter, like: Readable, at?: ParameterReference['at']): Text => {
  const write = (value: Parameter['value']): Text => (value === undefined ? notEstablished : writeValue(assembly, literalValue(value), like))
  if (by === undefined || values === undefined) return write(only)
  const key = at?.[by]
  if (key !== undefined) return write(values[key])
  const list = listOfFact(assembly, { fact: by })
  const each = Object.entries(values).map(([code, value]) => {
    const name = inSentence(writeValue(assembly, literalValue(code), { title: like.title, list }))
    return phrase(`${name.vi}: ${write(value).vi}`, `${name.en}: ${write(value).en}`)
  })
  return phrase(joinWords(each.map(({ vi }) => vi), '; '), joinWords(each.map(({ en }) => en), '; '))
}

const operandPhrase = (assembly: Assembly, operand: SingleOperand, left: Readable): Text => {
  if (isParameterReference(operand)) return parameterPhrase(assembly, operand, left)
  if (isFactReference(operand)) return inSentence(describeReference(assembly, operand).title)
  const written = writeValue(assembly, literalValue(operand), left)
  return left.list === undefined ? written : phrase(`“${written.vi}”`, `“${written.en}”`)
}

const leafPhrase = (assembly: Assembly, leaf: Leaf): Text => {
  const described = describeReference(assembly, leaf)
  if (typeof leaf.value === 'boolean' && (leaf.operator === 'equal' || leaf.operator === 'notEqual')) {
    const holds = leaf.value === (leaf.operator === 'equal')
    return stated(described.title, holds, isFactReference(leaf) && isOfMembers(assembly, leaf.fact) ? 'the member' : 'the household')
  }
  const left = withoutRepeatedUnit(described)
  return operatorOf(leaf.operator).sentence(inSentence(left.title), operandsOf(leaf.value).map((operand, index) => operandPhrase(assembly, operand, operandReadable(leaf.operator, index, left))))
}

const nested = (assembly: Assembly, condition: Condition): Text => {
  const inner = conditionPhrase(assembly, condition)
  return isLeaf(condition) || 'condition' in condition ? inner : phrase(`(${inner.vi})`, `(${inner.en})`)
}

/**
 * A condition as it stands inside a sentence, after "khi", "mà", "when", "where": statements instead of questions
 * with their answers, and parameters with their values. For a line of its own see `sentenceOf`.
 */
export const conditionPhrase = (assembly: Assembly, condition: Condition): Text => {
  if (isLeaf(condition)) return leafPhrase(assembly, condition)
  if ('condition' in condition) {
    const named = assembly.pieces.get(condition.condition)?.piece
    return named ? namedPhrase(named) : conditionPhrase(assembly, inlineConditions(assembly, condition))
  }
  if ('not' in condition) {
    const inner = nested(assembly, condition.not)
    return phrase(`không phải ${inner.vi}`, `not ${inner.en}`)
  }
  const [children, vi, en] = 'all' in condition ? [condition.all, ' và ', ' and '] : [condition.any, ' hoặc ', ' or ']
  const parts = children.map((child) => (children.length === 1 ? conditionPhrase(assembly, child) : nested(assembly, child)))
  return phrase(joinWords(parts.map((part) => part.vi), vi), joinWords(parts.map((part) => part.en), en))
}
