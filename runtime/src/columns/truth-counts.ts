import type { TruthOutput, TruthPlace, TruthProgram } from '../plan/compile/compile-truths.ts'
import { onesOf } from './bit-rows.ts'
import type { Allocate } from './bucket.ts'
import type { Gate } from './circuit/gates.ts'
import { schedule } from './circuit/schedule.ts'
import { withinUnits } from './column-comparison.ts'
import { rowsOfBlock } from './column-layout.ts'
import { lowerProgram, type CircuitSpace } from './column-plan.ts'
import { rowsOf, type RowPlace } from './outcome-flow.ts'
import { placesOf, prepareRun, runHere, type Planes, type RunKernel } from './planes.ts'

/** Of how many households, or members, something is true, not known, or false. */
export interface TruthCount extends TruthPlace {
  readonly of: 'household' | 'members'
  readonly true: number
  readonly unknown: number
  readonly false: number
}

export interface CountedTruths {
  /** Counted without those apart. */
  readonly households: number
  readonly members: number
  readonly counts: readonly TruthCount[]
  /** Households in columns that only the interpreter can judge. */
  readonly apart: readonly RowPlace[]
}

export interface CountRequest {
  /** Only households of these units; all where nothing is said. */
  readonly units?: readonly string[]
  readonly run?: RunKernel
  readonly allocate?: Allocate
}

/** A truth as gates; each of members or the same for all members of a household. */
interface TruthGates {
  readonly output: TruthOutput
  readonly certain: Gate
  readonly possible: Gate
}

/** Counts everything that is true or not over all households in columns. Throws `NotInColumns`. */
export const countTruths = async (space: CircuitSpace, program: TruthProgram, { units, run = runHere, allocate = (bytes) => new ArrayBuffer(bytes) }: CountRequest = {}): Promise<CountedTruths> => {
  const { gates, register } = space
  const lowering = lowerProgram(space, program)
  const truths = program.truths.map((output): TruthGates => ({ output, certain: lowering.bit(output.certain), possible: lowering.bit(output.possible) }))
  const [within, escape] = [withinUnits(space, units), lowering.bit(program.escape)]
  const asked = [...new Set([within, escape, ...truths.flatMap(({ certain, possible }) => [certain, possible])])].filter((gate) => gate > 1)
  const isOfMembers = (gate: Gate) => gates.record(gate).ofMembers
  const kernel = schedule(gates, { household: asked.filter((gate) => !isOfMembers(gate)), members: asked.filter(isOfMembers) })
  const { parts, planes } = prepareRun(register, kernel, { allocate })
  await run(kernel, parts)
  return new TruthCounter({ space, planes, truths, within, escape }).count()
}

interface CounterParts {
  readonly space: CircuitSpace
  readonly planes: Planes
  readonly truths: readonly TruthGates[]
  readonly within: Gate
  readonly escape: Gate
}

/** Households of one number of members, 32 of them. */
interface Block {
  readonly members: number
  readonly block: number
  /** Those that are counted. */
  readonly looked: number
}

class TruthCounter {
  readonly #parts: CounterParts
  readonly #household: ReadonlyMap<Gate, number>
  readonly #members: ReadonlyMap<Gate, number>
  readonly #true: Float64Array
  readonly #possible: Float64Array

  constructor(parts: CounterParts) {
    this.#parts = parts
    this.#household = placesOf(parts.planes.asked.household)
    this.#members = placesOf(parts.planes.asked.members)
    this.#true = new Float64Array(parts.truths.length)
    this.#possible = new Float64Array(parts.truths.length)
  }

  count(): CountedTruths {
    const { space: { register }, truths, within, escape } = this.#parts
    const apart: RowPlace[] = []
    let [households, members] = [0, 0]
    for (const { members: size, rows, blocks } of register.buckets) {
      for (let block = 0; block < blocks; block += 1) {
        const last = rows - block * rowsOfBlock
        const there = (last >= rowsOfBlock ? -1 : (1 << last) - 1) & this.#word(within, size, block, 0)
        const escaping = there & this.#word(escape, size, block, 0)
        if (escaping !== 0) apart.push(...rowsOf(escaping, block).map((row) => ({ members: size, row })))
        const looked = there & ~escaping
        households += onesOf(looked)
        members += onesOf(looked) * size
        if (looked !== 0) this.#countBlock({ members: size, block, looked })
      }
    }
    const counts = truths.map(({ output: { piece, part, of } }, index): TruthCount => {
      const [certain, possible] = [this.#true[index] ?? 0, this.#possible[index] ?? 0]
      return { piece, ...(part !== undefined && { part }), of, true: certain, unknown: possible - certain, false: (of === 'members' ? members : households) - possible }
    })
    return { households, members, counts, apart }
  }

  #countBlock({ members, block, looked }: Block): void {
    this.#parts.truths.forEach(({ output, certain, possible }, index) => {
      const slots = output.of === 'members' ? members : 1
      for (let slot = 0; slot < slots; slot += 1) {
        this.#true[index] = (this.#true[index] ?? 0) + onesOf(looked & this.#word(certain, members, block, slot))
        this.#possible[index] = (this.#possible[index] ?? 0) + onesOf(looked & this.#word(possible, members, block, slot))
      }
    })
  }

  /** The bits of 32 households, or of the members in one slot of each. */
  #word(gate: Gate, members: number, block: number, slot: number): number {
    if (gate <= 1) return gate === 1 ? -1 : 0
    const { asked, household, members: ofMembers } = this.#parts.planes
    const place = this.#household.get(gate)
    if (place !== undefined) return household.get(members)?.[block * asked.household.length + place] ?? 0
    return ofMembers.get(members)?.[(block * members + slot) * asked.members.length + (this.#members.get(gate) ?? 0)] ?? 0
  }
}
