import { addBits, bitLength, bitsOfConstant, mostOfBits, subtractBits, timesConstant, type Bits } from './bit-numbers.ts'
import { ones, zero, type Gate, type Gates } from './gates.ts'

/**
 * A whole number of each household: `base + factor × bits`. Where `below` or `above` is one it is −∞ or ∞ instead, and the
 * bits mean nothing. Whole numbers are exact whatever their size; what is the same for all stays out of the bits.
 */
export interface SlicedNumber {
  readonly base: bigint
  /** At least 1. */
  readonly factor: bigint
  readonly bits: Bits
  /** The bits make no more than this. */
  readonly span: bigint
  /** The bits make no less than this. */
  readonly least: bigint
  readonly below: Gate
  readonly above: Gate
  /** Whether it is above zero, where that is known by a shorter way. */
  readonly positive?: Gate
}

export interface SlicedParts {
  readonly base?: bigint
  readonly factor?: bigint
  readonly bits?: Bits
  readonly span?: bigint
  readonly least?: bigint
  readonly below?: Gate
  readonly above?: Gate
}

/** A number of its parts; bits that cannot be one are left out. */
export const sliced = ({ base = 0n, factor = 1n, bits = [], span = mostOfBits(bits.length), least = 0n, below = zero, above = zero }: SlicedParts): SlicedNumber => {
  const last = bits.slice(0, bitLength(span)).findLastIndex((bit) => bit !== zero)
  const kept = bits.slice(0, last + 1)
  const most = mostOfBits(kept.length)
  return { base, factor: kept.length === 0 ? 1n : factor, bits: kept, span: span < most ? span : most, least, below, above }
}

/** A number, or an infinity, that is the same for all. */
export const slicedConstant = (value: number): SlicedNumber =>
  Number.isFinite(value) ? sliced({ base: BigInt(value) }) : sliced({ below: value < 0 ? ones : zero, above: value > 0 ? ones : zero })

export const leastOf = ({ base, factor, least }: SlicedNumber): bigint => base + factor * least

export const greatestOf = ({ base, factor, span }: SlicedNumber): bigint => base + factor * span

export const absolute = (number: bigint): bigint => (number < 0n ? -number : number)

export const greatestDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? absolute(a) : greatestDivisor(b, a % b))

/** a ÷ b rounded down, for b > 0. */
export const floorOf = (a: bigint, b: bigint): bigint => (a - (((a % b) + b) % b)) / b

/** What a number counts its bits in; 0 where it has none, so that any would do. */
const stepOf = ({ bits, factor }: SlicedNumber): bigint => (bits.length === 0 ? 0n : factor)

/** The greatest factor in which the bits of all numbers and the differences of their bases are whole. */
const commonFactor = (numbers: readonly SlicedNumber[], base: bigint): bigint => {
  const found = numbers.reduce((divisor, number) => greatestDivisor(greatestDivisor(divisor, stepOf(number)), number.base - base), 0n)
  return found === 0n ? 1n : found
}

/** Bits of several numbers over one base and factor. */
export interface AlignedNumbers {
  readonly base: bigint
  readonly factor: bigint
  readonly bits: readonly Bits[]
  /** None of the bits make more than this. */
  readonly span: bigint
}

/** The same numbers over one base and factor, for choosing between them. */
export const alignedNumbers = (gates: Gates, numbers: readonly SlicedNumber[]): AlignedNumbers => {
  const base = numbers.reduce((least, number) => (number.base < least ? number.base : least), numbers[0]?.base ?? 0n)
  const factor = commonFactor(numbers, base)
  const moved = numbers.map((number) => ({ number, times: stepOf(number) / factor, more: (number.base - base) / factor }))
  return {
    base,
    factor,
    bits: moved.map(({ number, times, more }) => addConstant(gates, timesConstant(gates, number.bits, times), more)),
    span: moved.reduce((most, { number, times, more }) => (number.span * times + more > most ? number.span * times + more : most), 0n),
  }
}

const addConstant = (gates: Gates, bits: Bits, more: bigint): Bits => (more === 0n ? bits : addBits(gates, bits, bitsOfConstant(more)))

/** Both sides of a comparison as bits: a < b exactly where left < right, and `whole` says whether they can be equal at all. */
export const comparedBits = (gates: Gates, a: SlicedNumber, b: SlicedNumber): { readonly left: Bits; readonly right: Bits; readonly whole: boolean } => {
  const factor = greatestDivisor(stepOf(a), stepOf(b)) || 1n
  const left = timesConstant(gates, a.bits, a.factor / factor)
  const right = timesConstant(gates, b.bits, b.factor / factor)
  const more = floorOf(a.base - b.base, factor)
  const whole = (a.base - b.base) % factor === 0n
  return more >= 0n ? { left: addBits(gates, left, bitsOfConstant(more)), right, whole } : { left, right: addBits(gates, right, bitsOfConstant(-more)), whole }
}

/** The bits of a number that is not negative, counted in ones. */
export const wholeBits = (gates: Gates, { base, factor, bits }: SlicedNumber): Bits => {
  const counted = timesConstant(gates, bits, factor)
  return base >= 0n ? addBits(gates, counted, bitsOfConstant(base)) : subtractBits(gates, counted, bitsOfConstant(-base))
}
