import { isOfMembers, type Column } from './column.ts'

const half = 2 ** 32

/** In place of a number where there is no answer, or where a member's id is a UUID. */
export const unanswered = -3

/** What may be so in a column and what never was: circuits leave out what never was. */
export class ColumnUse {
  /** For each column, whether some household or member ever had no answer. */
  readonly gaps: Uint8Array
  /** For each column, the bits that were ever one, the lower 32 and those above. */
  readonly used: Int32Array

  constructor(gaps: Uint8Array, used: Int32Array) {
    this.gaps = gaps
    this.used = used
  }

  /** That of columns without households. */
  static none(columns: number): ColumnUse {
    return new ColumnUse(new Uint8Array(columns), new Int32Array(2 * columns))
  }

  hasGaps(column: number): boolean {
    return this.gaps[column] === 1
  }

  /** Whether a bit of a column, counted with that of an answer, was ever one. */
  isUsed(column: number, bit: number): boolean {
    return (((this.used[2 * column + (bit < 32 ? 0 : 1)] ?? 0) >>> (bit & 31)) & 1) === 1
  }

  /** Takes note of a number that is written; whether it is something that never was. */
  note(column: number, number: number): boolean {
    if (number === unanswered) return this.#noteGap(column)
    const below = this.#noteBits(2 * column, number < half ? number : number % half)
    return number >= half ? this.#noteBits(2 * column + 1, Math.floor(number / half)) || below : below
  }

  /**
   * The same for columns with more room. One with its first answer has none in the households there are; where numbers
   * changed their meaning, any bit may be one.
   */
  moved(before: readonly Column[], after: readonly Column[], there: { readonly households: boolean; readonly members: boolean }): ColumnUse {
    const gaps = Uint8Array.from(after, (column, index) => (isFirst(before[index], column) ? Number(isOfMembers(column) ? there.members : there.households) : (this.gaps[index] ?? 0)))
    const used = Int32Array.from({ length: 2 * after.length }, (_bits, word) => this.used[word] ?? 0)
    after.forEach((column, index) => {
      if (meansOtherwise(before[index], column)) used.fill(-1, 2 * index, 2 * index + 2)
    })
    return new ColumnUse(gaps, used)
  }

  #noteGap(column: number): boolean {
    const isNew = this.gaps[column] === 0
    this.gaps[column] = 1
    return isNew
  }

  #noteBits(word: number, bits: number): boolean {
    const before = this.used[word] ?? 0
    const after = before | bits
    if (after === before) return false
    this.used[word] = after
    return true
  }
}

const isFirst = (before: Column | undefined, { answered }: Column): boolean => answered && before?.answered !== true

const meansOtherwise = (before: Column | undefined, { answered, encoding: { base, decimals } }: Column): boolean =>
  answered && before !== undefined && (before.encoding.base !== base || before.encoding.decimals !== decimals)
