import type { Answer } from '../../documents/input-document.ts'
import type { NumberScale } from '../../plan/dictionary/number-scale.ts'
import { SpelledText } from '../spelled-text.ts'
import type { TextDictionary } from '../text-dictionary.ts'
import type { TextBounds } from '../written-text.ts'

/** How the answers of a column are written as numbers. It only widens: what was written keeps its meaning. */
export interface ColumnForm {
  /** Bits of a written number. */
  readonly width: number
  /** Subtracted before writing: least number, first year. */
  readonly base: number
  /** Decimal places of a number. */
  readonly decimals: number
}

/** What does not change as a column widens. */
export interface ColumnMeaning {
  /** The texts behind numbers; absent where the kind has none. */
  readonly dictionary?: TextDictionary
  /** The texts are those of a list; another is no answer to this question. */
  readonly closed?: boolean
  /** How plans keep the numbers of this question; a number they do not keep stands in no column either. */
  readonly scale?: NumberScale
}

export type ColumnEncoding = ColumnForm & ColumnMeaning

/** Numbers read out of bits must stay exact. */
export const mostBits = 51

/** How the answers of one kind of question become bits and come back. */
export interface ColumnKind {
  /** Whether a bit of its own says that there is an answer; otherwise no answer is written as 0. */
  readonly flagged: boolean
  /** Of a kind without that bit: the bits, from and to, of which one is set in every answer. */
  readonly knownBits: (width: number) => readonly [from: number, to: number]
  /** The form a column begins with, given how many texts its dictionary starts with. */
  readonly first: (texts: number) => ColumnForm
  /** The number written for an answer, from 0; `widen` where the form is too narrow, `unfit` where no form would do. */
  readonly write: (encoding: ColumnEncoding, answer: Answer) => number
  /** The same for a text that stands in UTF-8 from one byte on to before another. Of a kind without it no text is an answer. */
  readonly writeWritten?: (encoding: ColumnEncoding, bytes: Uint8Array, from: number, to: number) => number
  /** The same for a list of texts. Of a kind without it no list is an answer. */
  readonly writeWrittenTexts?: (encoding: ColumnEncoding, bytes: Uint8Array, bounds: TextBounds, count: number) => number
  /** A form with room for the answer, from the one there is. */
  readonly widened: (encoding: ColumnEncoding, answer: Answer) => ColumnForm
  /** What a number written in one form is in a wider one. */
  readonly moved: (raw: number, from: ColumnForm, to: ColumnForm) => number
  readonly read: (encoding: ColumnEncoding, raw: number) => Answer
}

export const unfit = -1
export const widen = -2

/** Bits that hold the numbers 0 to `most`. */
export const bitsOf = (most: number): number => (most < 2 ? 1 : most < 2 ** 31 ? 32 - Math.clz32(most) : Math.ceil(Math.log2(most + 1)))

const rooms = Array.from({ length: mostBits + 1 }, (_room, width) => 2 ** width)

/** Whether a number that is not negative has room in some bits. */
export const hasRoom = (raw: number, width: number): boolean => raw < (rooms[width] ?? 0)

export const dictionaryOf = ({ dictionary }: ColumnMeaning): TextDictionary => {
  if (!dictionary) throw new Error('A column of texts has no dictionary')
  return dictionary
}

/** The number of a text, counted from 0; undefined where it is not in the list that answers come from. */
export const codeOfText = (encoding: ColumnMeaning, text: string): number | undefined =>
  encoding.closed ? dictionaryOf(encoding).find(text) : dictionaryOf(encoding).code(text)

/** The same for a text as it is written in UTF-8. */
export const codeOfWritten = (encoding: ColumnMeaning, bytes: Uint8Array, from: number, to: number): number | undefined =>
  encoding.closed ? dictionaryOf(encoding).findWritten(bytes, from, to) : dictionaryOf(encoding).codeWritten(bytes, from, to)

/** Every bit. */
export const allBits = (width: number): readonly [number, number] => [0, width]

/** A number that was written stays as it is. */
export const unmoved = (raw: number): number => raw

/** Letters of a text, in UTF-8 or UTF-16: digits are the same in both. */
export type Letters = Uint8Array | Uint16Array

/** In place of a number where a letter is no digit: a small number as all others, for which an engine makes no object. */
export const noDigits = -1

/** The number that some digits of a text write, or `noDigits`. */
export const digitsOf = (letters: Letters, from: number, to: number): number => {
  let number = 0
  for (let index = from; index < to; index += 1) {
    const digit = (letters[index] ?? 0) - 48
    if (digit < 0 || digit > 9) return noDigits
    number = number * 10 + digit
  }
  return number
}

const spelled = new SpelledText()

/** Both ways to write a text of which the letters are looked at one by one. */
export const writesLetters = (write: (encoding: ColumnEncoding, letters: Letters, from: number, to: number) => number): Pick<ColumnKind, 'write' | 'writeWritten'> => ({
  write: (encoding, answer) => {
    if (typeof answer !== 'string') return unfit
    spelled.spell(answer)
    return write(encoding, spelled.units, 0, spelled.length)
  },
  writeWritten: write,
})
