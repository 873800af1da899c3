import { joinWords } from '../limits/join-words.ts'
import { those, type AggregateWords } from '../aggregates/aggregate.ts'
import type { AggregateUse } from '../aggregates/aggregate-use.ts'
import { aggregateOf } from '../aggregates/aggregates.ts'
import type { Expression, MomentName, RoundingMode } from '../documents/logic-document.ts'
import type { Text } from '../documents/text.ts'
import { literalValue } from '../logic/literal-value.ts'
import type { Over } from '../logic/over.ts'
import type { Assembly } from '../release/assembly.ts'
import { withinHistory } from '../release/history-fields.ts'
import { byKind, isLiteral, type ExpressionTable } from './expression-kind.ts'
import { conditionPhrase, inSentence, listed, parameterPhrase, phrase } from './phrase.ts'
import { describeReference, writeValue, type Readable } from './readable.ts'

interface Writing {
  readonly assembly: Assembly
  /** How constants are written: with the unit or the code list of what is computed. */
  readonly like: Readable
}

const moments: Readonly<Record<MomentName, Text>> = {
  law_at: phrase('ngày áp dụng văn bản', 'the day whose law applies'),
  facts_at: phrase('ngày xét', 'the day of assessment'),
  unit_at: phrase('ngày xét địa bàn', 'the day as of which the place is taken'),
}

const roundings: Readonly<Record<RoundingMode, Text>> = {
  half_up: phrase('làm tròn đến bội số gần nhất của', 'rounded to the nearest multiple of'),
  half_even: phrase('làm tròn đến bội số gần nhất (ở chính giữa thì lấy bội số chẵn) của', 'rounded to the nearest (at a half, the even) multiple of'),
  up: phrase('làm tròn lên đến bội số của', 'rounded up to a multiple of'),
  down: phrase('làm tròn xuống đến bội số của', 'rounded down to a multiple of'),
}

const and = phrase('và', 'and')

const composite = ['add', 'subtract', 'multiply', 'divide', 'round', 'floor', 'if']

/** A part of an arithmetic, enclosed where it is itself composed. */
const operand = (expression: Expression, { assembly }: Writing): Text => {
  const text = sentenceOfExpression(assembly, expression)
  return !isLiteral(expression) && composite.some((kind) => kind in expression) ? phrase(`(${text.vi})`, `(${text.en})`) : text
}

const between = (parts: readonly Expression[], vi: string, en: string, writing: Writing): Text => {
  const texts = parts.map((part) => operand(part, writing))
  return phrase(joinWords(texts.map((text) => text.vi), ` ${vi} `), joinWords(texts.map((text) => text.en), ` ${en} `))
}

const before = (vi: string, en: string, text: Text): Text => phrase(`${vi} ${text.vi}`, `${en} ${text.en}`)

const amongOf = (parts: readonly Expression[], vi: string, en: string, writing: Writing): Text => before(vi, en, listed(parts.map((part) => operand(part, writing)), and))

const fromTo = (vi: string, en: string, [from, to]: readonly [Expression, Expression], writing: Writing): Text => {
  const [start, end] = [operand(from, writing), operand(to, writing)]
  return phrase(`${vi} từ ${start.vi} đến ${end.vi}`, `${en} from ${start.en} to ${end.en}`)
}

/** What is looked over, in words, and how what is read of one of them is written. */
interface LookedOver {
  readonly noun: AggregateWords['noun']
  readonly writing: Writing
}

const lookedOver = (over: Over, writing: Writing): LookedOver => {
  if (over === 'members') return { noun: { vi: 'thành viên', one: 'member', many: 'members' }, writing }
  const within = withinHistory(writing.assembly, over)
  const title = inSentence(describeReference(within, { fact: 'value' }).title)
  return { noun: { vi: `quyết định trước đây về ${title.vi}`, one: `earlier decision on ${title.en}`, many: `earlier decisions on ${title.en}` }, writing: { ...writing, assembly: within } }
}

