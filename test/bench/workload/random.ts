/** Numbers from 0 (inclusive) to 1, the same for the same seed. */
export type Random = () => number

/** Mulberry32: small, fast, and good enough to make up households. */
export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const chance = (random: Random, probability: number): boolean => random() < probability

/** A whole number between two ends, both possible. */
export const whole = (random: Random, from: number, to: number): number => from + Math.floor(random() * (to - from + 1))

export const pick = <T>(random: Random, list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0]

/** One of the names, as often as its weight says. */
export const weighted = <Name extends string>(random: Random, weights: Readonly<Record<Name, number>>): Name => {
  const names = Object.keys(weights) as Name[]
  const total = names.reduce((sum, name) => sum + weights[name], 0)
  let left = random() * total
  const found = names.find((name) => (left -= weights[name]) < 0) ?? names[0]
  if (found === undefined) throw new Error('Nothing to choose from')
  return found
}
