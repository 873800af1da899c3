import type { MomentName } from '../../documents/logic-document.ts'
import type { PlanDictionary } from '../dictionary/plan-dictionary.ts'
import { bitBounds, boundsOfConstant, finite, isFinite } from './bounds.ts'
import type { ParameterInput } from './parameter-input.ts'
import type { AnswerLane, AnswerPosition, Bounds, Detail, Lane, ListScope, Node, Op, Scope } from './node.ts'

/** What a new node is made of; place and scope follow from it. */
interface Draft {
  readonly op: Op
  readonly lane: Lane
  readonly inputs?: readonly Node[]
  readonly detail?: Detail
  readonly bounds: Bounds
  /** Of a node without inputs, and of one that leads outwards. */
  readonly scope?: Scope
  readonly history?: number | undefined
}

const nothing: Detail = { kind: 'none' }

const depth: Readonly<Record<Scope, number>> = { uniform: 0, household: 1, members: 2, entries: 2, memberEntries: 3 }

/** The list scope around a scope. */
export const outerScope: Readonly<Record<ListScope, Scope>> = { members: 'household', entries: 'household', memberEntries: 'members' }

const detailKey = (detail: Detail): string => {
  if (detail.kind === 'none') return ''
  if (detail.kind === 'value') return String(detail.value)
  if (detail.kind === 'index') return String(detail.index)
  if (detail.kind === 'moment') return detail.name
  if (detail.kind === 'list') return `${detail.list.scope} ${detail.list.history ?? ''}`
  return detail.kind === 'codes' ? detail.codes.join() : `${detail.position.place} ${detail.position.index} ${detail.name}`
}

/**
 * Keeps nodes so that equal ones are one, and makes those without inputs. What can be said without computing (constants,
 * `a and a`, comparisons that bounds decide) is simplified by `bits.ts`, `comparisons.ts`, `numbers.ts` and `elements.ts`.
 */
export class Graph {
  readonly dictionary: PlanDictionary
  readonly nodes: Node[] = []
  readonly parameters: ParameterInput[] = []
  readonly #known = new Map<string, Node>()
  readonly #constants: Readonly<Record<Lane, Map<number, Node>>> = { bit: new Map(), code: new Map(), number: new Map() }
  readonly #byInputs = new Map<Op, Map<number, Node>>()
  readonly #parameters = new Map<string, number>()
  /** Bits that send a household to the interpreter, by the node whose exactness they guard. */
  readonly #guards = new Map<Node, readonly Node[]>()
  #exemptions = new Set<Node>()

  constructor(dictionary: PlanDictionary) {
    this.dictionary = dictionary
  }

  /** The node of a draft, made where there was none. */
  intern(draft: Draft): Node {
    const { op, lane, inputs = [], detail = nothing } = draft
    const key = detail === nothing && lane !== 'code' ? inputsKey(op, inputs) : undefined
    if (key === undefined) return this.#remember(this.#known, draftKey(draft), draft)
    const nodes = this.#byInputs.get(op) ?? new Map<number, Node>()
    this.#byInputs.set(op, nodes)
    return this.#remember(nodes, key, draft)
  }

