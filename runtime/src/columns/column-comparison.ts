import type { PlanProgram } from '../plan/compile/compile-program.ts'
import type { Allocate } from './bucket.ts'
import { bitsOfConstant, equalBits } from './circuit/bit-numbers.ts'
import { ones, type Gate, type Gates } from './circuit/gates.ts'
import { schedule, type Asked, type Kept, type KernelProgram } from './circuit/schedule.ts'
import { flagBits, unitColumn } from './column.ts'
import { dictionaryOf } from './column-kinds/column-kind.ts'
import { columnIndex } from './column-layout.ts'
import { circuitSpace, lowerProgram, type CircuitSpace } from './column-plan.ts'
import type { NodeLowering } from './lowering/node-gates.ts'
import { VaryingParameters } from './lowering/varying-parameters.ts'
import { differing, type CategorisedOutcome } from './outcome-categories.ts'
import { differenceOf, flowOf, type FlowParts, type OutcomeFlow, type RowPlace } from './outcome-flow.ts'
import { placesOf, prepareRun, runHere, type Planes, type RunInputs, type RunKernel } from './planes.ts'
import { categoriseSubject } from './subject-categories.ts'

/** What rules are held against: others, or the same with other values of parameters, by their place in the graph and within its bounds. */
export interface ChangedRules {
  readonly program: PlanProgram
  readonly values?: ReadonlyMap<number, number>
}

export interface ComparisonRequest {
  /** The outcome of the household, or the entitlement, that is looked at. */
  readonly outcome: string
  /** Only households of these units; all where nothing is said. */
  readonly units?: readonly string[]
  readonly run?: RunKernel
  readonly allocate?: Allocate
}

/** After so many gates old ones are let go. */
const mostGates = 400_000

/**
 * Holds changed rules against rules, over all households of a register. What the change does not touch is computed once and kept
 * as bits; then each change costs only what depends on it.
 */
export class ColumnComparison {
  readonly #program: PlanProgram
  readonly #request: ComparisonRequest
  readonly #changes = new Map<string, Change>()
  readonly #programs = new Map<PlanProgram, number>()
  #base: Base
  #kept: Planes | undefined

  constructor(space: CircuitSpace, program: PlanProgram, request: ComparisonRequest) {
    this.#program = program
    this.#request = request
    this.#base = baseOf(space, program, request)
  }

