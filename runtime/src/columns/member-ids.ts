import type { Words } from './bit-rows.ts'
import { isUuid, readUuid, uuidWords, writeUuid, writeWrittenUuid } from './uuid-words.ts'

const firstMembers = 8

/** Ids of the members of one household after the other, in the same memory: a UUID by its words, of which no text is made; another as it is. */
export class MemberIds {
  #words: Words = new Int32Array(firstMembers * uuidWords)
  readonly #others: (string | undefined)[] = []
  #count = 0

  get count(): number {
    return this.#count
  }

  clear(): void {
    this.#count = 0
  }

  /** Adds an id; whether it is a UUID. */
  add(id: string): boolean {
    const known = isUuid(id)
    if (known) writeUuid(this.#wordsWithRoom(), this.#count * uuidWords, id)
    this.#others[this.#count] = known ? undefined : id
    this.#count += 1
    return known
  }

  /** Adds a UUID as it is written in UTF-8; whether it is one, of which no other is added. */
  addWritten(bytes: Uint8Array, from: number, to: number): boolean {
    if (!writeWrittenUuid(this.#wordsWithRoom(), this.#count * uuidWords, bytes, from, to)) return false
    this.#others[this.#count] = undefined
    this.#count += 1
    return true
  }

  /** Id of a member, counted from 0. */
  at(slot: number): string {
    return this.#others[slot] ?? readUuid(this.#words, slot * uuidWords)
  }

  /** Puts a member's id into four words where it is a UUID. */
  write(slot: number, words: Words, start: number): void {
    if (this.#others[slot] !== undefined) return
    for (let word = 0; word < uuidWords; word += 1) words[start + word] = this.#words[slot * uuidWords + word] ?? 0
  }

  #wordsWithRoom(): Words {
    if ((this.#count + 1) * uuidWords > this.#words.length) {
      const before = this.#words
      this.#words = new Int32Array(2 * before.length)
      this.#words.set(before)
    }
    return this.#words
  }
}
