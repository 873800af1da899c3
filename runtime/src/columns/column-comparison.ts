import type { PlanProgram } from '../plan/compile/compile-program.ts'
import type { OutcomeOutput } from '../plan/results/plan-outputs.ts'
import type { Allocate } from './bucket.ts'
import { bitsOfConstant, equalBits } from './circuit/bit-numbers.ts'
import { ones, type Gate, type Gates } from './circuit/gates.ts'
import { schedule } from './circuit/schedule.ts'
import { unitColumn } from './column.ts'
import { columnIndex, rowsOfBlock } from './column-layout.ts'
import { circuitSpace, lowerProgram, type CircuitSpace } from './column-plan.ts'
import type { NodeLowering } from './lowering/node-gates.ts'
import { categorise, differing, type CategorisedOutcome, type Category } from './outcome-categories.ts'
import { placesOf, prepareRun, runHere, type Planes, type RunKernel } from './planes.ts'
import type { RegisterColumns } from './register-columns.ts'

/** What is held against what: rules, or the same rules with other values of parameters (by their place in the graph). */
export interface ComparedRules {
  readonly program: PlanProgram
  readonly values?: ReadonlyMap<number, number>
}

/** How many households went from each category before to each after, and whose result is another. */
export interface OutcomeFlow {
  readonly before: readonly Category[]
  readonly after: readonly Category[]
  /** Households by category before and after. */
  readonly matrix: readonly (readonly number[])[]
  readonly flipped: readonly FlippedRow[]
}

/** A household whose result is another; categories by their place in `before` and `after`. */
export interface FlippedRow {
  readonly members: number
  readonly row: number
  readonly before: number
  readonly after: number
}

export interface ComparisonRequest {
  /** The outcome of the household that is looked at. */
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
  readonly #rules: ComparedRules
  readonly #request: ComparisonRequest
  #base: Base
  #kept: Planes | undefined

  constructor(space: CircuitSpace, rules: ComparedRules, request: ComparisonRequest) {
    this.#rules = rules
    this.#request = request
    this.#base = baseOf(space, rules, request)
  }