  #remember<Key>(nodes: Map<Key, Node>, key: Key, { op, lane, inputs = [], detail = nothing, bounds, scope, history }: Draft): Node {
    const before = nodes.get(key)
    if (before) return before
    let inner: Node | undefined
    for (const input of inputs) inner = innermost(inner, input)
    const node: Node = { id: this.nodes.length, op, lane, scope: scope ?? inner?.scope ?? 'uniform', history: scope === undefined ? inner?.history : history, inputs, detail, bounds }
    this.nodes.push(node)
    nodes.set(key, node)
    return node
  }

  constant(value: number, lane: Lane = 'number'): Node {
    return this.#constants[lane].get(value) ?? this.#remember(this.#constants[lane], value, { op: 'constant', lane, detail: { kind: 'value', value }, bounds: boundsOfConstant(value) })
  }

  bit(value: boolean): Node {
    return this.constant(value ? 1 : 0, 'bit')
  }

  /** A parameter of the law, as it stands in the release; equal ones are one input. */
  parameter(input: ParameterInput): Node {
    const key = `${input.lane} ${input.scale} ${input.value} ${input.domain ?? ''} ${JSON.stringify([input.name, input.key])}`
    const index = this.#parameters.get(key) ?? this.parameters.push(input) - 1
    this.#parameters.set(key, index)
    return this.intern({ op: 'parameter', lane: input.lane, detail: { kind: 'index', index }, bounds: input.bounds })
  }

  moment(name: MomentName): Node {
    return this.intern({ op: 'moment', lane: 'number', detail: { kind: 'moment', name }, bounds: dayBounds })
  }

  answer(position: AnswerPosition, name: AnswerLane, lane: Lane, bounds: Bounds, history?: number): Node {
    const scope = position.place === 'unit' ? 'household' : position.place
    return this.intern({ op: 'answer', lane, detail: { kind: 'answer', position, name }, bounds, scope, history })
  }

  complete(): Node {
    return this.intern({ op: 'complete', lane: 'bit', bounds: bitBounds, scope: 'household' })
  }

  since(): Node {
    return this.intern({ op: 'since', lane: 'number', bounds: { ...dayBounds, below: true, above: true }, scope: 'household' })
  }

  listed(scope: 'entries' | 'memberEntries', history: number): Node {
    return this.intern({ op: 'listed', lane: 'bit', bounds: bitBounds, scope, history })
  }

  /** Sends households of which `bit` is 1 to the interpreter, if `node` is computed for a result. */
  guard(node: Node, bit: Node): void {
    if (bit.op === 'constant' && valueOf(bit) === 0) return
    this.#guards.set(node, [...(this.#guards.get(node) ?? []), bit])
  }

  guardsOf(node: Node): readonly Node[] {
    return this.#guards.get(node) ?? []
  }

  /** Sends every household with an element, or itself, of which `bit` is 1 to the interpreter. */
  exempt(bit: Node): void {
    if (!isConstant(bit, 0)) this.#exemptions.add(bit)
  }

  /** The bits given to `exempt` since this was last asked. */
  takeExemptions(): readonly Node[] {
    const bits = [...this.#exemptions]
    this.#exemptions = new Set()
    return bits
  }
}

/** The greatest day code: the last day of the year 9999. */
export const dayBounds: Bounds = finite(0, 9999 * 384 + 383)

/** Bounds of a node that may be without an end. */
export const unbounded = (bounds: Bounds): Bounds => ({ ...bounds, below: true, above: true })

/** Value of a constant. Asking another node is a programmer's mistake. */
export const valueOf = (node: Node): number => {
  if (node.detail.kind !== 'value') throw new Error(`Node ${node.id} is no constant`)
  return node.detail.value
}

export const isConstant = (node: Node, value?: number): boolean => node.op === 'constant' && (value === undefined || valueOf(node) === value)

/** The same for all households, and finite. */
export const isUniform = (node: Node): boolean => node.scope === 'uniform' && isFinite(node.bounds)

const commutative: ReadonlySet<Op> = new Set<Op>(['and', 'or', 'equal', 'add', 'multiply', 'lower', 'higher'])

/** Ids below this fit three to an exact double. */
const idPlaces = 2 ** 17

/** A number for up to three inputs of an operation that needs nothing else; the same in another order where order plays no part. */
const inputsKey = (op: Op, inputs: readonly Node[]): number | undefined => {
  const [a, b, c] = inputs
  if (!a || inputs.length > 3 || inputs.some(({ id }) => id >= idPlaces)) return undefined
  const [first, second] = b && b.id < a.id && commutative.has(op) ? [b.id, a.id] : [a.id, b?.id ?? 0]
  return (first * idPlaces + second) * idPlaces + (c?.id ?? 0)
}

const draftKey = ({ op, lane, inputs = [], detail = nothing, scope, history }: Draft): string =>
  `${op} ${lane} ${scope ?? ''} ${history ?? ''} ${detailKey(detail)} ${inputs.map(({ id }) => id).join()}`

const innermost = (a: Node | undefined, b: Node): Node => {
  if (a === b) return a
  if (a === undefined || depth[a.scope] < depth[b.scope]) return b
  if (depth[a.scope] === depth[b.scope] && a.scope !== 'uniform' && (a.scope !== b.scope || a.history !== b.history)) throw new Error(`Nodes ${a.id} and ${b.id} are of elements of different lists`)
  return a
}

/** The nodes whose value may change when the values of some parameters do, by index. */
export const dependentsOf = ({ nodes }: Graph, parameters: ReadonlySet<number>): ReadonlySet<Node> => {
  const found = new Set<Node>()
  for (const node of nodes) {
    const changed = node.op === 'parameter' && node.detail.kind === 'index' && parameters.has(node.detail.index)
    if (changed || node.inputs.some((input) => found.has(input))) found.add(node)
  }
  return found
}
