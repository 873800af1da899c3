/** Draws that depend on nothing but a seed. */
export interface RandomSource {
  /** At least 0, less than 1. */
  readonly next: () => number
}

const golden = 0x9e3779b9

/** Mulberry32: small, fast, and good enough for made-up households. */
export function randomSource(seed: number, stream: number): RandomSource {
  let state = mix(mix(seed >>> 0) ^ mix((stream + golden) >>> 0))
  return {
    next: () => {
      state = (state + 0x6d2b79f5) >>> 0
      return mix(state) / 2 ** 32
    },
  }
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 15), value | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return (mixed ^ (mixed >>> 14)) >>> 0
}

const hexDigits = 16

/** A UUID of version 4. */
export const uuidFrom = ({ next }: RandomSource): string => {
  const digits = (count: number): string => Array.from({ length: count }, () => Math.floor(next() * hexDigits).toString(hexDigits)).join('')
  return `${digits(8)}-${digits(4)}-4${digits(3)}-${'89ab'.charAt(Math.floor(next() * 4))}${digits(3)}-${digits(12)}`
}

/** A whole number between two ends, both possible. */
export const wholeBetween = ({ next }: RandomSource, from: number, to: number): number => from + Math.floor(next() * (to - from + 1))

/** One of several, as often as its weight says. */
export function weighted<T>({ next }: RandomSource, entries: readonly (readonly [T, number])[]): T | undefined {
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0)
  let left = next() * total
  for (const [value, weight] of entries) {
    left -= weight
    if (left < 0) return value
  }
  return entries.at(-1)?.[0]
}

/** Standard normal, by Box and Muller. */
export const standardNormal = ({ next }: RandomSource): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
