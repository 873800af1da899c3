import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bitLength } from '@tieuchi/runtime/columns/circuit/bit-numbers.ts'
import { Gates, type Gate } from '@tieuchi/runtime/columns/circuit/gates.ts'
import { makeKernel } from '@tieuchi/runtime/columns/circuit/kernel.ts'
import { schedule } from '@tieuchi/runtime/columns/circuit/schedule.ts'
import { slicedAdd, slicedCeilDivide, slicedChoose, slicedEqual, slicedFloorDivide, slicedHigher, slicedLess, slicedLower, slicedMultiply, slicedNegate, slicedSubtract } from '@tieuchi/runtime/columns/circuit/sliced-arithmetic.ts'
import { sliced, type SlicedNumber } from '@tieuchi/runtime/columns/circuit/sliced-number.ts'
import { NotInColumns } from '@tieuchi/runtime/columns/not-in-columns.ts'

const households = 32

/** A number with the words of its bits and what it is for each of 32 households. */
interface Drawn {
  readonly base: bigint
  readonly factor: bigint
  readonly width: number
  /** Of each household its bits, and whether it is infinite instead: 1 below, 2 above. */
  readonly raw: readonly number[]
  readonly ends: readonly number[]
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  base: fc.oneof(fc.constant(0n), fc.bigInt({ min: -50n, max: 50n })),
  factor: fc.constantFrom(1n, 1n, 2n, 3n, 12n),
  width: fc.integer({ min: 0, max: 6 }),
}).chain((shape) => fc.record({
  base: fc.constant(shape.base),
  factor: fc.constant(shape.factor),
  width: fc.constant(shape.width),
  raw: fc.array(fc.integer({ min: 0, max: 2 ** shape.width - 1 }), { minLength: households, maxLength: households }),
  ends: fc.oneof(fc.constant(Array.from({ length: households }, () => 0)), fc.array(fc.integer({ min: 0, max: 2 }), { minLength: households, maxLength: households })),
}))

const valueOf = ({ base, factor, raw, ends }: Drawn, household: number): number => {
  if (ends[household] === 1) return -Infinity
  return ends[household] === 2 ? Infinity : Number(base + factor * BigInt(raw[household] ?? 0))
}

const wordOf = (bits: readonly boolean[]): number => bits.reduce((word, bit, household) => (bit ? word | (1 << household) : word), 0)

/** Puts drawn numbers into words and gates that read them. */
const laidOut = (gates: Gates, numbers: readonly Drawn[]): { readonly words: readonly number[]; readonly sliced: readonly SlicedNumber[] } => {
  const words: number[] = []
  const source = (bits: readonly boolean[]): Gate => gates.source({ kind: 'household', word: words.push(wordOf(bits)) - 1 })
  const made = numbers.map(({ base, factor, width, raw, ends }) => {
    const bits = Array.from({ length: width }, (_bit, index) => source(raw.map((number) => ((number >>> index) & 1) === 1)))
    const hasEnds = ends.some((end) => end !== 0)
    return sliced({ base, factor, bits, ...(hasEnds && { below: source(ends.map((end) => end === 1)), above: source(ends.map((end) => end === 2)) }) })
  })
  return { words, sliced: made }
}

const runOnce = (gates: Gates, words: readonly number[], household: readonly Gate[]): Int32Array => {
  const results = new Int32Array(household.length)
  const nothing = new Int32Array(0)
  const run = { blocks: 1, blockWords: words.length, slotStart: 0, slotWords: 0, members: 0, resultStart: 0, memberStart: 0, keptStart: 0 }
  makeKernel(schedule(gates, { household, members: [] }))({ data: new Int32Array(words), uniform: nothing, kept: nothing, household: results, members: nothing }, run)
  return results
}

/** The numbers that gates come to, one for each household. */
const computed = (gates: Gates, words: readonly number[], number: SlicedNumber): readonly number[] => {
  const results = runOnce(gates, words, [number.below, number.above, ...number.bits])
  const bit = (word: number, household: number) => ((results[word] ?? 0) >>> household) & 1
  return Array.from({ length: households }, (_household, household) => {
    if (bit(0, household)) return -Infinity
    if (bit(1, household)) return Infinity
    return Number(number.bits.reduce((sum, _gate, index) => sum + number.factor * (BigInt(bit(index + 2, household)) << BigInt(index)), number.base))
  })
}

const computedBits = (gates: Gates, words: readonly number[], gate: Gate): readonly boolean[] => {
  const [word = 0] = runOnce(gates, words, [gate])
  return Array.from({ length: households }, (_household, household) => ((word >>> household) & 1) === 1)
}

