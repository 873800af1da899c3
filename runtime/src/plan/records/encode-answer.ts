import type { Answer } from '../../documents/input-document.ts'
import { parseDays } from '../../values/day.ts'
import { personalNumberBirthYear, personalNumberSex } from '../../values/personal-number.ts'
import type { AnswerEncoding } from '../dictionary/answer-encoding.ts'
import { dayCode } from '../dictionary/day-code.ts'
import { scaledNumber } from '../dictionary/number-scale.ts'
import { bitsOfWord } from '../dictionary/packing.ts'
import type { PlanDictionary } from '../dictionary/plan-dictionary.ts'

/** An answer as a record holds it. */
export interface EncodedAnswer {
  /** What goes into its packed bits, in their order. */
  readonly bits: readonly number[]
  /** What goes into its own properties: `f` and `t` of its ends, `c` of a free text. */
  readonly f?: number
  readonly t?: number
  readonly c?: number
}

type Encoder<Encoding extends AnswerEncoding = AnswerEncoding> = (encoding: Encoding, answer: Answer, dictionary: PlanDictionary) => EncodedAnswer | undefined

type Encoders = { readonly [Kind in AnswerEncoding['kind']]: Encoder<Extract<AnswerEncoding, { readonly kind: Kind }>> }

const between = (from: number, to: number, bits: readonly number[] = []): EncodedAnswer => ({ bits, f: from, t: to })

const encodeCodes = (domain: string, size: number, answer: Answer, dictionary: PlanDictionary): EncodedAnswer | undefined => {
  if (typeof answer !== 'object') return undefined
  const bits = [1, ...Array.from({ length: Math.ceil(size / bitsOfWord) }, () => 0)]
  for (const text of answer) {
    const code = dictionary.texts(domain).find(text)
    if (code === undefined) return undefined
    const chunk = 1 + Math.floor((code - 1) / bitsOfWord)
    bits[chunk] = (bits[chunk] ?? 0) | (1 << ((code - 1) % bitsOfWord))
  }
  return { bits }
}

const encoders: Encoders = {
  yesNo: (_encoding, answer) => (typeof answer === 'boolean' ? { bits: [answer ? 1 : 2] } : undefined),
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
    if (code === undefined) return undefined
    return domain === undefined ? { bits: [], c: code } : { bits: [code] }
  },
  codes: ({ domain, size }, answer, dictionary) => encodeCodes(domain, size, answer, dictionary),
  personalNumber: (_encoding, answer) => {
    if (typeof answer !== 'string') return undefined
    if (!/^\d{12}$/.test(answer)) return { bits: [0] }
    const year = personalNumberBirthYear(answer)
    return between(year, year, [personalNumberSex(answer) === 'male' ? 1 : 2])
  },
  unsupported: () => ({ bits: [] }),
}

/** An answer as a record holds it; undefined where it cannot hold it exactly. */
export const encodeAnswer = (encoding: AnswerEncoding, answer: Answer, dictionary: PlanDictionary): EncodedAnswer | undefined => (encoders[encoding.kind] as Encoder)(encoding, answer, dictionary)

/** What stands for an end that is not there, so that records hold small whole numbers as long as they can. */
export interface OpenEnds {
  readonly f: number
  readonly t: number
}

const infinite: OpenEnds = { f: -Infinity, t: Infinity }

/** No day code, no year, and no number of a question without negative ones. */
const none = -1

/** What a record holds in place of the ends of an answer that has none. */
export const openEndsOf = (encoding: AnswerEncoding): OpenEnds => {
  if (encoding.kind === 'date' || encoding.kind === 'personalNumber') return { f: none, t: none }
  return encoding.kind === 'number' && encoding.scale.from >= 0 ? { f: none, t: none } : infinite
}

/** The properties of a question that nobody has answered. */
export const unansweredLanes = (encoding: AnswerEncoding): Readonly<Record<string, number>> => {
  const { f, t } = openEndsOf(encoding)
  if (encoding.kind === 'number') return { f: encoding.scale.least ?? f, t: encoding.scale.greatest ?? t }
  return encoding.kind === 'text' ? { c: 0 } : { f, t }
}
