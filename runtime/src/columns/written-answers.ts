import type { Answer } from '../documents/input-document.ts'

/** Where reading ends that met anything unusual: it is for `JSON.parse`. */
export const unread = -1

const lettersOf = (text: string): readonly number[] => Array.from({ length: text.length }, (_letter, index) => text.charCodeAt(index))

const [quote, comma, openList, closeList, openObject, closeObject, ofTrue, ofFalse, space] = lettersOf('",[]{}tf ')
const [zero, nine] = [48, 57]
/** Digits that surely make the number that is written. */
const mostDigits = 15
const unknown = -1
const afterKey = '": '

/** Takes an answer to one of the questions asked for; whether reading goes on. */
export type TakeAnswer<Question> = (question: Question, answer: Answer) => boolean

/**
 * Reads answers to some questions out of JSON, in the form in which PostgreSQL writes what it keeps, and makes no object of them: as hardly two
 * households leave the same questions open, an engine has ever new shapes for such objects, which cost several times what the answers do. What
 * is unusual – another spacing, an escaped letter, an object in an object – is left to `JSON.parse`.
 */
export class WrittenAnswers<Question> {
  readonly #questions: readonly Question[]
  readonly #numbers: ReadonlyMap<string, number>
  /** Letters of the keys as they are written, to the beginning of the answer. */
  readonly #keys: readonly (readonly number[])[]
  /** For each question the one that followed it: keys are always written in one order. The last stands for the beginning. */
  readonly #following: Int32Array
  #at = 0

  constructor(questions: ReadonlyMap<string, Question>) {
    const ids = [...questions.keys()]
    this.#questions = [...questions.values()]
    this.#numbers = new Map(ids.map((id, number) => [id, number]))
    this.#keys = ids.map((id) => lettersOf(`"${id}${afterKey}`))
    this.#following = new Int32Array(ids.length + 1).fill(unknown)
  }

  /** Reads the object that begins at a place of a text without backslashes; the place behind it, or `unread`. */
  read(text: string, from: number, take: TakeAnswer<Question>): number {
    if (text.charCodeAt(from) !== openObject) return unread
    this.#at = from + 1
    if (text.charCodeAt(this.#at) === closeObject) return from + 2
    let before = this.#keys.length
    for (;;) {
      const number = this.#readKey(text, before)
      const answer = this.#readAnswer(text)
      if (answer === undefined) return unread
      const question = this.#questions[number]
      if (question !== undefined && !take(question, answer)) return unread
      const behind = text.charCodeAt(this.#at)
      if (behind === closeObject) return this.#at + 1
      if (behind !== comma || text.charCodeAt(this.#at + 1) !== space) return unread
      this.#at += 2
      if (number !== unknown) before = number
    }
  }

  /** The question whose key stands here: mostly the one that followed before, or the next but one where an answer is missing. */
  #readKey(text: string, before: number): number {
    const next = this.#following[before] ?? unknown
    if (this.#passKey(text, next)) return next
    const later = this.#following[next] ?? unknown
    if (this.#passKey(text, later)) return later
    const end = text.indexOf('"', this.#at + 1)
    const number = this.#numbers.get(text.slice(this.#at + 1, end)) ?? unknown
    if (number !== unknown) this.#following[before] = number
    this.#at = text.startsWith(afterKey, end) ? end + afterKey.length : text.length
    return number
  }

  /** Compared letter by letter: `startsWith` takes half as long again. */
  #passKey(text: string, number: number): boolean {
    const key = this.#keys[number]
    if (key === undefined) return false
    const at = this.#at
    let index = key.length - 1
    while (index >= 0 && text.charCodeAt(at + index) === key[index]) index -= 1
    if (index >= 0) return false
    this.#at = at + key.length
    return true
  }

  #readAnswer(text: string): Answer | undefined {
    const first = text.charCodeAt(this.#at)
    if (first === quote) return this.#readText(text)
    if (first === openList) return this.#readList(text)
    if (first !== ofTrue && first !== ofFalse) return this.#readNumber(text)
    this.#at += first === ofTrue ? 'true'.length : 'false'.length
    return first === ofTrue
  }

  #readText(text: string): string {
    const end = text.indexOf('"', this.#at + 1)
    const answer = text.slice(this.#at + 1, end)
    this.#at = end + 1
    return answer
  }

  #readList(text: string): readonly string[] | undefined {
    const answers: string[] = []
    this.#at += 1
    while (text.charCodeAt(this.#at) === quote) {
      answers.push(this.#readText(text))
      if (text.charCodeAt(this.#at) === comma) this.#at += 2
    }
    if (text.charCodeAt(this.#at) !== closeList) return undefined
    this.#at += 1
    return answers
  }

  #readNumber(text: string): number | undefined {
    const start = this.#at
    let number = 0
    let code = text.charCodeAt(start)
    for (; code >= zero && code <= nine; code = text.charCodeAt(this.#at)) {
      number = number * 10 + code - zero
      this.#at += 1
    }
    if (this.#at > start && this.#at - start <= mostDigits && (code === comma || code === closeObject)) return number
    while (this.#at < text.length && code !== comma && code !== closeObject) code = text.charCodeAt(++this.#at)
    const written = Number(text.slice(start, this.#at) || Number.NaN)
    return Number.isNaN(written) ? undefined : written
  }
}