type Operation = readonly [name: string, circuit: (gates: Gates, a: SlicedNumber, b: SlicedNumber) => SlicedNumber, plain: (a: number, b: number) => number]

const operations: readonly Operation[] = [
  ['adds', slicedAdd, (a, b) => a + b],
  ['subtracts', slicedSubtract, (a, b) => a - b],
  ['multiplies', slicedMultiply, (a, b) => a * b],
  ['finds the lesser', slicedLower, Math.min],
  ['finds the greater', slicedHigher, Math.max],
  ['negates', (gates, a) => slicedNegate(gates, a), (a) => -a],
]

const divisions: readonly Operation[] = [
  ['divides and rounds down', slicedFloorDivide, (a, b) => Math.floor(a / b)],
  ['divides and rounds up', slicedCeilDivide, (a, b) => Math.ceil(a / b)],
]

const expectSame = (numbers: readonly Drawn[], got: readonly unknown[], expected: (household: number) => unknown) => {
  for (let household = 0; household < households; household += 1) {
    const wanted = expected(household)
    if (Number.isNaN(wanted)) continue
    expect({ numbers: numbers.map((number) => valueOf(number, household)), got: typeof wanted === 'number' ? Number(got[household]) + 0 : got[household] }).toEqual({ numbers: numbers.map((number) => valueOf(number, household)), got: typeof wanted === 'number' ? wanted + 0 : wanted })
  }
}

describe('numbers in bits', () => {
  it.each(operations)('%s as plain numbers are', (_name, circuit, plain) => {
    fc.assert(fc.property(drawn, drawn, (a, b) => {
      const gates = new Gates()
      const { words, sliced: [x, y] } = laidOut(gates, [a, b])
      if (!x || !y) return
      expectSame([a, b], computed(gates, words, circuit(gates, x, y)), (household) => plain(valueOf(a, household), valueOf(b, household)))
    }))
  })

  it.each(divisions)('%s as plain numbers are, by numbers above zero', (_name, circuit, plain) => {
    fc.assert(fc.property(drawn, drawn, (a, b) => {
      const gates = new Gates()
      const { words, sliced: [x, y] } = laidOut(gates, [a, { ...b, ends: b.ends.map(() => 0) }])
      if (!x || !y) return
      expectSame([a, b], computed(gates, words, circuit(gates, x, sliced({ ...y, below: 0, above: 0 }))), (household) => {
        const by = valueOf({ ...b, ends: [] }, household)
        return by > 0 ? plain(valueOf(a, household), by) : Number.NaN
      })
    }))
  })

  it('are compared as plain numbers are', () => {
    fc.assert(fc.property(drawn, drawn, (a, b) => {
      const gates = new Gates()
      const { words, sliced: [x, y] } = laidOut(gates, [a, b])
      if (!x || !y) return
      expectSame([a, b], computedBits(gates, words, slicedLess(gates, x, y)), (household) => valueOf(a, household) < valueOf(b, household))
      expectSame([a, b], computedBits(gates, words, slicedEqual(gates, x, y)), (household) => valueOf(a, household) === valueOf(b, household))
    }))
  })

  it('are chosen by a bit', () => {
    fc.assert(fc.property(drawn, drawn, fc.array(fc.boolean(), { minLength: households, maxLength: households }), (a, b, choice) => {
      const gates = new Gates()
      const { words, sliced: [x, y] } = laidOut(gates, [a, b])
      if (!x || !y) return
      const bit = gates.source({ kind: 'household', word: words.length })
      expectSame([a, b], computed(gates, [...words, wordOf(choice)], slicedChoose(gates, bit, x, y)), (household) => valueOf(choice[household] ? a : b, household))
    }))
  })

  it('never have more bits than their span needs', () => {
    fc.assert(fc.property(drawn, drawn, (a, b) => {
      const gates = new Gates()
      const { sliced: [x, y] } = laidOut(gates, [a, b])
      if (!x || !y) return
      const sum = slicedAdd(gates, x, y)
      expect(sum.bits.length).toBeLessThanOrEqual(bitLength(sum.span))
    }))
  })
})

describe('a circuit', () => {
  it('of more gates than code is made for is refused', () => {
    const gates = new Gates()
    let last = gates.source({ kind: 'household', word: 0 })
    for (let word = 1; word <= 40_000; word += 1) last = gates.xor(last, gates.source({ kind: 'household', word }))
    expect(() => schedule(gates, { household: [last], members: [] })).toThrow(NotInColumns)
  })
})
