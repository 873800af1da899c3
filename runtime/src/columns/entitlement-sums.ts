import type { EntitlementSum } from '../impact/entitlement-sum.ts'
import type { PlanProgram } from '../plan/compile/compile-program.ts'
import type { EntitlementOutput } from '../plan/results/plan-outputs.ts'
import type { Bucket } from './bucket.ts'
import { ones, zero, type Gate } from './circuit/gates.ts'
import { rowsOfBlock } from './column-layout.ts'
import { lowerProgram, type CircuitSpace } from './column-plan.ts'
import { unitColumn } from './column.ts'
import { EntitlementTally, type AmountGates, type EntitlementGates } from './entitlement-tally.ts'
import type { NodeLowering } from './lowering/node-gates.ts'
import { NotInColumns } from './not-in-columns.ts'
import { categorise } from './outcome-categories.ts'
import { rowsOf, type RowPlace } from './outcome-flow.ts'
import { runHere } from './planes.ts'
import { readerOf, type ReadRow } from './row-values.ts'
import { computeBits, type CountRequest } from './truth-planes.ts'

/** By unit. */
export type SumsByUnit = ReadonlyMap<string, EntitlementSum>

export interface SummedEntitlements {
  /** What each entitlement comes to, by its id. */
  readonly sums: ReadonlyMap<string, SumsByUnit>
  /** Entitlements that columns cannot say. */
  readonly left: readonly string[]
  /** Households in columns that only the interpreter can judge; they are in no sum. */
  readonly apart: readonly RowPlace[]
}

/** Sums up every entitlement of a program over the households in columns of some units. Throws `NotInColumns`. */
export const sumEntitlements = async (space: CircuitSpace, program: PlanProgram, units: ReadonlySet<string>, { run = runHere, allocate = (bytes) => new ArrayBuffer(bytes), pause }: Pick<CountRequest, 'run' | 'allocate' | 'pause'> = {}): Promise<SummedEntitlements> => {
  const { register } = space
  const lowering = lowerProgram(space, program)
  const lowered = program.outputs.entitlements.map((output) => [output.id, lower(lowering, program, output)] as const)
  const escape = lowering.bit(program.escape)
  const lane = await computeBits(space, [escape, ...lowered.flatMap(([, gates]) => (gates ? allGates(gates) : []))], { run, allocate })
  const tallies = lowered.flatMap(([id, gates]) => (gates ? [[id, new EntitlementTally(gates)] as const] : []))
  const [apart, unitOf]: [RowPlace[], ReadRow] = [[], readerOf(register, 'row', unitColumn)]
  for (const bucket of register.buckets) {
    const { members, blocks } = bucket
    const escaping = lane(escape, members)
    const adding = tallies.map(([, tally]) => tally.adder(lane, members))
    for (let block = 0; block < blocks; block += 1) {
      const outside = escaping.at(block, 0)
      for (const [unit, there] of rowsByUnit(bucket, block, unitOf, units)) {
        if ((there & outside) !== 0) apart.push(...rowsOf(there & outside, block).map((row) => ({ members, row })))
        for (const add of adding) add(unit, block, there & ~outside)
      }
    }
    await pause?.()
  }
  return { sums: new Map(tallies.map(([id, tally]) => [id, tally.sums])), left: lowered.flatMap(([id, gates]) => (gates ? [] : [id])), apart }
}

/** Bits of the rows of a block that live in each of some units. */
const rowsByUnit = (bucket: Bucket, block: number, unitOf: ReadRow, units: ReadonlySet<string>): ReadonlyMap<string, number> => {
  const found = new Map<string, number>()
  const first = block * rowsOfBlock
  for (let row = first; row < Math.min(bucket.rows, first + rowsOfBlock); row += 1) {
    const unit = String(unitOf(bucket, row))
    if (units.has(unit)) found.set(unit, (found.get(unit) ?? 0) | (1 << (row & 31)))
  }
  return found
}

/** An entitlement as gates; undefined where columns cannot say it. */
const lower = (lowering: NodeLowering, program: PlanProgram, output: EntitlementOutput): EntitlementGates | undefined => {
  try {
    const [certain, possible] = [lowering.bit(output.certain), lowering.bit(output.possible)]
    return { of: output.of, certain, possible, ...(output.amount && { amount: amountGates(lowering, program, output.amount, certain) }) }
  } catch (error) {
    if (error instanceof NotInColumns) return undefined
    throw error
  }
}

/** Numbers of more bits are not read one by one. */
const mostBits = 53

/** What is no number is no amount. */
const amountGates = (lowering: NodeLowering, program: PlanProgram, value: NonNullable<EntitlementOutput['amount']>, granted: Gate): AmountGates => {
  const { gates: [determined = zero], value: found } = categorise(lowering, program, { id: 'amount', value })
  if (value.kind !== 'number' || found?.kind !== 'quotient') return { known: zero }
  if (Math.max(found.number.bits.length, found.divisor.bits.length) > mostBits) throw new NotInColumns('an amount of so many digits')
  return { known: lowering.gates.and(granted, determined), quotient: found }
}

const allGates = ({ certain, possible, amount }: EntitlementGates): readonly Gate[] =>
  [certain, possible, ...(amount ? [amount.known, ...(amount.quotient ? [...amount.quotient.number.bits, ...amount.quotient.divisor.bits] : [])] : [])].filter((gate) => gate > ones)

