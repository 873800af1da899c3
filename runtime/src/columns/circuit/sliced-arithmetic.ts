import { addBits, bitsOfConstant, chooseBits, divideBits, equalBits, lessBits, mostOfBits, multiplyBits, sumBits, timesConstant, type Bits } from './bit-numbers.ts'
import { ones, zero, type Gate, type Gates } from './gates.ts'
import { absolute, alignedNumbers, comparedBits, floorOf, greatestDivisor, greatestOf, leastOf, sliced, slicedConstant, wholeBits, type SlicedNumber } from './sliced-number.ts'

const isFinite = (gates: Gates, ...numbers: readonly SlicedNumber[]): Gate => gates.not(gates.some(numbers.flatMap(({ below, above }) => [below, above])))

/** a < b; −∞ is less than every other number, ∞ greater, and neither less than itself. */
export const slicedLess = (gates: Gates, a: SlicedNumber, b: SlicedNumber): Gate => {
  const beyond = gates.or(gates.and(a.below, gates.not(b.below)), gates.and(b.above, gates.not(a.above)))
  if (greatestOf(b) <= leastOf(a)) return beyond
  if (greatestOf(a) < leastOf(b)) return gates.or(beyond, isFinite(gates, a, b))
  if (isConstant(a, 0n) && b.positive !== undefined) return b.positive
  if (isConstant(b, 1n) && a.positive !== undefined) return gates.not(a.positive)
  const { left, right } = comparedBits(gates, a, b)
  return gates.or(beyond, gates.and(isFinite(gates, a, b), lessBits(gates, left, right)))
}

const isConstant = ({ base, bits, below, above }: SlicedNumber, value: bigint): boolean => bits.length === 0 && below === zero && above === zero && base === value

/** Of codes, which are mostly compared with constants. */
export const slicedEqual = (gates: Gates, a: SlicedNumber, b: SlicedNumber): Gate => {
  const infinite = gates.or(gates.and(a.below, b.below), gates.and(a.above, b.above))
  if (greatestOf(a) < leastOf(b) || greatestOf(b) < leastOf(a)) return infinite
  const { left, right, whole } = comparedBits(gates, a, b)
  return whole ? gates.or(infinite, gates.and(isFinite(gates, a, b), equalBits(gates, left, right))) : infinite
}

/** Neither less nor greater: the gates of other comparisons of the same numbers. */
export const slicedNeitherLess = (gates: Gates, a: SlicedNumber, b: SlicedNumber): Gate => gates.not(gates.or(slicedLess(gates, a, b), slicedLess(gates, b, a)))

export const slicedAdd = (gates: Gates, a: SlicedNumber, b: SlicedNumber): SlicedNumber => {
  const ends = { below: gates.or(a.below, b.below), above: gates.or(a.above, b.above) }
  const base = a.base + b.base
  if (b.bits.length === 0) return sliced({ ...a, ...ends, base })
  if (a.bits.length === 0) return sliced({ ...b, ...ends, base })
  const factor = greatestDivisor(a.factor, b.factor)
  const [left, right] = [timesConstant(gates, a.bits, a.factor / factor), timesConstant(gates, b.bits, b.factor / factor)]
  return sliced({ ...ends, base, factor, bits: addBits(gates, left, right), span: (a.span * a.factor + b.span * b.factor) / factor })
}

/** The sum of many numbers. */
export const slicedSum = (gates: Gates, numbers: readonly SlicedNumber[]): SlicedNumber => {
  const factor = numbers.reduce((divisor, { bits, factor: own }) => (bits.length === 0 ? divisor : greatestDivisor(own, divisor)), 0n) || 1n
  return sliced({
    base: numbers.reduce((sum, { base }) => sum + base, 0n),
    factor,
    bits: sumBits(gates, numbers.map(({ bits, factor: own }) => (bits.length === 0 ? bits : timesConstant(gates, bits, own / factor)))),
    span: numbers.reduce((sum, { bits, span, factor: own }) => (bits.length === 0 ? sum : sum + (span * own) / factor), 0n),
    below: gates.some(numbers.map(({ below }) => below)),
    above: gates.some(numbers.map(({ above }) => above)),
  })
}

/** Bits b of width w are 2ʷ − 1 − b the other way round. */
export const slicedNegate = (gates: Gates, { base, factor, bits, below, above }: SlicedNumber): SlicedNumber =>
  sliced({ base: -base - factor * mostOfBits(bits.length), factor, bits: bits.map((bit) => gates.not(bit)), below: above, above: below })

export const slicedSubtract = (gates: Gates, a: SlicedNumber, b: SlicedNumber): SlicedNumber => slicedAdd(gates, a, slicedNegate(gates, b))

/** `then` where the choice is one, else `otherwise`. */
export const slicedChoose = (gates: Gates, choice: Gate, then: SlicedNumber, otherwise: SlicedNumber): SlicedNumber => {
  if (choice === ones) return then
  if (choice === zero) return otherwise
  const { base, factor, span, bits: [a = [], b = []] } = alignedNumbers(gates, [then, otherwise])
  return sliced({
    base,
    factor,
    span,
    bits: chooseBits(gates, choice, a, b),
    below: gates.select(choice, then.below, otherwise.below),
    above: gates.select(choice, then.above, otherwise.above),
  })
}

