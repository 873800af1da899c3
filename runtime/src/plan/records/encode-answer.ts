import type { Answer } from '../../documents/input-document.ts'
import { parseDays } from '../../values/day.ts'
import { personalNumberBirthYear, personalNumberSex } from '../../values/personal-number.ts'
import type { AnswerEncoding } from '../dictionary/answer-encoding.ts'
import { dayCode } from '../dictionary/day-code.ts'
import { scaledNumber } from '../dictionary/number-scale.ts'
import type { PlanDictionary } from '../dictionary/plan-dictionary.ts'
import { wordOfCode } from './lane-name.ts'

/** Lanes of an answer under the suffix of their property; undefined where a record cannot hold the answer. */
export type EncodedAnswer = Readonly<Partial<Record<string, number>>> | undefined

type Encoder<Encoding extends AnswerEncoding = AnswerEncoding> = (encoding: Encoding, answer: Answer, dictionary: PlanDictionary) => EncodedAnswer

/** As `yes` and `no` share one property. */
export const yesCode = 1
export const noCode = 2

type Encoders = { readonly [Kind in AnswerEncoding['kind']]: Encoder<Extract<AnswerEncoding, { readonly kind: Kind }>> }

const between = (from: number, to: number): EncodedAnswer => ({ f: from, t: to })

const encodeCodes = (domain: string, answer: Answer, dictionary: PlanDictionary): EncodedAnswer => {
  if (typeof answer !== 'object') return undefined
  const lanes: Record<string, number> = { a: 1 }
  for (const text of answer) {
    const code = dictionary.texts(domain).find(text)
    if (code === undefined) return undefined
    const { word, bit } = wordOfCode(code - 1)
    lanes[word] = (lanes[word] ?? 0) | (1 << bit)
  }
  return lanes
}

const encoders: Encoders = {
  yesNo: (_encoding, answer) => (typeof answer === 'boolean' ? { '': answer ? yesCode : noCode } : undefined),
  number: ({ scale }, answer) => {
    const number = typeof answer === 'number' ? scaledNumber(answer, scale) : undefined
    return number === undefined ? undefined : between(number, number)
  },
  date: (_encoding, answer) => {
    const days = typeof answer === 'string' ? parseDays(answer) : undefined
    return days && between(dayCode(days.from), dayCode(days.to))
  },
  text: ({ domain }, answer, dictionary) => {
    const code = typeof answer === 'string' ? dictionary.codeOf(domain, answer) : undefined
    return code === undefined ? undefined : { c: code }
  },
  codes: ({ domain }, answer, dictionary) => encodeCodes(domain, answer, dictionary),
  personalNumber: (_encoding, answer) => {
    if (typeof answer !== 'string') return undefined
    if (!/^\d{12}$/.test(answer)) return {}
    const year = personalNumberBirthYear(answer)
    return { s: personalNumberSex(answer) === 'male' ? 1 : 2, ...between(year, year) }
  },
  unsupported: () => ({}),
}

/** An answer as the lanes of a record. */
export const encodeAnswer = (encoding: AnswerEncoding, answer: Answer, dictionary: PlanDictionary): EncodedAnswer => (encoders[encoding.kind] as Encoder)(encoding, answer, dictionary)

/** What stands for an end that is not there, so that records hold small whole numbers as long as they can. */
export interface OpenEnds {
  readonly f: number
  readonly t: number
}

const infinite: OpenEnds = { f: -Infinity, t: Infinity }

/** No day code, and no number of a question without negative ones. */
const none = -1

/** What a record holds in place of the ends of an answer that has none. */
export const openEndsOf = (encoding: AnswerEncoding): OpenEnds => {
  if (encoding.kind === 'date') return { f: none, t: none }
  return encoding.kind === 'number' && encoding.scale.from >= 0 ? { f: none, t: none } : infinite
}

/** Lanes of a question that nobody has answered. */
export const unansweredLanes = (encoding: AnswerEncoding): Readonly<Record<string, number>> => {
  if (encoding.kind === 'yesNo') return { '': 0 }
  if (encoding.kind === 'text') return { c: 0 }
  if (encoding.kind === 'codes') return { a: 0, ...Object.fromEntries(Array.from({ length: encoding.words }, (_word, index) => [`w${index}`, 0])) }
  const { f, t } = openEndsOf(encoding)
  if (encoding.kind === 'number') return { f: encoding.scale.least ?? f, t: encoding.scale.greatest ?? t }
  if (encoding.kind === 'date') return { f, t }
  return encoding.kind === 'personalNumber' ? { s: 0, f, t } : {}
}
