import type { Words } from '@tieuchi/runtime/columns/bit-rows.ts'
import { uuidWords } from '@tieuchi/runtime/columns/uuid-words.ts'
import { readBytes, type WrittenText } from '@tieuchi/runtime/columns/written-text.ts'
import { readNumber, RowFields } from '../plugins/database-copy.ts'

/** A household as it was copied: what it says stands among the bytes of its row. */
export interface CopiedHousehold {
  readonly id: Words
  readonly unit: string
  readonly household: WrittenText
  readonly members: WrittenText
}

const [ofId, ofUnit, ofAnswers, ofMembers, count] = [0, 1, 2, 3, 4]

/** Reads rows of `copyHouseholdsOn`. Most households are of one unit with the one before, whose id is not read anew. */
export class HouseholdReader {
  readonly #fields = new RowFields()
  #unit = ''
  #unitBytes = new Uint8Array()

  read(row: Uint8Array): CopiedHousehold {
    this.#fields.read(row, count)
    return { id: this.#idOf(row), unit: this.#unitOf(row), household: this.#textOf(row, ofAnswers), members: this.#textOf(row, ofMembers) }
  }

  #idOf(row: Uint8Array): Words {
    const start = this.#fields.start(ofId)
    const id = new Int32Array(uuidWords)
    for (let word = 0; word < uuidWords; word += 1) id[word] = readNumber(row, start + 4 * word)
    return id
  }

  #unitOf(row: Uint8Array): string {
    const from = this.#fields.start(ofUnit)
    const to = this.#fields.end(ofUnit)
    if (!this.#isSameUnit(row, from, to)) {
      this.#unit = readBytes(row, from, to)
      this.#unitBytes = row.slice(from, to)
    }
    return this.#unit
  }

  #isSameUnit(row: Uint8Array, from: number, to: number): boolean {
    if (to - from !== this.#unitBytes.length) return false
    for (let at = from; at < to; at += 1) if (row[at] !== this.#unitBytes[at - from]) return false
    return true
  }

  #textOf(row: Uint8Array, field: number): WrittenText {
    return { bytes: row, from: this.#fields.start(field), to: this.#fields.end(field) }
  }
}