const wordsOf = ({ over, value, where, among }: Omit<AggregateUse, 'name'>, outside: Writing): AggregateWords => {
  const { noun, writing } = lookedOver(over, outside)
  return {
    noun,
    value: value === undefined ? phrase('', '') : operand(value, writing),
    ...(where && { where: conditionPhrase(writing.assembly, where) }),
    ...(among && { among: conditionPhrase(writing.assembly, among) }),
  }
}

const writers: ExpressionTable<Writing, Text> = {
  fact: (reference, { assembly }) => inSentence(describeReference(assembly, reference).title),
  parameter: (reference, { assembly }) => parameterPhrase(assembly, reference, describeReference(assembly, reference)),
  moment: ({ moment }) => moments[moment],
  add: ({ add }, writing) => amongOf(add, 'tổng của', 'the sum of', writing),
  subtract: ({ subtract }, writing) => between(subtract, 'trừ', 'minus', writing),
  multiply: ({ multiply }, writing) => between(multiply, 'nhân với', 'times', writing),
  divide: ({ divide }, writing) => between(divide, 'chia cho', 'divided by', writing),
  min: ({ min }, writing) => amongOf(min, 'số nhỏ nhất trong', 'the least of', writing),
  max: ({ max }, writing) => amongOf(max, 'số lớn nhất trong', 'the greatest of', writing),
  round: ({ round, mode, unit }, writing) => {
    const value = operand(round, writing)
    const multiple = writeValue(writing.assembly, literalValue(unit), { title: value })
    return phrase(`${value.vi} ${roundings[mode].vi} ${multiple.vi}`, `${value.en} ${roundings[mode].en} ${multiple.en}`)
  },
  floor: ({ floor }, writing) => {
    const value = operand(floor, writing)
    return phrase(`${value.vi} làm tròn xuống số nguyên`, `${value.en} rounded down to a whole number`)
  },
  ageInYears: ({ ageInYears }, writing) => fromTo('số tuổi tròn', 'completed years', ageInYears, writing),
  ageInMonths: ({ ageInMonths }, writing) => fromTo('số tháng tuổi tròn', 'completed months of age', ageInMonths, writing),
  monthsBetween: ({ monthsBetween }, writing) => fromTo('số tháng tròn', 'completed months', monthsBetween, writing),
  yearOf: ({ yearOf }, writing) => before('năm của', 'the year of', operand(yearOf, writing)),
  personalNumberSex: ({ personalNumberSex }, writing) => before('giới tính thể hiện trong', 'the sex shown by the', operand(personalNumberSex, writing)),
  personalNumberBirthYear: ({ personalNumberBirthYear }, writing) => before('năm sinh thể hiện trong', 'the year of birth shown by the', operand(personalNumberBirthYear, writing)),
  if: (expression, { assembly, like }) => {
    const condition = conditionPhrase(assembly, expression.if)
    const [then, otherwise] = [sentenceOfExpression(assembly, expression.then, like), sentenceOfExpression(assembly, expression.else, like)]
    return phrase(`${then.vi} nếu ${condition.vi}, nếu không thì ${otherwise.vi}`, `${then.en} if ${condition.en}, otherwise ${otherwise.en}`)
  },
  aggregate: (use, writing) => aggregateOf(use.name).sentence(wordsOf(use, writing)),
  last: (expression, writing) => {
    const { noun, value, where } = wordsOf({ over: expression, ...expression }, writing)
    const entry = those(`${noun.vi} gần nhất`, `the latest ${noun.one}`, where)
    return phrase(`${value.vi} trong ${entry.vi}`, `${value.en} in ${entry.en}`)
  },
  countEvents: ({ countEvents }, { assembly }) => {
    const { title } = describeReference(assembly, { fact: countEvents })
    return phrase(`số nội dung đúng trong “${title.vi}”`, `the number that hold of “${title.en}”`)
  },
}

/**
 * What an expression computes, as a phrase in both languages, from the same JSON: `diện tích nhà ở chia cho số thành
 * viên`. Constants are written like the value they stand for, where the caller says how that is written.
 */
export const sentenceOfExpression = (assembly: Assembly, expression: Expression, like: Readable = { title: phrase('', '') }): Text =>
  isLiteral(expression) ? writeValue(assembly, literalValue(expression), like) : byKind(writers, expression, { assembly, like })
