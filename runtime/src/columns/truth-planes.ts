import type { TruthOutput, TruthPlace, TruthProgram } from '../plan/compile/compile-truths.ts'
import type { Words } from './bit-rows.ts'
import type { Allocate } from './bucket.ts'
import { ones, type Gate } from './circuit/gates.ts'
import { schedule, type KernelProgram } from './circuit/schedule.ts'
import { withinUnits } from './column-comparison.ts'
import { lowerProgram, type CircuitSpace } from './column-plan.ts'
import { NotInColumns } from './not-in-columns.ts'
import { prepareRun, runHere, type Planes, type RunKernel } from './planes.ts'

export interface CountRequest {
  /** Only households of these units; all where nothing is said. */
  readonly units?: readonly string[]
  readonly run?: RunKernel
  readonly allocate?: Allocate
  /** Lets others have their turn, where much is counted. */
  readonly pause?: () => Promise<void>
}

/** Where the bits of a gate were put. */
interface GatePlace {
  readonly planes: Planes
  readonly place: number
  readonly ofMembers: boolean
}

/** The bits of one gate over the households of a number of members, or over their members. */
export class BitLane {
  readonly #words: Words | undefined
  readonly #constant: number
  readonly #stride: number
  readonly #slots: number
  readonly #place: number

  constructor({ words, constant = 0, stride = 0, slots = 1, place = 0 }: { readonly words?: Words | undefined; readonly constant?: number; readonly stride?: number; readonly slots?: number; readonly place?: number }) {
    this.#words = words
    this.#constant = constant
    this.#stride = stride
    this.#slots = slots
    this.#place = place
  }

  /** Of 32 households, or of the members in one slot of each; the same for all slots where it is of households. */
  at(block: number, slot: number): number {
    if (!this.#words) return this.#constant
    return this.#words[(this.#slots === 1 ? block : block * this.#slots + slot) * this.#stride + this.#place] ?? 0
  }
}

/** A truth as gates. */
export interface TruthGates {
  readonly output: TruthOutput
  readonly certain: Gate
  readonly possible: Gate
}

/** Everything that is true or not, as bits over the register. */
export interface TruthPlanes {
  readonly truths: readonly TruthGates[]
  /** What columns cannot say. */
  readonly left: readonly TruthPlace[]
  /** Who is looked at, and of them who can only be judged by the interpreter. */
  readonly within: Gate
  readonly escape: Gate
  readonly lane: ReadLane
}

/** Computes the bits of everything that is true or not, in as few runs as code can be made for. Throws `NotInColumns`. */
export const computeTruths = async (space: CircuitSpace, program: TruthProgram, { units, run = runHere, allocate = (bytes) => new ArrayBuffer(bytes) }: CountRequest): Promise<TruthPlanes> => {
  const lowering = lowerProgram(space, program)
  const lowered = program.truths.map((output) => orLeft(() => ({ output, certain: lowering.bit(output.certain), possible: lowering.bit(output.possible) })))
  const [within, escape] = [withinUnits(space, units), lowering.bit(program.escape)]
  const truths = lowered.flatMap((truth) => truth ?? [])
  const lane = await computeBits(space, [within, escape, ...truths.flatMap(({ certain, possible }) => [certain, possible])], { run, allocate })
  const told = tellable(program.truths, lowered)
  return { truths: told, left: [...program.left, ...program.truths.filter((output) => !told.some((truth) => truth.output === output))], within, escape, lane }
}

/** Bits of gates over the households of a number of members. */
export type ReadLane = (gate: Gate, members: number) => BitLane

/** Computes the bits of gates, in as few runs as code can be made for. Throws `NotInColumns`. */
export const computeBits = async (space: CircuitSpace, gates: readonly Gate[], { run, allocate }: Required<Pick<CountRequest, 'run' | 'allocate'>>): Promise<ReadLane> => {
  const found = new Map<Gate, GatePlace>()
  for (const kernel of kernelsFor(space, [...new Set(gates)].filter((gate) => gate > ones))) {
    const { parts, planes } = prepareRun(space.register, kernel, { allocate })
    await run(kernel, parts)
    planes.asked.household.forEach((gate, place) => found.set(gate, { planes, place, ofMembers: false }))
    planes.asked.members.forEach((gate, place) => found.set(gate, { planes, place, ofMembers: true }))
  }
  return (gate, members) => laneOf(found.get(gate), gate, members)
}

/** Where one row of a table decides, nothing can be told of those that one columns cannot say may take the decision from. */
const tellable = (outputs: readonly TruthOutput[], lowered: readonly (TruthGates | undefined)[]): readonly TruthGates[] => {
  const gaps = new Map<string, number>()
  outputs.forEach(({ piece }, index) => {
    if (lowered[index] === undefined && !gaps.has(piece)) gaps.set(piece, index)
  })
  return lowered.flatMap((truth, index) => {
    const gap = gaps.get(outputs[index]?.piece ?? '')
    const taken = gap !== undefined && (truth?.output.among === 'unique' || (truth?.output.among === 'first' && index > gap))
    return truth && !taken ? [truth] : []
  })
}

const orLeft = (lower: () => TruthGates): TruthGates | undefined => {
  try {
    return lower()
  } catch (error) {
    if (error instanceof NotInColumns) return undefined
    throw error
  }
}

/** One kernel, or several where there are too many gates for one. */
const kernelsFor = (space: CircuitSpace, asked: readonly Gate[]): readonly KernelProgram[] => {
  const { gates } = space
  const isOfMembers = (gate: Gate) => gates.record(gate).ofMembers
  try {
    return [schedule(gates, { household: asked.filter((gate) => !isOfMembers(gate)), members: asked.filter(isOfMembers) })]
  } catch (error) {
    if (!(error instanceof NotInColumns) || asked.length === 1) throw error
    const half = Math.ceil(asked.length / 2)
    return [...kernelsFor(space, asked.slice(0, half)), ...kernelsFor(space, asked.slice(half))]
  }
}

const laneOf = (found: GatePlace | undefined, gate: Gate, members: number): BitLane => {
  if (!found) return new BitLane({ constant: gate === ones ? -1 : 0 })
  const { planes: { asked, household, members: planes }, place, ofMembers } = found
  if (ofMembers) return new BitLane({ words: planes.get(members), stride: asked.members.length, slots: members, place })
  return new BitLane({ words: household.get(members), stride: asked.household.length, place })
}
