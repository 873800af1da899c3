import type { Answer } from '../documents/input-document.ts'
import { plainBytes, readBytes, type TextBounds, type WrittenText } from './written-text.ts'

/** Where reading ends that met anything unusual: it is for `JSON.parse`. */
export const unread = -1

const [quote, backslash, comma, openList, closeList, openObject, closeObject, ofTrue, ofFalse, space] = plainBytes('"\\,[]{}tf ') ?? []
const [zero, nine, point] = [48, 57, 46]
/** Digits that surely make the number that is written, also where a point stands among them: both the digits and the power they are divided by are exact. */
const mostDigits = 15
const powersOfTen = Array.from({ length: mostDigits + 1 }, (_power, decimals) => 10 ** decimals)
/** Room for the texts of most lists. */
const firstBounds = 16
const unknown = -1
const afterKey = plainBytes('": ')

/** Takes answers to the questions asked for; whether reading goes on. A text is handed over where it stands. */
export interface AnswerTaker<Question> {
  take(question: Question, answer: Answer): boolean
  takeText(question: Question, bytes: Uint8Array, from: number, to: number): boolean
  takeTexts(question: Question, bytes: Uint8Array, bounds: TextBounds, count: number): boolean
}

/**
 * Reads answers to some questions out of JSON, in the form in which PostgreSQL writes what it keeps, and makes no object of them: as hardly two
 * households leave the same questions open, an engine has ever new shapes for such objects, which cost several times what the answers do. What
 * is unusual – another spacing, an escaped letter, an object in an object – is left to `JSON.parse`.
 */
export class WrittenAnswers<Question> {
  readonly #questions: readonly Question[]
  readonly #numbers: ReadonlyMap<string, number>
  readonly #taker: AnswerTaker<Question>
  /** The keys as they are written, to the beginning of the answer; those with other letters are looked for by name. */
  readonly #keys: readonly (Uint8Array | undefined)[]
  /** For each question the one that followed it: keys are always written in one order. The last stands for the beginning. */
  readonly #following: Int32Array
  #bytes: Uint8Array = new Uint8Array()
  #at = 0
  #end = 0
  /** Of the texts of the list that was read last. */
  #bounds: TextBounds = new Int32Array(firstBounds)

  constructor(questions: ReadonlyMap<string, Question>, taker: AnswerTaker<Question>) {
    const ids = [...questions.keys()]
    this.#questions = [...questions.values()]
    this.#numbers = new Map(ids.map((id, number) => [id, number]))
    this.#taker = taker
    this.#keys = ids.map((id) => plainBytes(`"${id}": `))
    this.#following = new Int32Array(ids.length + 1).fill(unknown)
  }

  /** Reads the object that begins at a place of what is written; the place behind it, or `unread`. */
  read({ bytes, to }: WrittenText, from: number): number {
    if (bytes[from] !== openObject) return unread
    this.#bytes = bytes
    this.#end = to
    this.#at = from + 1
    if (bytes[this.#at] === closeObject) return from + 2
    let before = this.#keys.length
    for (;;) {
      const number = this.#readKey(before)
      if (this.#at >= to || !this.#passAnswer(this.#questions[number])) return unread
      const behind = bytes[this.#at]
      if (behind === closeObject) return this.#at + 1
      if (behind !== comma || bytes[this.#at + 1] !== space) return unread
      this.#at += 2
      if (number !== unknown) before = number
    }
  }

  /** The question whose key stands here: mostly the one that followed before, or the next but one where an answer is missing. */
  #readKey(before: number): number {
    const next = this.#following[before] ?? unknown
    if (this.#passes(this.#keys[next])) return next
    const later = this.#following[next] ?? unknown
    if (this.#passes(this.#keys[later])) return later
    const from = this.#at + 1
    const end = this.#endOfText()
    const number = end === unread ? unknown : (this.#numbers.get(readBytes(this.#bytes, from, end)) ?? unknown)
    if (number !== unknown) this.#following[before] = number
    this.#at = end
    if (end === unread || !this.#passes(afterKey)) this.#at = this.#end
    return number
  }

  /** Goes on behind something that stands here; whether it does. */
  #passes(expected: Uint8Array | undefined): boolean {
    if (expected === undefined || this.#at + expected.length > this.#end) return false
    const bytes = this.#bytes
    const at = this.#at
    let index = expected.length - 1
    while (index >= 0 && bytes[at + index] === expected[index]) index -= 1
    if (index >= 0) return false
    this.#at = at + expected.length
    return true
  }

  /** Where the text that begins here ends: before its second quotation mark; `unread` where a letter of it is escaped. */
  #endOfText(): number {
    const bytes = this.#bytes
    const end = this.#end
    for (let at = this.#at + 1; at < end; at += 1) {
      if (bytes[at] === quote) return at
      if (bytes[at] === backslash) return unread
    }
    return unread
  }

  /** Goes on behind an answer; whether it could be read, and was taken where it is one to a question asked for. */
  #passAnswer(question: Question | undefined): boolean {
    const first = this.#bytes[this.#at]
    if (first === quote) return this.#passText(question)
    if (first === openList) return this.#passList(question)
    const answer = first === ofTrue || first === ofFalse ? this.#readTruth(first === ofTrue) : this.#readNumber()
    return answer !== undefined && (question === undefined || this.#taker.take(question, answer))
  }

  #passText(question: Question | undefined): boolean {
    const from = this.#at + 1
    const to = this.#endOfText()
    if (to === unread) return false
    this.#at = to + 1
    return question === undefined || this.#taker.takeText(question, this.#bytes, from, to)
  }

  #readTruth(truth: boolean): boolean {
    this.#at += truth ? 'true'.length : 'false'.length
    return truth
  }

  #passList(question: Question | undefined): boolean {
    let count = 0
    this.#at += 1
    while (this.#bytes[this.#at] === quote) {
      const from = this.#at + 1
      const to = this.#endOfText()
      if (to === unread) return false
      this.#noteBounds(count, from, to)
      count += 1
      this.#at = this.#bytes[to + 1] === comma ? to + 3 : to + 1
    }
    if (this.#bytes[this.#at] !== closeList) return false
    this.#at += 1
    return question === undefined || this.#taker.takeTexts(question, this.#bytes, this.#bounds, count)
  }

  #noteBounds(text: number, from: number, to: number): void {
    if (2 * text === this.#bounds.length) {
      const before = this.#bounds
      this.#bounds = new Int32Array(2 * before.length)
      this.#bounds.set(before)
    }
    this.#bounds[2 * text] = from
    this.#bounds[2 * text + 1] = to
  }

  #readNumber(): number | undefined {
    const bytes = this.#bytes
    const start = this.#at
    let number = 0
    let behindPoint = 0
    let code = bytes[start] ?? 0
    for (; (code >= zero && code <= nine) || (code === point && behindPoint === 0); code = bytes[this.#at] ?? 0) {
      this.#at += 1
      if (code === point) behindPoint = this.#at
      else number = number * 10 + code - zero
    }
    const decimals = behindPoint === 0 ? 0 : this.#at - behindPoint
    const digits = this.#at - start - (behindPoint === 0 ? 0 : 1)
    if (digits > 0 && digits <= mostDigits && (code === comma || code === closeObject)) return decimals === 0 ? number : number / (powersOfTen[decimals] ?? Number.NaN)
    while (this.#at < this.#end && code !== comma && code !== closeObject) code = bytes[++this.#at] ?? 0
    const written = Number(readBytes(bytes, start, this.#at) || Number.NaN)
    return Number.isNaN(written) ? undefined : written
  }
}
