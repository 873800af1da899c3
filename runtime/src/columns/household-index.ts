import type { Words } from './bit-rows.ts'

const empty = 0xffffffff
const firstSlots = 1024

/** Finds the place of a household by the four words of its id, in about seven bytes each. Places are below 2³² − 1. */
export class HouseholdIndex {
  #slots = new Uint32Array(firstSlots).fill(empty)
  #size = 0
  readonly #idAt: (place: number) => { readonly words: Words; readonly start: number }

  /** `idAt` tells where the id of the household at a place stands. */
  constructor(idAt: (place: number) => { readonly words: Words; readonly start: number }) {
    this.#idAt = idAt
  }

  get size(): number {
    return this.#size
  }

  get bytes(): number {
    return this.#slots.byteLength
  }

  find(id: Words): number | undefined {
    const place = this.#slots[this.#slotOf(id, 0)] ?? empty
    return place === empty ? undefined : place
  }

  /** Notes where a household stands; it replaces what was noted of it before. */
  set(id: Words, place: number): void {
    const slot = this.#slotOf(id, 0)
    if (this.#slots[slot] === empty) this.#size += 1
    this.#slots[slot] = place
    if (this.#size * 4 > this.#slots.length * 3) this.#spread()
  }

  /** Forgets a household, while its id still stands at its place. */
  remove(id: Words): void {
    let hole = this.#slotOf(id, 0)
    if (this.#slots[hole] === empty) return
    this.#size -= 1
    const mask = this.#slots.length - 1
    for (let slot = (hole + 1) & mask; this.#slots[slot] !== empty; slot = (slot + 1) & mask) {
      const home = this.#homeOf(this.#slots[slot] ?? empty)
      if (((slot - home) & mask) < ((slot - hole) & mask)) continue
      this.#slots[hole] = this.#slots[slot] ?? empty
      hole = slot
    }
    this.#slots[hole] = empty
  }

  #homeOf(place: number): number {
    const { words, start } = this.#idAt(place)
    return hash(words, start) & (this.#slots.length - 1)
  }

  #slotOf(id: Words, start: number): number {
    const mask = this.#slots.length - 1
    let slot = hash(id, start) & mask
    for (;;) {
      const place = this.#slots[slot] ?? empty
      if (place === empty || this.#is(place, id, start)) return slot
      slot = (slot + 1) & mask
    }
  }

  #is(place: number, id: Words, from: number): boolean {
    const { words, start } = this.#idAt(place)
    return words[start] === id[from] && words[start + 1] === id[from + 1] && words[start + 2] === id[from + 2] && words[start + 3] === id[from + 3]
  }

  #spread(): void {
    const places = this.#slots.filter((place) => place !== empty)
    this.#slots = new Uint32Array(this.#slots.length * 2).fill(empty)
    for (const place of places) {
      const { words, start } = this.#idAt(place)
      this.#slots[this.#slotOf(words, start)] = place
    }
  }
}

const hash = (words: Words, start: number): number => {
  const mixed = Math.imul((words[start] ?? 0) ^ Math.imul(words[start + 3] ?? 0, 0x9e3779b1), 0x85ebca6b) ^ (words[start + 2] ?? 0)
  return mixed ^ (mixed >>> 15)
}
