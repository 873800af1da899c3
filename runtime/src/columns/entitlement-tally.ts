import { millionthsOf, oneInMillionths, type EntitlementSum } from '../impact/entitlement-sum.ts'
import { exact, toNumber } from '../values/number.ts'
import { onesOf } from './bit-rows.ts'
import type { Gate } from './circuit/gates.ts'
import type { SlicedNumber } from './circuit/sliced-number.ts'
import { rowsOf } from './outcome-flow.ts'
import type { BitLane, ReadLane } from './truth-planes.ts'

/** Whose amount is known, and what it is. */
export interface AmountGates {
  /** Of those granted. */
  readonly known: Gate
  readonly quotient?: { readonly number: SlicedNumber; readonly divisor: SlicedNumber }
}

/** An entitlement as gates; one without an amount has none to know. */
export interface EntitlementGates {
  readonly of: 'household' | 'members'
  readonly certain: Gate
  readonly possible: Gate
  readonly amount?: AmountGates
}

/** Adds the rows of a block whose bits are one, all of one unit. */
type AddRows = (unit: string, block: number, rows: number) => void

/** What is counted of one unit. */
interface Counts {
  granted: number
  undetermined: number
  known: number
  /** How many amounts have each bit. */
  readonly planes: Float64Array
  /** Amounts that were read one by one. */
  millionths: bigint
}

/** Counts who is granted an entitlement and, bit by bit, what. */
export class EntitlementTally {
  readonly #gates: EntitlementGates
  readonly #units = new Map<string, Counts>()
  /** Millionths that the number counts in, where that is so many; otherwise amounts are read one by one. */
  readonly #worth: bigint | undefined

  constructor(gates: EntitlementGates) {
    this.#gates = gates
    const divisor = gates.amount?.quotient?.divisor
    this.#worth = divisor?.bits.length === 0 && oneInMillionths % divisor.base === 0n ? oneInMillionths / divisor.base : undefined
  }

  get sums(): ReadonlyMap<string, EntitlementSum> {
    return new Map([...this.#units].map(([unit, counts]) => [unit, {
      granted: counts.granted,
      millionths: counts.millionths + this.#millionthsIn(counts),
      unknown: this.#gates.amount ? counts.granted - counts.known : 0,
      undetermined: counts.undetermined,
    }]))
  }

  /** Adds households with a number of members. */
  adder(lane: ReadLane, members: number): AddRows {
    const { of, certain, possible, amount } = this.#gates
    const [granted, perhaps, known] = [lane(certain, members), lane(possible, members), amount && lane(amount.known, members)]
    const addAmounts = amount?.quotient && (this.#worth === undefined ? this.#oneByOne(amount.quotient, lane, members) : this.#byPlanes(amount.quotient.number, lane, members))
    const slots = of === 'members' ? members : 1
    return (unit, block, rows) => {
      const counts = this.#countsOf(unit)
      for (let slot = 0; slot < slots; slot += 1) {
        const yes = granted.at(block, slot) & rows
        counts.granted += onesOf(yes)
        counts.undetermined += onesOf(perhaps.at(block, slot) & rows & ~yes)
        const told = known ? known.at(block, slot) & yes : 0
        if (told === 0) continue
        counts.known += onesOf(told)
        addAmounts?.(counts, block, slot, told)
      }
    }
  }

  #byPlanes({ bits }: SlicedNumber, lane: ReadLane, members: number) {
    const lanes = bits.map((bit) => lane(bit, members))
    return ({ planes }: Counts, block: number, slot: number, told: number): void =>
      lanes.forEach((plane, index) => {
        planes[index] = (planes[index] ?? 0) + onesOf(plane.at(block, slot) & told)
      })
  }

  /** What is divided by something that differs, or into parts that are no decimals. */
  #oneByOne({ number, divisor }: NonNullable<AmountGates['quotient']>, lane: ReadLane, members: number) {
    const [readNumber, readDivisor] = [reader(number, lane, members), reader(divisor, lane, members)]
    return (counts: Counts, block: number, slot: number, told: number): void => {
      for (const row of rowsOf(told, block)) counts.millionths += millionthsOf(nearest(readNumber(block, slot, row & 31), readDivisor(block, slot, row & 31)))
    }
  }

  #millionthsIn({ known, planes }: Counts): bigint {
    const number = this.#gates.amount?.quotient?.number
    if (!number || this.#worth === undefined) return 0n
    const bits = planes.reduce((sum, count, index) => sum + (BigInt(count) << BigInt(index)), 0n)
    return (BigInt(known) * number.base + number.factor * bits) * this.#worth
  }

  #countsOf(unit: string): Counts {
    const counts = this.#units.get(unit) ?? { granted: 0, undetermined: 0, known: 0, planes: new Float64Array(this.#gates.amount?.quotient?.number.bits.length ?? 0), millionths: 0n }
    this.#units.set(unit, counts)
    return counts
  }
}

/** Reads a number of one row. */
const reader = ({ base, factor, bits }: SlicedNumber, lane: ReadLane, members: number) => {
  const lanes: readonly BitLane[] = bits.map((bit) => lane(bit, members))
  return (block: number, slot: number, bit: number): bigint => base + factor * BigInt(lanes.reduce((sum, plane, index) => sum + ((plane.at(block, slot) >>> bit) & 1) * 2 ** index, 0))
}

/** The nearest number of a quotient, as results show it. */
const nearest = (number: bigint, divisor: bigint): number => {
  const [whole, over] = [Number(number), Number(divisor)]
  return Number.isSafeInteger(over) ? whole / over + 0 : toNumber(exact(String(number)).div(exact(String(divisor))))
}
