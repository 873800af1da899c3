import type { Words } from './bit-rows.ts'

const empty = 0xffffffff
const firstSlots = 1024

/** Finds the place of a household by the four words of its id, in some 14 bytes each. Places are below 2³² − 1. */
export class HouseholdIndex {
  #places = new Uint32Array(firstSlots).fill(empty)
  /** Of each place the hash of its id, so that most others are told apart without looking. */
  #hashes = new Int32Array(firstSlots)
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
    return this.#places.byteLength + this.#hashes.byteLength
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
    this.#hashes[slot] = hash(id)
    if (this.#size * 4 > this.#places.length * 3) this.#spread()
  }

  /** Forgets a household, while its id still stands at its place. */
  remove(id: Words): void {
    let hole = this.#slotOf(id)
    if (this.#places[hole] === empty) return
    this.#size -= 1
    const mask = this.#places.length - 1
    for (let slot = (hole + 1) & mask; this.#places[slot] !== empty; slot = (slot + 1) & mask) {
      const home = (this.#hashes[slot] ?? 0) & mask
      if (((slot - home) & mask) < ((slot - hole) & mask)) continue
      this.#places[hole] = this.#places[slot] ?? empty
      this.#hashes[hole] = this.#hashes[slot] ?? 0
      hole = slot
    }
    this.#places[hole] = empty
  }

  #slotOf(id: Words): number {
    const mask = this.#places.length - 1
    const own = hash(id)
    let slot = own & mask
    for (;;) {
      const place = this.#places[slot] ?? empty
      if (place === empty || (this.#hashes[slot] === own && this.#is(place, id))) return slot
      slot = (slot + 1) & mask
    }
  }

  #is(place: number, id: Words): boolean {
    const { words, start } = this.#idAt(place)
    return words[start] === id[0] && words[start + 1] === id[1] && words[start + 2] === id[2] && words[start + 3] === id[3]
  }

  #spread(): void {
    const [places, hashes] = [this.#places, this.#hashes]
    this.#places = new Uint32Array(places.length * 2).fill(empty)
    this.#hashes = new Int32Array(places.length * 2)
    const mask = this.#places.length - 1
    places.forEach((place, index) => {
      if (place === empty) return
      let slot = (hashes[index] ?? 0) & mask
      while (this.#places[slot] !== empty) slot = (slot + 1) & mask
      this.#places[slot] = place
      this.#hashes[slot] = hashes[index] ?? 0
    })
  }
}

const hash = (id: Words): number => {
  const mixed = Math.imul((id[0] ?? 0) ^ Math.imul(id[3] ?? 0, 0x9e3779b1), 0x85ebca6b) ^ (id[2] ?? 0)
  return mixed ^ (mixed >>> 15)
}