  /** The flow from the rules of this comparison to others. Throws `NotInColumns`. */
  async against(changed: ComparedRules): Promise<OutcomeFlow> {
    this.#renew()
    const { space, lowering, outcome, within } = this.#base
    const after = categorise(this.#lowered(lowering, changed), changed.program, outputOf(changed.program, this.#request.outcome))
    const gates = [...after.gates, differing(space.gates, outcome, after)]
    const kept = await this.#keep(this.#frontier(gates))
    const kernel = schedule(space.gates, { household: gates, members: [] }, { places: placesOf(kept.asked.household), results: kept.asked.household.length })
    const planes = await this.#run(kernel, kept)
    return flowOf(space.register, { before: outcome, after, kept, planes, within: kept.asked.household.indexOf(within) })
  }

  #lowered(unchanged: NodeLowering, { program, values = new Map() }: ComparedRules): NodeLowering {
    const sameGraph = program.graph === this.#rules.program.graph && this.#rules.values === undefined
    return lowerProgram(this.#base.space, program, values, sameGraph ? unchanged : undefined)
  }

  /** Starts anew where the register's form changed, or where too many gates are no longer needed. */
  #renew(): void {
    const { space } = this.#base
    const { register, dictionary, moment } = space
    if (this.#kept && this.#kept.revision !== register.revision) this.#kept = undefined
    if (space.form === register.form && space.gates.records.length < mostGates) return
    this.#base = baseOf(circuitSpace(register, dictionary, moment), this.#rules, this.#request)
    this.#kept = undefined
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
      const { op, a, b, ofMembers, source } = gates.record(gate)
      if (below.has(gate) && !ofMembers && (op !== 'source' || source?.kind === 'folded')) frontier.add(gate)
      else if (op !== 'source') waiting.push(a, b)
      else if (source?.kind === 'folded' || source?.kind === 'state') waiting.push(...foldInputs(gates, source.state))
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
    const kernel = schedule(space.gates, { household, members: [] }, before && { places: placesOf(before.asked.household), results: before.asked.household.length })
    this.#kept = await this.#run(kernel, before)
    return this.#kept
  }

  async #run(kernel: ReturnType<typeof schedule>, kept: Planes | undefined): Promise<Planes> {
    const { run = runHere, allocate = (bytes: number) => new ArrayBuffer(bytes) } = this.#request
    const { parts, planes } = prepareRun(this.#base.space.register, kernel, allocate, kept)
    await run(kernel, parts)
    return planes
  }
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

const outputOf = ({ outputs }: PlanProgram, id: string): OutcomeOutput => {
  const output = outputs.outcomes.find((outcome) => outcome.id === id)
  if (!output) throw new Error(`The rules have no outcome ${id} of the household`)
  return output
}

const baseOf = (space: CircuitSpace, { program, values }: ComparedRules, { outcome, units }: ComparisonRequest): Base => {
  const lowering = lowerProgram(space, program, values)
  const categories = categorise(lowering, program, outputOf(program, outcome))
  return { space, lowering, outcome: categories, within: withinUnits(space, units), below: everythingBelow(space.gates, categories.gates) }
}

/** Which households live in some units. */
const withinUnits = ({ register, gates }: CircuitSpace, units: readonly string[] | undefined): Gate => {
  if (units === undefined) return ones
  const index = columnIndex(register.layout, 'row', unitColumn)
  const { encoding } = register.layout.columns[index] ?? {}
  const bits = Array.from({ length: encoding?.width ?? 0 }, (_bit, bit) => gates.source({ kind: 'household', word: (register.layout.offsets[index] ?? 0) + 1 + bit }))
  return gates.some(units.flatMap((unit) => {
    const code = encoding?.dictionary?.find(unit)
    return code === undefined ? [] : [equalBits(gates, bits, bitsOfConstant(BigInt(code + 1)))]
  }))
}

const foldInputs = ({ folds }: Gates, state: number): readonly Gate[] => {
  const fold = folds[state]
  return fold ? [fold.first, fold.next] : []
}

const everythingBelow = (gates: Gates, roots: readonly Gate[]): ReadonlySet<Gate> => {
  const below = new Set<Gate>()
  const waiting = [...roots]
  for (let gate = waiting.pop(); gate !== undefined; gate = waiting.pop()) {
    if (gate <= ones || below.has(gate)) continue
    below.add(gate)
    const { op, a, b, source } = gates.record(gate)
    if (op !== 'source') waiting.push(a, b)
    else if (source?.kind === 'folded' || source?.kind === 'state') waiting.push(...foldInputs(gates, source.state))
  }
  return below
}

interface FlowParts {
  readonly before: CategorisedOutcome
  readonly after: CategorisedOutcome
  readonly kept: Planes
  readonly planes: Planes
  /** Place of the gate that says who is looked at, among what was kept. */
  readonly within: number
}

const flowOf = (register: RegisterColumns, { before, after, kept, planes, within }: FlowParts): OutcomeFlow => {
  const matrix = before.categories.map(() => after.categories.map(() => 0))
  const flipped: FlippedRow[] = []
  const places = before.gates.map((gate) => kept.asked.household.indexOf(gate))
  for (const { members, rows, blocks } of register.buckets) {
    const [left, right] = [kept.household.get(members), planes.household.get(members)]
    if (!left || !right) continue
    for (let block = 0; block < blocks; block += 1) {
      const inUse = rows - block * rowsOfBlock >= rowsOfBlock ? -1 : (1 << (rows - block * rowsOfBlock)) - 1
      const looked = inUse & (left[block * kept.asked.household.length + within] ?? 0)
      const differs = (right[block * planes.asked.household.length + after.gates.length] ?? 0) & looked
      countBlock({ matrix, flipped, members, block, looked, differs }, places.map((place) => left[block * kept.asked.household.length + place] ?? 0), (index) => right[block * planes.asked.household.length + index] ?? 0)
    }
  }
  return { before: before.categories, after: after.categories, matrix, flipped }
}

interface BlockCount {
  readonly matrix: number[][]
  readonly flipped: FlippedRow[]
  readonly members: number
  readonly block: number
  readonly looked: number
  readonly differs: number
}

const countBlock = ({ matrix, flipped, members, block, looked, differs }: BlockCount, before: readonly number[], after: (index: number) => number): void => {
  before.forEach((word, from) => {
    const there = word & looked
    const line = matrix[from]
    if (there === 0 || !line) return
    line.forEach((count, to) => {
      const both = there & after(to)
      if (both === 0) return
      line[to] = count + onesOf(both)
      for (let rest = both & differs; rest !== 0; rest &= rest - 1) flipped.push({ members, row: block * rowsOfBlock + 31 - Math.clz32(rest & -rest), before: from, after: to })
    })
  })
}

/** How many bits of a word are one. */
const onesOf = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

