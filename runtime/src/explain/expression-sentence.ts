import { joinWords } from '../limits/join-words.ts'
import type { Condition } from '../documents/condition-document.ts'
import type { Expression, MomentName, RoundingMode } from '../documents/logic-document.ts'
import type { Text } from '../documents/text.ts'
import { literalValue } from '../logic/literal-value.ts'
import { overOf } from '../logic/over.ts'
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

const among = (parts: readonly Expression[], vi: string, en: string, writing: Writing): Text => before(vi, en, listed(parts.map((part) => operand(part, writing)), and))

const fromTo = (vi: string, en: string, [from, to]: readonly [Expression, Expression], writing: Writing): Text => {
  const [start, end] = [operand(from, writing), operand(to, writing)]
  return phrase(`${vi} từ ${start.vi} đến ${end.vi}`, `${en} from ${start.en} to ${end.en}`)
}

/** What an aggregate counts, in words, and how conditions on one of them are read. */
interface Counted {
  readonly vi: string
  readonly one: string
  readonly many: string
  readonly writing: Writing
}

const countedBy = (expression: object, writing: Writing): Counted => {
  const over = overOf(expression)
  if (typeof over !== 'object') return { vi: 'thành viên', one: 'member', many: 'members', writing }
  const within = withinHistory(writing.assembly, over)
  const title = inSentence(describeReference(within, { fact: 'value' }).title)
  return { vi: `quyết định trước đây về ${title.vi}`, one: `earlier decision on ${title.en}`, many: `earlier decisions on ${title.en}`, writing: { ...writing, assembly: within } }
}

/** `số thành viên mà …`; without a condition, all of them. */
const those = (vi: string, en: string, where: Condition | undefined, { assembly }: Writing): Text => {
  if (where === undefined) return phrase(vi, en)
  const text = conditionPhrase(assembly, where)
  return phrase(`${vi} mà ${text.vi}`, `${en} where ${text.en}`)
}

const measured = (expression: { readonly value: Expression; readonly where?: Condition }, join: (value: Text, all: Text) => Text, writing: Writing): Text => {
  const counted = countedBy(expression, writing)
  return join(operand(expression.value, counted.writing), those(`các ${counted.vi}`, `the ${counted.many}`, expression.where, counted.writing))
}

const writers: ExpressionTable<Writing, Text> = {
  fact: (reference, { assembly }) => inSentence(describeReference(assembly, reference).title),
  parameter: (reference, { assembly }) => parameterPhrase(assembly, reference, describeReference(assembly, reference)),
  moment: ({ moment }) => moments[moment],
  add: ({ add }, writing) => among(add, 'tổng của', 'the sum of', writing),
  subtract: ({ subtract }, writing) => between(subtract, 'trừ', 'minus', writing),
  multiply: ({ multiply }, writing) => between(multiply, 'nhân với', 'times', writing),
  divide: ({ divide }, writing) => between(divide, 'chia cho', 'divided by', writing),
  min: (expression, writing) =>
    typeof expression.min === 'object'
      ? among(expression.min, 'số nhỏ nhất trong', 'the least of', writing)
      : measured(expression as { readonly value: Expression }, (value, all) => phrase(`${value.vi} nhỏ nhất trong ${all.vi}`, `the least ${value.en} among ${all.en}`), writing),
  max: (expression, writing) =>
    typeof expression.max === 'object'
      ? among(expression.max, 'số lớn nhất trong', 'the greatest of', writing)
      : measured(expression as { readonly value: Expression }, (value, all) => phrase(`${value.vi} lớn nhất trong ${all.vi}`, `the greatest ${value.en} among ${all.en}`), writing),
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
  count: (expression, writing) => {
    const counted = countedBy(expression, writing)
    return those(`số ${counted.vi}`, `the number of ${counted.many}`, expression.where, counted.writing)
  },
  any: (expression, writing) => {
    const counted = countedBy(expression, writing)
    return those(`có ít nhất một ${counted.vi}`, `there is at least one ${counted.one}`, expression.where, counted.writing)
  },
  all: (expression, writing) => {
    const counted = countedBy(expression, writing)
    const text = conditionPhrase(counted.writing.assembly, expression.where)
    return phrase(`với mọi ${counted.vi} đều đúng là ${text.vi}`, `it is true of every ${counted.one} that ${text.en}`)
  },
  none: (expression, writing) => {
    const counted = countedBy(expression, writing)
    return those(`không có ${counted.vi} nào`, `there is no ${counted.one}`, expression.where, counted.writing)
  },
  share: (expression, writing) => {
    const counted = countedBy(expression, writing)
    const part = those(`tỷ lệ ${counted.vi}`, `the share of ${counted.many}`, expression.where, counted.writing)
    if (expression.among === undefined) return part
    const whole = those(`những ${counted.vi}`, `those ${counted.many}`, expression.among, counted.writing)
    return phrase(`${part.vi}, tính trong số ${whole.vi}`, `${part.en}, out of ${whole.en}`)
  },
  sum: (expression, writing) => measured(expression, (part, all) => phrase(`tổng ${part.vi} của ${all.vi}`, `the sum of ${part.en} over ${all.en}`), writing),
  last: (expression, writing) => {
    const counted = countedBy(expression, writing)
    const value = operand(expression.value, counted.writing)
    const entry = those(`${counted.vi} gần nhất`, `the latest ${counted.one}`, expression.where, counted.writing)
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
