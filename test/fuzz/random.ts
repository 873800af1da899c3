/** A source of random numbers that gives the same for the same seed (mulberry32). */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 up to, and without, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from 0 up to, and without, the given one. */
  below(most: number): number {
    return Math.floor(this.next() * most)
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.below(choices.length)] ?? choices[0]
  }

  /** One of a list; undefined where it is empty. */
  among<T>(choices: readonly T[]): T | undefined {
    return choices[this.below(choices.length)]
  }

  chance(share: number): boolean {
    return this.next() < share
  }
}

/** A seed of its own for each run of a series, so that one run can be repeated alone. */
export const seedOfRun = (seed: number, run: number): number => (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(run, 0xc2b2ae35)) >>> 0
