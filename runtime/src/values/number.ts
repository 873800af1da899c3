import { Fraction } from 'fraction.js'
import { EvaluationLimit } from '../limits/evaluation-limit.ts'
import { limits } from '../limits/limits.ts'

/** An exact rational number. Money and decimals never become floating point before they are written out. */
export type Exact = Fraction

/** The numbers things are counted in, made once: making one takes longer than reckoning with it. */
const counts: readonly Exact[] = Array.from({ length: 256 }, (_none, number) => new Fraction(number))

/** The decimal a JSON number prints, exactly: 0.045 is 45/1000. */
export const exact = (number: number | string): Exact => {
  if (typeof number === 'number' && number >= 0 && number < counts.length && Number.isInteger(number)) return counts[number] ?? new Fraction(number)
  if (Number.isSafeInteger(number)) return new Fraction(number)
  const [mantissa = '0', exponent] = String(number).toLowerCase().split('e')
  const value = new Fraction(mantissa)
  return exponent === undefined ? value : value.mul(new Fraction(10).pow(Number(exponent)) ?? 1)
}

export const isExact = (value: unknown): value is Exact => value instanceof Fraction

export const zero: Exact = exact(0)

const mostComputed = 10n ** BigInt(limits.computed_digits)

/** Whether a number has more digits than is reckoned with. */
export const isTooLong = (value: Exact): boolean => value.n > mostComputed || value.d > mostComputed

/** A computed number as it is; one that has grown beyond what can be reckoned with throws `EvaluationLimit`. */
const reckoned = (value: Exact): Exact => {
  if (isTooLong(value)) throw new EvaluationLimit('computed_digits')
  return value
}

/** The four operations; a result with more than `limits.computed_digits` digits throws `EvaluationLimit`. */
export const plus = (a: Exact, b: Exact): Exact => reckoned(a.add(b))
export const minus = (a: Exact, b: Exact): Exact => reckoned(a.sub(b))
export const times = (a: Exact, b: Exact): Exact => reckoned(a.mul(b))
export const over = (a: Exact, b: Exact): Exact => reckoned(a.div(b))

/**
 * Below zero where the first of two numbers is less, above where it is greater: what `compare` of the library says, which reckons with the
 * digits of both to find it. Most that are compared are whole and of one sign.
 */
export const orderOf = (a: Exact, b: Exact): number => {
  if (a === b) return 0
  if (a.d !== b.d || a.s !== b.s) return a.compare(b)
  return a.n === b.n ? 0 : a.n < b.n === a.s > 0n ? -1 : 1
}

export const smaller = (a: Exact, b: Exact): Exact => (orderOf(a, b) <= 0 ? a : b)
export const greater = (a: Exact, b: Exact): Exact => (orderOf(a, b) >= 0 ? a : b)

type Pick = (a: Exact, b: Exact) => Exact

/** The pick of several ends, where one that is unbounded leaves the whole unbounded. */
export const outermost = (ends: readonly (Exact | undefined)[], pick: Pick): Exact | undefined => ends.reduce((a, b) => a && b && pick(a, b), ends[0])

/** The pick of those ends that are bounded; one that is not adds nothing, and takes nothing away. */
export const assured = (ends: readonly (Exact | undefined)[], pick: Pick): Exact | undefined => ends.reduce((a, b) => (a && b ? pick(a, b) : (a ?? b)), undefined)

/** The nearest JSON number, for writing out. */
export const toNumber = (value: Exact): number => {
  const number = value.valueOf()
  if (!Number.isFinite(number)) throw new EvaluationLimit('computed_digits')
  return number
}

/** Numbers people enter stay below this, so that whatever is computed of them can be written. */
export const largestInput = 999_999_999_999_999

/** How many significant digits a JSON number prints; the limit for inputs is 15. */
export const significantDigits = (number: number): number =>
  (String(number).toLowerCase().split('e')[0] ?? '').replace(/[-.]/g, '').replace(/^0+/, '').length

/** Whether a JSON number stays exact: at most so many significant digits, in front of the point and behind it. */
export const fitsDigits = (number: number): boolean =>
  Math.abs(number) <= largestInput && significantDigits(number) <= limits.digits && decimals(number) <= limits.digits

const decimals = (number: number): number => {
  const [mantissa = '', exponent = '0'] = String(number).toLowerCase().split('e')
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent))
}

export type Rounding = (value: Exact) => Exact

const integerRounding = {
  half_up: (value: Exact) => (value.compare(0) < 0 ? value.neg().add(new Fraction(1, 2)).floor().neg() : value.add(new Fraction(1, 2)).floor()),
  half_even: (value: Exact) => nearestEven(value),
  up: (value: Exact) => (value.compare(0) < 0 ? value.floor() : value.ceil()),
  down: (value: Exact) => (value.compare(0) < 0 ? value.ceil() : value.floor()),
} as const

const nearestEven = (value: Exact): Exact => {
  const below = value.floor()
  const distance = value.sub(below).compare(new Fraction(1, 2))
  if (distance !== 0) return distance < 0 ? below : below.add(1)
  return below.mod(2).compare(0) === 0 ? below : below.add(1)
}

/** Rounds to a multiple of `unit`; ties by mode, away from zero for `half_up`. */
export const roundTo = (mode: keyof typeof integerRounding, unit: Exact): Rounding => (value) =>
  times(integerRounding[mode](over(value, unit)), unit)
