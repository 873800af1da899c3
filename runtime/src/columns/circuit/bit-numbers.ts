import { ones, zero, type Gate, type Gates } from './gates.ts'

/** Numbers from 0 as bits, the lowest first; a bit that is not there is zero. */
export type Bits = readonly Gate[]

export const bitLength = (number: bigint): number => (number === 0n ? 0 : number.toString(2).length)

/** The greatest number that some bits make. */
export const mostOfBits = (count: number): bigint => (1n << BigInt(count)) - 1n

export const bitsOfConstant = (number: bigint): Bits =>
  Array.from({ length: bitLength(number) }, (_bit, index) => ((number >> BigInt(index)) & 1n) === 1n ? ones : zero)

const indices = (...numbers: readonly Bits[]): readonly number[] => Array.from({ length: Math.max(0, ...numbers.map((bits) => bits.length)) }, (_bit, index) => index)

const bitAt = (bits: Bits, index: number): Gate => bits[index] ?? zero

/** a + b, and one more where `carry` is one; one bit more than the longer has. */
export const addBits = (gates: Gates, a: Bits, b: Bits, carry: Gate = zero): Bits => {
  let carried = carry
  const sum = indices(a, b).map((index) => {
    const [left, right] = [bitAt(a, index), bitAt(b, index)]
    const differ = gates.xor(left, right)
    const bit = gates.xor(differ, carried)
    carried = gates.or(gates.and(left, right), gates.and(differ, carried))
    return bit
  })
  return [...sum, carried]
}

/** a − b where a ≥ b; as many bits as the longer has. */
export const subtractBits = (gates: Gates, a: Bits, b: Bits): Bits => {
  const width = Math.max(a.length, b.length)
  return addBits(gates, a, Array.from({ length: width }, (_bit, index) => gates.not(bitAt(b, index))), ones).slice(0, width)
}

/** Whether a < b. */
export const lessBits = (gates: Gates, a: Bits, b: Bits): Gate =>
  indices(a, b).reduce<Gate>((less, index) => gates.select(gates.xor(bitAt(a, index), bitAt(b, index)), bitAt(b, index), less), zero)

export const equalBits = (gates: Gates, a: Bits, b: Bits): Gate => gates.every(indices(a, b).map((index) => gates.not(gates.xor(bitAt(a, index), bitAt(b, index)))))

/** Where the choice is one `then`, else `otherwise`. */
export const chooseBits = (gates: Gates, choice: Gate, then: Bits, otherwise: Bits): Bits => indices(then, otherwise).map((index) => gates.select(choice, bitAt(then, index), bitAt(otherwise, index)))

const shifted = (bits: Bits, places: number): Bits => (bits.length === 0 ? bits : [...Array<Gate>(places).fill(zero), ...bits])

export const multiplyBits = (gates: Gates, a: Bits, b: Bits): Bits =>
  b.reduce<Bits>((sum, bit, index) => (bit === zero ? sum : addBits(gates, sum, shifted(a.map((each) => gates.and(each, bit)), index))), [])

/** A number times a constant, as a sum or difference of shifted numbers, whichever has fewer parts. */
export const timesConstant = (gates: Gates, bits: Bits, factor: bigint): Bits => {
  const places = bitsOfConstant(factor).flatMap((bit, index) => (bit === ones ? [index] : []))
  return places.reduce<Bits>((sum, place) => (sum.length === 0 ? shifted(bits, place) : addBits(gates, sum, shifted(bits, place))), [])
}

/**
 * The sum of many numbers. Three bits of one weight become one of it and one of the next until two are left: far fewer gates than
 * adding one number after another.
 */
export const sumBits = (gates: Gates, numbers: readonly Bits[]): Bits => {
  const weights: Gate[][] = []
  const note = (weight: number, bit: Gate) => {
    if (bit !== zero) (weights[weight] ??= []).push(bit)
  }
  numbers.forEach((bits) => bits.forEach((bit, weight) => note(weight, bit)))
  const sum: Gate[] = []
  for (let weight = 0; weight < weights.length; weight += 1) {
    const waiting = weights[weight] ?? []
    while (waiting.length > 1) {
      const [a = zero, b = zero, c = zero] = waiting.splice(0, 3)
      const differ = gates.xor(a, b)
      const bit = gates.xor(differ, c)
      if (bit !== zero) waiting.push(bit)
      note(weight + 1, gates.or(gates.and(a, b), gates.and(differ, c)))
    }
    sum.push(waiting[0] ?? zero)
  }
  return sum
}

/** ⌊a ÷ b⌋ by long division; without meaning where b is 0. */
export const divideBits = (gates: Gates, a: Bits, b: Bits): Bits => {
  const quotient: Gate[] = []
  let rest: Bits = []
  for (const bit of a.toReversed()) {
    const dividend = [bit, ...rest].slice(0, b.length + 1)
    const fits = gates.not(lessBits(gates, dividend, b))
    quotient.unshift(fits)
    rest = chooseBits(gates, fits, subtractBits(gates, dividend, b), dividend)
  }
  return quotient
}
