import { SpelledText, textOfUnits } from './spelled-text.ts'

const firstSlots = 64
const firstUnits = 1024
const empty = -1
/** So many texts are found by their own, the codes of lists among them; names of people are too many for that. */
const mostAtHand = 512
const manyTexts = 4 * mostAtHand

/** Texts under small numbers, in order of first use; kept as UTF-16 in one array, some 50 bytes for a person's name. */
export class TextDictionary {
  #units = new Uint16Array(firstUnits)
  /** Where each text begins; one more than there are texts. */
  #starts = new Uint32Array(firstSlots)
  #slots = new Int32Array(firstSlots).fill(empty)
  readonly #atHand = new Map<string, number>()
  readonly #first: string[] = []
  readonly #asked = new SpelledText()
  #size = 0

  constructor(texts: Iterable<string> = []) {
    for (const text of texts) this.code(text)
  }

  get size(): number {
    return this.#size
  }

  /** Bytes held. */
  get bytes(): number {
    return this.#units.byteLength + this.#starts.byteLength + this.#slots.byteLength
  }

  /** Number of a text; a new one where it was not met before. Where there are many, few are at hand, and to look among those first takes as long again. */
  code(text: string): number {
    const atHand = this.#size > manyTexts ? undefined : this.#atHand.get(text)
    if (atHand !== undefined) return atHand
    this.#asked.spell(text)
    return this.#codeAsked()
  }

  /** The same for a text as it is written in UTF-8. */
  codeWritten(bytes: Uint8Array, from: number, to: number): number {
    this.#asked.spellWritten(bytes, from, to)
    return this.#codeAsked()
  }

  /** Number of a text; undefined where it was never met. */
  find(text: string): number | undefined {
    const atHand = this.#atHand.get(text)
    if (atHand !== undefined) return atHand
    this.#asked.spell(text)
    return this.#findAsked()
  }

  /** The same for a text as it is written in UTF-8. */
  findWritten(bytes: Uint8Array, from: number, to: number): number | undefined {
    this.#asked.spellWritten(bytes, from, to)
    return this.#findAsked()
  }

  /** The text of a number that was given out. */
  text(code: number): string {
    if (code >= this.#size) throw new Error(`No text has the number ${code}`)
    const atHand = this.#first[code]
    if (atHand !== undefined) return atHand
    return textOfUnits(this.#units, this.#starts[code] ?? 0, this.#starts[code + 1] ?? 0)
  }

  /** Every text, by number. */
  texts(): readonly string[] {
    return Array.from({ length: this.#size }, (_text, code) => this.text(code))
  }

  #codeAsked(): number {
    const slot = this.#slotOfAsked()
    const found = this.#slots[slot] ?? empty
    return found === empty ? this.#addAsked(slot) : found
  }

  #findAsked(): number | undefined {
    const found = this.#slots[this.#slotOfAsked()] ?? empty
    return found === empty ? undefined : found
  }

  #slotOfAsked(): number {
    const { units, length } = this.#asked
    const mask = this.#slots.length - 1
    let slot = hash(units, 0, length) & mask
    for (;;) {
      const code = this.#slots[slot] ?? empty
      if (code === empty || this.#is(code, units, length)) return slot
      slot = (slot + 1) & mask
    }
  }

  #is(code: number, units: Uint16Array, length: number): boolean {
    const start = this.#starts[code] ?? 0
    if ((this.#starts[code + 1] ?? 0) - start !== length) return false
    for (let index = 0; index < length; index += 1) if (this.#units[start + index] !== units[index]) return false
    return true
  }

  #addAsked(slot: number): number {
    const { units, length } = this.#asked
    const code = this.#size
    const start = this.#starts[code] ?? 0
    const end = start + length
    if (end > this.#units.length) this.#units = enlarged(this.#units, new Uint16Array(Math.max(end, this.#units.length * 2)))
    if (code + 2 > this.#starts.length) this.#starts = enlarged(this.#starts, new Uint32Array(this.#starts.length * 2))
    this.#units.set(units.subarray(0, length), start)
    this.#starts[code + 1] = end
    this.#slots[slot] = code
    this.#size = code + 1
    if (code < mostAtHand) {
      // A copy: the text asked for may be a part of a long one, which it would keep in memory.
      const own = textOfUnits(units, 0, length)
      this.#atHand.set(own, code)
      this.#first.push(own)
    }
    if (this.#size * 4 > this.#slots.length * 3) this.#spread()
    return code
  }

  #spread(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(empty)
    const mask = this.#slots.length - 1
    for (let code = 0; code < this.#size; code += 1) {
      let slot = hash(this.#units, this.#starts[code] ?? 0, this.#starts[code + 1] ?? 0) & mask
      while (this.#slots[slot] !== empty) slot = (slot + 1) & mask
      this.#slots[slot] = code
    }
  }
}

const enlarged = <Units extends Uint16Array | Uint32Array>(from: Units, to: Units): Units => {
  to.set(from)
  return to
}

/** FNV-1a over UTF-16. */
const hash = (units: Uint16Array, start: number, end: number): number => {
  let state = 0x811c9dc5
  for (let index = start; index < end; index += 1) state = Math.imul(state ^ (units[index] ?? 0), 0x01000193)
  return state ^ (state >>> 15)
}
