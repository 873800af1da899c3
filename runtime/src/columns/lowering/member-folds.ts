import { addBits, bitLength, chooseBits, type Bits } from '../circuit/bit-numbers.ts'
import { ones, zero, type Folded, type Gate, type Gates } from '../circuit/gates.ts'
import { slicedAdd, slicedLess, slicedMultiply } from '../circuit/sliced-arithmetic.ts'
import { sliced, type SlicedNumber } from '../circuit/sliced-number.ts'

const gatesOf = ({ bits, below, above }: SlicedNumber): readonly Gate[] => [...bits, below, above]

const anySoFar = (gates: Gates, bit: Gate): Folded => gates.fold(`any ${bit}`, [zero], gates.passOf([bit]), ([before = zero]) => [gates.or(before, bit)])

/** No household has more members, or fewer. */
export interface MemberCounts {
  readonly mostMembers: number
  readonly fewestMembers: number
}

/** Whether some member has a bit. */
export const anyOfMembers = (gates: Gates, bit: Gate, fewest: number): Gate => (bit === ones && fewest > 0 ? ones : (anySoFar(gates, bit).after[0] ?? zero))

/** Whether a member before the one looked at has a bit. */
export const earlierMember = (gates: Gates, bit: Gate): Gate => anySoFar(gates, bit).before[0] ?? zero

const nameOf = ({ base, factor, bits, span, below, above }: SlicedNumber): string => [base, factor, span, below, above, ...bits].join(' ')

const zeros = (count: number): readonly Gate[] => Array<Gate>(count).fill(zero)

/** How many members have a bit. */
export const countMembers = (gates: Gates, bit: Gate, { mostMembers: most, fewestMembers: fewest }: MemberCounts): SlicedNumber => {
  const width = bitLength(BigInt(most))
  const { after } = gates.fold(`count ${bit} ${width}`, zeros(width), gates.passOf([bit]), (before) => addBits(gates, before, [bit]).slice(0, width))
  return { ...sliced({ bits: after, span: BigInt(most), least: bit === ones ? BigInt(fewest) : 0n }), positive: anyOfMembers(gates, bit, fewest) }
}

/** Sum over the members. What each adds at least is added for all of them together. */
export const sumOfMembers = (gates: Gates, number: SlicedNumber, counts: MemberCounts): SlicedNumber => {
  const { base, factor, bits, span, below, above } = number
  const total = span * BigInt(counts.mostMembers)
  const width = bitLength(total)
  const { after } = gates.fold(`sum ${width} ${nameOf(number)}`, zeros(width + 2), gates.passOf(gatesOf(number)), (before) => [
    ...addBits(gates, before.slice(0, width), bits).slice(0, width),
    gates.or(before[width] ?? zero, below),
    gates.or(before[width + 1] ?? zero, above),
  ])
  const sum = sliced({ factor, bits: after.slice(0, width), span: total, below: after[width] ?? zero, above: after[width + 1] ?? zero })
  return base === 0n ? sum : slicedAdd(gates, sum, slicedMultiply(gates, countMembers(gates, ones, counts), sliced({ base })))
}

/** The least or greatest over the members; ∞ or −∞ over none. */
export const extremeOfMembers = (which: 'least' | 'greatest') => (gates: Gates, number: SlicedNumber): SlicedNumber => {
  const { base, factor, span } = number
  const width = number.bits.length
  const isLeast = which === 'least'
  const made = (found: readonly Gate[]) => sliced({ base, factor, span, bits: found.slice(0, width), below: found[width] ?? zero, above: found[width + 1] ?? zero })
  const first = [...zeros(width), isLeast ? zero : ones, isLeast ? ones : zero]
  const { after } = gates.fold(`${which} ${nameOf(number)}`, first, gates.passOf(gatesOf(number)), (before) => {
    const found = made(before)
    const better = isLeast ? slicedLess(gates, number, found) : slicedLess(gates, found, number)
    const bits: Bits = chooseBits(gates, better, padded(number.bits, width), padded(found.bits, width))
    return [...bits, gates.select(better, number.below, found.below), gates.select(better, number.above, found.above)]
  })
  return made(after)
}

const padded = (bits: Bits, width: number): Bits => [...bits, ...zeros(width - bits.length)]

