import type { Moment } from '../documents/input-document.ts'
import type { PlanProgram } from '../plan/compile/compile-program.ts'
import type { PlanDictionary } from '../plan/dictionary/plan-dictionary.ts'
import type { Graph } from '../plan/graph/graph.ts'
import type { Node } from '../plan/graph/node.ts'
import { decodeResult } from '../plan/results/decode-result.ts'
import type { PlanResult } from '../plan/results/plan-result.ts'
import { Gates, type Gate } from './circuit/gates.ts'
import { schedule } from './circuit/schedule.ts'
import type { SlicedNumber } from './circuit/sliced-number.ts'
import { columnReader } from './lowering/answer-reader.ts'
import { isFreeText, NodeLowering } from './lowering/node-gates.ts'
import { NotInColumns } from './not-in-columns.ts'
import type { VaryingParameters } from './lowering/varying-parameters.ts'
import { householdBit, memberBit, placesOf, prepareRun, runHere, type Planes, type RunKernel } from './planes.ts'
import type { Allocate } from './bucket.ts'
import type { RegisterColumns } from './register-columns.ts'

/** What turns plans into circuits over one register as of one moment. Circuits made here share all gates that are the same. */
export interface CircuitSpace {
  readonly register: RegisterColumns
  readonly dictionary: PlanDictionary
  readonly moment: Moment
  readonly gates: Gates
  /** The form of the columns that the gates read; after it changed they are of no use. */
  readonly form: number
}

export const circuitSpace = (register: RegisterColumns, dictionary: PlanDictionary, moment: Moment): CircuitSpace => ({ register, dictionary, moment, gates: new Gates(), form: register.form })

/** Codes of texts that the rules of a graph compare with. */
const comparedCodes = ({ nodes, parameters }: Graph): readonly number[] => [
  ...nodes.flatMap(({ op, lane, detail }) => (detail.kind === 'codes' ? detail.codes : op === 'constant' && lane === 'code' && detail.kind === 'value' ? [detail.value] : [])),
  ...parameters.flatMap(({ lane, value }) => (lane === 'code' ? [value] : [])),
]

/**
 * Lowers the nodes of a program. Parameters that vary are set anew for each run; what they do not touch is taken from `unchanged`,
 * the same program with the release's own. Throws `NotInColumns`.
 */
export const lowerProgram = (space: CircuitSpace, program: Pick<PlanProgram, 'mode' | 'graph'>, varying?: VaryingParameters, unchanged?: NodeLowering): NodeLowering => {
  if (program.mode !== 'partial') throw new Error('Columns hold households with missing answers')
  if (program.graph.dictionary !== space.dictionary) throw new Error('Rules held over one register share one dictionary')
  const answers = columnReader(space.gates, space.register, space.dictionary, comparedCodes(program.graph))
  return new NodeLowering(space.gates, { graph: program.graph, moment: space.moment, answers, ...(varying && { varying }), ...(unchanged && { unchanged }) })
}

type Lane = { readonly kind: 'bit'; readonly gate: Gate } | { readonly kind: 'number'; readonly number: SlicedNumber }

const gatesOf = (lane: Lane): readonly Gate[] => (lane.kind === 'bit' ? [lane.gate] : [lane.number.below, lane.number.above, ...lane.number.bits])

/** Results of a plan over every household in columns, one by one in plain form. */
export class ColumnResults {
  readonly planes: Planes
  readonly #program: PlanProgram
  readonly #space: CircuitSpace
  readonly #lanes: ReadonlyMap<Node, Lane>
  readonly #household: ReadonlyMap<Gate, number>
  readonly #members: ReadonlyMap<Gate, number>

  constructor(space: CircuitSpace, program: PlanProgram, lanes: ReadonlyMap<Node, Lane>, planes: Planes) {
    this.planes = planes
    this.#program = program
    this.#space = space
    this.#lanes = lanes
    this.#household = placesOf(planes.asked.household)
    this.#members = placesOf(planes.asked.members)
  }

  /** Whether only the interpreter can judge the household in a row. */
  escapes(members: number, row: number): boolean {
    return this.#read(this.#program.escape, members, row, 0) === 1
  }

  /** What the plan finds of the household in a row of a bucket; it does not escape. */
  result(members: number, row: number): PlanResult {
    const ids = (this.#space.register.readAt(members, row).input.members ?? []).map(({ id }) => id)
    return decodeResult(this.#program.outputs, this.#space.dictionary, ids, (node, member) => this.#read(node, members, row, member))
  }

  #read(node: Node, members: number, row: number, slot: number): number {
    const lane = this.#lanes.get(node)
    if (!lane) throw new Error(`Node ${node.id} is no result`)
    const bit = (gate: Gate): number => this.#bit(node, gate, members, row, slot)
    if (lane.kind === 'bit') return bit(lane.gate)
    const { base, factor, bits, below, above } = lane.number
    if (bit(below) === 1) return -Infinity
    if (bit(above) === 1) return Infinity
    return Number(bits.reduce((sum, gate, index) => sum + factor * (BigInt(bit(gate)) << BigInt(index)), base))
  }

  #bit({ scope }: Node, gate: Gate, members: number, row: number, slot: number): number {
    if (gate <= 1) return gate
    const [places, read] = scope === 'members' ? [this.#members, (place: number) => memberBit(this.planes, members, row, slot, place)] as const : [this.#household, (place: number) => householdBit(this.planes, members, row, place)] as const
    const place = places.get(gate)
    if (place === undefined) throw new Error(`Gate ${gate} was not asked for`)
    return read(place)
  }
}

/** Judges every household in columns by a plan. Throws `NotInColumns` where columns cannot. */
export const judgeColumns = async (space: CircuitSpace, program: PlanProgram, { run = runHere, allocate = (bytes) => new ArrayBuffer(bytes) }: { readonly run?: RunKernel; readonly allocate?: Allocate } = {}): Promise<ColumnResults> => {
  if (program.roots.some((node) => isFreeText(program.graph, node))) throw new NotInColumns('a result in the words of an answer')
  const lowering = lowerProgram(space, program)
  const lanes = new Map(program.roots.map((node): readonly [Node, Lane] => [node, node.lane === 'bit' ? { kind: 'bit', gate: lowering.bit(node) } : { kind: 'number', number: lowering.number(node) }]))
  const gatesIn = (ofMembers: boolean) => [...new Set([...lanes].filter(([{ scope }]) => (scope === 'members') === ofMembers).flatMap(([, lane]) => gatesOf(lane)))].filter((gate) => gate > 1)
  const kernel = schedule(space.gates, { household: gatesIn(false), members: gatesIn(true) })
  const { parts, planes } = prepareRun(space.register, kernel, { allocate })
  await run(kernel, parts)
  return new ColumnResults(space, program, lanes, planes)
}