  /** The flow from the rules of this comparison to others. Throws `NotInColumns`. */
  async against(changed: ChangedRules): Promise<OutcomeFlow> {
    return flowOf(this.#base.space.register, await this.#compute(changed))
  }

  /** Whether the result of a household is another by other rules; undefined where only the interpreter can tell. Throws `NotInColumns`. */
  async difference(changed: ChangedRules): Promise<(place: RowPlace) => boolean | undefined> {
    return differenceOf(await this.#compute(changed))
  }

  async #compute({ program, values = new Map() }: ChangedRules): Promise<FlowParts> {
    this.#renew()
    const change = this.#change(program, values)
    const kept = await this.#keep(change.frontier)
    const kernel = change.kernel?.kept === kept.asked ? change.kernel.program : schedule(this.#base.space.gates, { household: change.gates, members: [] }, keptOf(kept))
    change.kernel = { program: kernel, kept: kept.asked }
    const { allocate = plainMemory } = this.#request
    const planes = await this.#run(kernel, { kept, uniform: change.varying.words(values, allocate) })
    return { before: this.#base.outcome, after: change.after, kept, planes, within: kept.asked.household.indexOf(this.#base.within) }
  }

  /** The gates of a change, for all values of the parameters it changes. */
  #change(program: PlanProgram, values: ReadonlyMap<number, number>): Change {
    const { space, lowering, outcome } = this.#base
    const indices = [...values.keys()].toSorted((a, b) => a - b)
    const number = this.#programs.get(program) ?? this.#programs.size
    this.#programs.set(program, number)
    const key = `${number} ${indices.join()}`
    const known = this.#changes.get(key)
    if (known) return known
    const varying = new VaryingParameters(program.graph, indices)
    const after = categoriseSubject(lowerProgram(space, program, varying, program.graph === this.#program.graph ? lowering : undefined), program, this.#request.outcome)
    const gates = [...after.gates, differing(space.gates, outcome, after)]
    const change: Change = { varying, after, gates, frontier: this.#frontier(gates) }
    this.#changes.set(key, change)
    return change
  }

  /** Starts anew where the register's form changed, or where too many gates are no longer needed. */
  #renew(): void {
    const { space } = this.#base
    const { register, dictionary, moment } = space
    if (this.#kept && this.#kept.revision !== register.revision) this.#kept = undefined
    if (space.form === register.form && space.gates.records.length < mostGates) return
    this.#base = baseOf(circuitSpace(register, dictionary, moment), this.#program, this.#request)
    this.#kept = undefined
    this.#changes.clear()
    this.#programs.clear()
  }

  /** Gates of the rules before that new gates read: where what is kept meets what is computed. */
  #frontier(asked: readonly Gate[]): readonly Gate[] {
    const { space: { gates }, below } = this.#base
    const frontier = new Set<Gate>()
    const seen = new Set<Gate>()
    const waiting = [...asked]
    for (let gate = waiting.pop(); gate !== undefined; gate = waiting.pop()) {
      if (gate <= ones || seen.has(gate)) continue
      seen.add(gate)
      const { op, ofMembers, source } = gates.record(gate)
      if (below.has(gate) && !ofMembers && (op !== 'source' || source?.kind === 'folded')) frontier.add(gate)
      else waiting.push(...inputsOf(gates, gate))
    }
    return [...frontier]
  }

  /** Computes what is to be kept and is not yet, beside what is. */
  async #keep(frontier: readonly Gate[]): Promise<Planes> {
    const { space, outcome, within } = this.#base
    const before = this.#kept
    const have = new Set(before?.asked.household)
    const needed = [...outcome.gates, within, ...frontier].filter((gate) => !have.has(gate))
    if (before && needed.length === 0) return before
    const household = [...new Set([...(before?.asked.household ?? []), ...needed])]
    this.#kept = await this.#run(schedule(space.gates, { household, members: [] }, before && keptOf(before)), { kept: before })
    return this.#kept
  }

  async #run(kernel: KernelProgram, inputs: Omit<RunInputs, 'allocate'>): Promise<Planes> {
    const { run = runHere, allocate = plainMemory } = this.#request
    const { parts, planes } = prepareRun(this.#base.space.register, kernel, { allocate, ...inputs })
    await run(kernel, parts)
    return planes
  }
}

const plainMemory: Allocate = (bytes) => new ArrayBuffer(bytes)

const keptOf = ({ asked: { household } }: Planes): Kept => ({ places: placesOf(household), results: household.length })

/** Changed rules as circuits. */
interface Change {
  readonly varying: VaryingParameters
  readonly after: CategorisedOutcome
  /** Who is in each category after, then whose result differs. */
  readonly gates: readonly Gate[]
  readonly frontier: readonly Gate[]
  /** The kernel, as long as what it reads of what was kept stands where it did. */
  kernel?: { readonly program: KernelProgram; readonly kept: Asked }
}

/** The rules before, as circuits. */
interface Base {
  readonly space: CircuitSpace
  readonly lowering: NodeLowering
  readonly outcome: CategorisedOutcome
  /** Who is looked at. */
  readonly within: Gate
  /** Every gate that the outcome is made of. */
  readonly below: ReadonlySet<Gate>
}

const baseOf = (space: CircuitSpace, program: PlanProgram, { outcome, units }: ComparisonRequest): Base => {
  const lowering = lowerProgram(space, program)
  const categories = categoriseSubject(lowering, program, outcome)
  return { space, lowering, outcome: categories, within: withinUnits(space, units), below: everythingBelow(space.gates, categories.gates) }
}

/** Which households live in some units, those among them in which nobody lives yet. */
export const withinUnits = ({ register, gates }: CircuitSpace, units: readonly string[] | undefined): Gate => {
  if (units === undefined) return ones
  const index = columnIndex(register.layout, 'row', unitColumn)
  const column = register.layout.columns[index]
  if (!column) throw new Error('The register keeps no units')
  const { encoding } = column
  const bits = Array.from({ length: encoding.width }, (_bit, bit) => gates.source({ kind: 'household', word: (register.layout.offsets[index] ?? 0) + flagBits(column) + bit }))
  return gates.some(units.map((unit) => equalBits(gates, bits, bitsOfConstant(BigInt(dictionaryOf(encoding).code(unit) + 1)))))
}

/** What a gate is made of; of what a fold came to its beginning and its step. */
const inputsOf = (gates: Gates, gate: Gate): readonly Gate[] => {
  const { op, a, b, source } = gates.record(gate)
  if (op !== 'source') return [a, b]
  const fold = source?.kind === 'folded' || source?.kind === 'state' ? gates.folds[source.state] : undefined
  return fold ? [fold.first, fold.next] : []
}

const everythingBelow = (gates: Gates, roots: readonly Gate[]): ReadonlySet<Gate> => {
  const below = new Set<Gate>()
  const waiting = [...roots]
  for (let gate = waiting.pop(); gate !== undefined; gate = waiting.pop()) {
    if (gate <= ones || below.has(gate)) continue
    below.add(gate)
    waiting.push(...inputsOf(gates, gate))
  }
  return below
}
