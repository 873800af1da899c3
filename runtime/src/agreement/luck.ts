/** Draws that depend on nothing but a seed: the same seed, the same draws, on every machine. */
export class Luck {
  #state: number

  /** `seed` is any text; of a hash its first eight digits would do, of other texts all is used. */
  constructor(seed: string) {
    this.#state = [...seed].reduce((state, letter) => Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5 | 0) >>> 0
  }

  /** At least 0, less than 1: Mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number between two ends, both possible. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  /** Whether something happens that happens so often, of 1. */
  chance(share: number): boolean {
    return this.next() < share
  }

  /** One of several; of none there is none. */
  pick<T>(choices: readonly [T, ...T[]]): T
  pick<T>(choices: readonly T[]): T | undefined
  pick<T>(choices: readonly T[]): T | undefined {
    return choices[Math.floor(this.next() * choices.length)]
  }
}
