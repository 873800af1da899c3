import type { Words } from './bit-rows.ts'

const empty = 0xffffffff
const firstSlots = 1024

/** Finds the place of a household by the four words of its id, in some eight bytes each. Places are below 2³² − 1. */
export class HouseholdIndex {
  #places = new Uint32Array(firstSlots).fill(empty)
  /** Of each place a part of the hash of its id, so that most others are told apart without looking. */
  #tags = new Uint8Array(firstSlots)
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
    return this.#places.byteLength + this.#tags.byteLength
  }

  find(id: Words): number | undefined {
    const place = this.#places[this.#slotOf(id)] ?? empty
    return place === empty ? undefined : place
  }

  /** Notes where a household stands; it replaces what was noted of it before. */
  set(id: Words, place: number): void {
    const slot = this.#slotOf(id)
    if (this.#places[slot] === empty) this.#size += 1
    this.#places[slot] = place
    this.#tags[slot] = tagOf(hash(id, 0))
    if (this.#size * 4 > this.#places.length * 3) this.#spread()
  }

  /** Forgets a household, while its id still stands at its place. */
  remove(id: Words): void {
    let hole = this.#slotOf(id)
    if (this.#places[hole] === empty) return
    this.#size -= 1
    const mask = this.#places.length - 1
    for (let slot = (hole + 1) & mask; this.#places[slot] !== empty; slot = (slot + 1) & mask) {
      const home = this.#hashAt(this.#places[slot] ?? empty) & mask
      if (((slot - home) & mask) < ((slot - hole) & mask)) continue
      this.#places[hole] = this.#places[slot] ?? empty
      this.#tags[hole] = this.#tags[slot] ?? 0
      hole = slot
    }
    this.#places[hole] = empty
  }

  #slotOf(id: Words): number {
    const mask = this.#places.length - 1
    const own = hash(id, 0)
    const tag = tagOf(own)
    let slot = own & mask
    for (;;) {
      const place = this.#places[slot] ?? empty
      if (place === empty || (this.#tags[slot] === tag && this.#is(place, id))) return slot
      slot = (slot + 1) & mask
    }
  }

  #is(place: number, id: Words): boolean {
    const { words, start } = this.#idAt(place)
    return words[start] === id[0] && words[start + 1] === id[1] && words[start + 2] === id[2] && words[start + 3] === id[3]
  }

  #hashAt(place: number): number {
    const { words, start } = this.#idAt(place)
    return hash(words, start)
  }

  #spread(): void {
    const [places, tags] = [this.#places, this.#tags]
    this.#places = new Uint32Array(places.length * 2).fill(empty)
    this.#tags = new Uint8Array(places.length * 2)
    const mask = this.#places.length - 1
    places.forEach((place, index) => {
      if (place === empty) return
      let slot = this.#hashAt(place) & mask
      while (this.#places[slot] !== empty) slot = (slot + 1) & mask
      this.#places[slot] = place
      this.#tags[slot] = tags[index] ?? 0
    })
  }
}

const hash = (words: Words, start: number): number => {
  const mixed = Math.imul((words[start] ?? 0) ^ Math.imul(words[start + 3] ?? 0, 0x9e3779b1), 0x85ebca6b) ^ (words[start + 2] ?? 0)
  return mixed ^ (mixed >>> 15)
}

/** The places that share a slot mostly differ in the upper bits. */
const tagOf = (own: number): number => own >>> 24