export const slicedLower = (gates: Gates, a: SlicedNumber, b: SlicedNumber): SlicedNumber => slicedChoose(gates, slicedLess(gates, b, a), b, a)
export const slicedHigher = (gates: Gates, a: SlicedNumber, b: SlicedNumber): SlicedNumber => slicedChoose(gates, slicedLess(gates, a, b), b, a)

/** The number whose choice is one; exactly one of them is. */
export const slicedPick = (gates: Gates, choices: readonly Gate[], numbers: readonly SlicedNumber[]): SlicedNumber => {
  const { base, factor, span, bits } = alignedNumbers(gates, numbers)
  const picked = (each: readonly Gate[]) => gates.some(each.map((gate, index) => gates.and(choices[index] ?? zero, gate)))
  const width = Math.max(0, ...bits.map(({ length }) => length))
  return sliced({
    base,
    factor,
    span,
    bits: Array.from({ length: width }, (_bit, index) => picked(bits.map((each) => each[index] ?? zero))),
    below: picked(numbers.map(({ below }) => below)),
    above: picked(numbers.map(({ above }) => above)),
  })
}

/** Finite bits times a constant of either sign. */
const scaled = (gates: Gates, { factor, bits, span }: SlicedNumber, times: bigint): SlicedNumber => {
  if (times === 0n || bits.length === 0) return sliced({})
  const product = sliced({ factor: factor * absolute(times), bits, span })
  return times < 0n ? slicedNegate(gates, product) : product
}

/** (b + x)(c + y) is b·c + b·y + c·x + x·y. ∞ times a negative number is −∞. */
export const slicedMultiply = (gates: Gates, a: SlicedNumber, b: SlicedNumber): SlicedNumber => {
  const product = sliced({ factor: a.factor * b.factor, bits: multiplyBits(gates, a.bits, b.bits), span: a.span * b.span })
  const parts = [product, scaled(gates, b, a.base), scaled(gates, a, b.base), sliced({ base: a.base * b.base })]
  const finite = parts.reduce((sum, part) => slicedAdd(gates, sum, part))
  const infinite = gates.not(isFinite(gates, a, b))
  if (infinite === zero) return finite
  const [x, y] = [signOf(gates, a), signOf(gates, b)]
  const positive = gates.or(gates.and(x.positive, y.positive), gates.and(x.negative, y.negative))
  const negative = gates.or(gates.and(x.positive, y.negative), gates.and(x.negative, y.positive))
  return { ...finite, below: gates.and(infinite, negative), above: gates.and(infinite, positive) }
}

const signOf = (gates: Gates, number: SlicedNumber): { readonly positive: Gate; readonly negative: Gate } => ({
  positive: slicedLess(gates, slicedConstant(0), number),
  negative: slicedLess(gates, number, slicedConstant(0)),
})

/** ⌊a ÷ b⌋ for b > 0; an infinity stays. */
export const slicedFloorDivide = (gates: Gates, a: SlicedNumber, b: SlicedNumber): SlicedNumber => {
  const ends = { below: a.below, above: a.above }
  if (b.bits.length === 0 && b.base > 0n) return dividedByConstant(gates, a, b.base, ends)
  const least = b.base > 0n ? b.base : 1n
  const more = a.base < 0n ? -floorOf(a.base, least) : 0n
  const divisor = wholeBits(gates, b)
  const raised = slicedAdd(gates, sliced({ ...a, below: zero, above: zero }), slicedMultiply(gates, sliced({ ...b, below: zero, above: zero }), sliced({ base: more })))
  return quotient(divideBits(gates, wholeBits(gates, raised), divisor), -more, greatestOf(raised) / least, ends)
}

type Ends = Pick<SlicedNumber, 'below' | 'above'>

const quotient = (bits: Bits, base: bigint, span: bigint, ends: Ends): SlicedNumber => sliced({ base, bits, span, ...ends })

/** ⌊(b + f·x) ÷ d⌋, with what f and d share taken out before. */
const dividedByConstant = (gates: Gates, { base, factor, bits, span }: SlicedNumber, by: bigint, ends: Ends): SlicedNumber => {
  const shared = bits.length === 0 ? by : greatestDivisor(factor, by)
  const divisor = by / shared
  const lowest = floorOf(base, shared)
  if (divisor === 1n) return sliced({ base: lowest, factor: factor / shared, bits, span, ...ends })
  const first = floorOf(lowest, divisor)
  const rest = addBits(gates, timesConstant(gates, bits, factor / shared), bitsOfConstant(lowest - first * divisor))
  const most = (span * factor) / shared + divisor
  return quotient(divideBits(gates, rest, bitsOfConstant(divisor)), first, most / divisor, ends)
}

/** ⌈a ÷ b⌉ is −⌊−a ÷ b⌋. */
export const slicedCeilDivide = (gates: Gates, a: SlicedNumber, b: SlicedNumber): SlicedNumber => slicedNegate(gates, slicedFloorDivide(gates, slicedNegate(gates, a), b))
