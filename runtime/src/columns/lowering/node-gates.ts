import type { Moment } from '../../documents/input-document.ts'
import { dayCode } from '../../plan/dictionary/day-code.ts'
import { dependentsOf, valueOf, type Graph } from '../../plan/graph/graph.ts'
import type { Node, Op } from '../../plan/graph/node.ts'
import { ones, zero, type Gate, type Gates } from '../circuit/gates.ts'
import { slicedCeilDivide, slicedChoose, slicedEqual, slicedFloorDivide, slicedHigher, slicedLess, slicedLower, slicedMultiply, slicedNeitherLess, slicedPick, slicedSubtract, slicedSum } from '../circuit/sliced-arithmetic.ts'
import { sliced, slicedConstant, type SlicedNumber } from '../circuit/sliced-number.ts'
import type { LaneGates } from './answer-gates.ts'
import { NotInColumns } from '../not-in-columns.ts'
import type { AnswerReader } from './answer-reader.ts'
import { nobodyAsked } from './history-reader.ts'
import type { VaryingParameters } from './varying-parameters.ts'
import { anyOfMembers, countMembers, earlierMember, extremeOfMembers, sumOfMembers, type MemberCounts } from './member-folds.ts'

/** What a graph's nodes are compiled for. */
export interface LoweringRequest {
  readonly graph: Graph
  readonly moment: Moment
  readonly answers: AnswerReader
  /** Parameters that are set for each run; all others have the release's values. */
  readonly varying?: VaryingParameters
  /** The same graph with the release's values: what depends on no varying parameter is the same there. */
  readonly unchanged?: NodeLowering
}

type NodeGates = LaneGates

const bit = (gate: Gate): NodeGates => ({ kind: 'bit', gate })
const number = (value: SlicedNumber): NodeGates => ({ kind: 'number', number: value })

/**
 * Turns nodes of the plan's graph into gates, each node once. What is the same for all households is computed here, so that
 * a comparison with a value of the law costs no more gates than the value has ones.
 */
export class NodeLowering {
  readonly gates: Gates
  readonly #request: LoweringRequest
  readonly #known = new Map<Node, NodeGates>()
  /** Nodes of earlier decisions, slot by slot. */
  readonly #inSlots = new Map<number, Map<Node, NodeGates>>()
  #slot = nobodyAsked
  /** Nodes that varying parameters touch. */
  readonly #touched: ReadonlySet<Node>

  constructor(gates: Gates, request: LoweringRequest) {
    this.gates = gates
    this.#request = request
    this.#touched = dependentsOf(request.graph, new Set(request.varying?.indices))
  }

  /** Constants have no lane of their own: 1 is a bit as well as a number. */
  bit(node: Node): Gate {
    if (node.op === 'constant') return valueOf(node) === 0 ? zero : ones
    const lowered = this.#lower(node)
    if (lowered.kind !== 'bit') throw new Error(`Node ${node.id} is no bit`)
    return lowered.gate
  }

  number(node: Node): SlicedNumber {
    const lowered = this.#lower(node)
    return lowered.kind === 'bit' ? sliced({ bits: [lowered.gate] }) : lowered.number
  }

  /** The slot of the earlier decision looked at. */
  get slot(): number {
    return this.#slot
  }

  /** Looks at the earlier decision in a slot. */
  within<T>(slot: number, look: () => T): T {
    const before = this.#slot
    this.#slot = slot
    try {
      return look()
    } finally {
      this.#slot = before
    }
  }

  /** Nodes come after what they read, so all below one are lowered before it, without deep recursion. */
  #lower(node: Node): NodeGates {
    const known = this.#find(node)
    if (known) return known
    const waiting: Node[] = [node]
    for (let top = waiting.at(-1); top; top = waiting.at(-1)) {
      const same = this.#find(top) ?? this.#unchanged(top)
      const open = same ? [] : readBy(top).filter((input) => !this.#find(input))
      if (open.length > 0) {
        waiting.push(...open)
        continue
      }
      this.#remember(top, same ?? table[top.op](this, top, this.#request))
      waiting.pop()
    }
    return this.#lower(node)
  }

  #find(node: Node): NodeGates | undefined {
    return (isOfEntry(node) ? this.#inSlots.get(this.#slot) : this.#known)?.get(node)
  }

  #remember(node: Node, lowered: NodeGates): void {
    if (!isOfEntry(node)) {
      this.#known.set(node, lowered)
      return
    }
    const slot = this.#inSlots.get(this.#slot) ?? new Map<Node, NodeGates>()
    this.#inSlots.set(this.#slot, slot)
    slot.set(node, lowered)
  }

  #unchanged(node: Node): NodeGates | undefined {
    const { unchanged } = this.#request
    return unchanged && !this.#touched.has(node) ? unchanged.within(this.#slot, () => unchanged.#lower(node)) : undefined
  }
}

const isOfEntry = ({ scope }: Node): boolean => scope === 'entries' || scope === 'memberEntries'

/** The numbers that sums of sums add. */
const addendsOf = (node: Node): readonly Node[] => {
  const addends: Node[] = []
  const waiting = [...node.inputs]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.op === 'add') waiting.push(...next.inputs)
    else addends.push(next)
  }
  return addends.toReversed()
}

/** What a node's gates are made of; what looks over earlier decisions reads them slot by slot. */
const readBy = (node: Node): readonly Node[] => {
  if (node.op === 'add') return addendsOf(node)
  return node.detail.kind === 'list' ? node.inputs.filter((input) => !isOfEntry(input)) : node.inputs
}

const inputsOf = (node: Node): readonly [Node, Node] => {
  const [a, b = a] = node.inputs
  if (!a || !b) throw new Error(`Node ${node.id} reads nothing`)
  return [a, b]
}

type Lower = (lowering: NodeLowering, node: Node, request: LoweringRequest) => NodeGates

const onBits = (operation: (gates: Gates, a: Gate, b: Gate) => Gate): Lower => (lowering, node) => {
  const [a, b] = inputsOf(node)
  return bit(operation(lowering.gates, lowering.bit(a), lowering.bit(b)))
}

const onNumbers = (operation: (gates: Gates, a: SlicedNumber, b: SlicedNumber) => SlicedNumber): Lower => (lowering, node) => {
  const [a, b] = inputsOf(node)
  return number(operation(lowering.gates, lowering.number(a), lowering.number(b)))
}

const comparing = (operation: (gates: Gates, a: SlicedNumber, b: SlicedNumber) => Gate): Lower => (lowering, node) => {
  const [a, b] = inputsOf(node)
  return bit(operation(lowering.gates, lowering.number(a), lowering.number(b)))
}

const isCode = (gates: Gates, code: SlicedNumber, value: number): Gate => slicedEqual(gates, code, slicedConstant(value))

const choose: Lower = (lowering, node) => {
  const [choice, then, otherwise] = node.inputs
  if (!choice || !then || !otherwise) throw new Error(`Node ${node.id} has nothing to choose from`)
  const chosen = lowering.bit(choice)
  if (node.lane === 'bit') return bit(lowering.gates.select(chosen, lowering.bit(then), lowering.bit(otherwise)))
  return number(slicedChoose(lowering.gates, chosen, lowering.number(then), lowering.number(otherwise)))
}

const pick: Lower = (lowering, node) => {
  const [code, ...entries] = node.inputs
  if (!code) throw new Error(`Node ${node.id} has no code to pick by`)
  const { gates } = lowering
  const chosen = lowering.number(code)
  const choices = entries.map((_entry, index) => isCode(gates, chosen, index))
  if (node.lane === 'bit') return bit(gates.some(entries.map((entry, index) => gates.and(choices[index] ?? zero, lowering.bit(entry)))))
  return number(slicedPick(gates, choices, entries.map((entry) => lowering.number(entry))))
}

/** A value that is the same for all households. */
const constant = (node: Node, value: number): NodeGates => (node.lane === 'bit' ? bit(value === 1 ? ones : zero) : number(slicedConstant(value)))

const indexOf = ({ id, detail }: Node): number => {
  if (detail.kind !== 'index') throw new Error(`Node ${id} names no parameter`)
  return detail.index
}

const parameter: Lower = ({ gates }, node, { graph, varying }) => {
  const index = indexOf(node)
  const input = graph.parameters[index]
  if (!input) throw new Error(`Node ${node.id} names no parameter of the graph`)
  if (!varying?.has(index)) return constant(node, input.value)
  const value = varying.number(gates, index)
  return node.lane === 'bit' ? bit(value.bits[0] ?? zero) : number(value)
}

const answer: Lower = (lowering, { id, detail }, { answers }) => {
  if (detail.kind !== 'answer') throw new Error(`Node ${id} names no answer`)
  const { place, index } = detail.position
  return place === 'entries' || place === 'memberEntries' ? answers.history.lane(lowering.slot, index, detail.name) : answers.lane(place, index, detail.name)
}

/** Whether a code may be that of an answer in words of one's own, which columns code question by question. */
export const isFreeText = (graph: Graph, node: Node): boolean => {
  const { op, lane, detail, inputs } = node
  if (lane !== 'code') return false
  if (detail.kind !== 'answer') return (op === 'choose' || op === 'pick') && inputs.slice(1).some((input) => isFreeText(graph, input))
  const { place, index } = detail.position
  if (place === 'entries' || place === 'memberEntries') return false
  const { encoding } = graph.dictionary.fieldAt(place, index)
  return encoding.kind === 'text' && encoding.domain === undefined
}

/** Whether a code can only be that of a text which the rules name. */
const isTextOfRules = ({ op, inputs }: Node): boolean => {
  if (op === 'choose' || op === 'pick') return inputs.slice(1).every(isTextOfRules)
  return op === 'constant' || op === 'parameter'
}

/** Looks over the members, or over earlier decisions. */
const over = (members: Lower, entries: Lower): Lower => (lowering, node, request) => {
  if (node.detail.kind !== 'list') throw new Error(`Node ${node.id} looks over no list`)
  return (node.detail.list.scope === 'members' ? members : entries)(lowering, node, request)
}

/** A slot that may be an element of the list a node looks over. */
interface SlotElement {
  readonly slot: number
  readonly isThere: Gate
}

const elementsOf = ({ detail }: Node, { answers: { history } }: LoweringRequest): readonly SlotElement[] => {
  if (detail.kind !== 'list' || detail.list.scope === 'members') return []
  const { scope, history: index = 0 } = detail.list
  return history.slots.map((slot) => ({ slot, isThere: history.isElement(slot, scope, index) })).filter(({ isThere }) => isThere !== zero)
}

const bitsOfEntries: (lowering: NodeLowering, node: Node, request: LoweringRequest) => readonly Gate[] = (lowering, node, request) => {
  const [input] = inputsOf(node)
  return elementsOf(node, request).map(({ slot, isThere }) => lowering.within(slot, () => lowering.gates.and(isThere, lowering.bit(input))))
}

/** Numbers of the elements; `otherwise` where a slot is none. */
const numbersOfEntries = (lowering: NodeLowering, node: Node, request: LoweringRequest, otherwise: number): readonly SlicedNumber[] => {
  const [input] = inputsOf(node)
  return elementsOf(node, request).map(({ slot, isThere }) => lowering.within(slot, () => slicedChoose(lowering.gates, isThere, lowering.number(input), slicedConstant(otherwise))))
}

const extremeOfEntries = (operation: (gates: Gates, a: SlicedNumber, b: SlicedNumber) => SlicedNumber, ofNone: number): Lower => (lowering, node, request) =>
  number(numbersOfEntries(lowering, node, request, ofNone).reduce((a, b) => operation(lowering.gates, a, b), slicedConstant(ofNone)))

const earlierEntry: Lower = (lowering, node, request) => {
  const [input] = inputsOf(node)
  const elements = elementsOf(node, request)
  const here = elements.findIndex(({ slot }) => slot === lowering.slot)
  return bit(lowering.gates.some(elements.slice(0, Math.max(0, here)).map(({ slot, isThere }) => lowering.within(slot, () => lowering.gates.and(isThere, lowering.bit(input))))))
}

const foldBit = (operation: (gates: Gates, gate: Gate, fewest: number) => Gate): Lower => (lowering, node, { answers }) => bit(operation(lowering.gates, lowering.bit(inputsOf(node)[0]), answers.fewestMembers))

type FoldNumber = (gates: Gates, value: SlicedNumber, counts: MemberCounts) => SlicedNumber

const foldNumber = (operation: FoldNumber): Lower => (lowering, node, { answers }) => number(operation(lowering.gates, lowering.number(inputsOf(node)[0]), answers))

/** How each operation becomes gates. */
const table: Readonly<Record<Op, Lower>> = {
  constant: (_lowering, node) => constant(node, valueOf(node)),
  parameter,
  moment: (_lowering, { id, detail }, { moment }) => {
    if (detail.kind !== 'moment') throw new Error(`Node ${id} names no day`)
    return number(slicedConstant(dayCode(moment[detail.name])))
  },
  answer,
  complete: () => bit(ones),
  since: (_lowering, _node, { answers }) => number(answers.history.since()),
  listed: (lowering, _node, { answers }) => bit(answers.history.isListed(lowering.slot)),
  and: onBits((gates, a, b) => gates.and(a, b)),
  or: onBits((gates, a, b) => gates.or(a, b)),
  not: onBits((gates, a) => gates.not(a)),
  less: comparing(slicedLess),
  atMost: comparing((gates, a, b) => gates.not(slicedLess(gates, b, a))),
  equal: (lowering, node, request) => {
    const [a, b] = inputsOf(node)
    if ((isFreeText(request.graph, a) && !isTextOfRules(b)) || (isFreeText(request.graph, b) && !isTextOfRules(a))) throw new NotInColumns('an answer in words of one\'s own compared with another answer')
    return bit((a.lane === 'code' ? slicedEqual : slicedNeitherLess)(lowering.gates, lowering.number(a), lowering.number(b)))
  },
  oneOf: (lowering, node) => {
    const { id, detail } = node
    if (detail.kind !== 'codes') throw new Error(`Node ${id} names no codes`)
    const code = lowering.number(inputsOf(node)[0])
    return bit(lowering.gates.some(detail.codes.map((each) => isCode(lowering.gates, code, each))))
  },
  add: (lowering, node) => number(slicedSum(lowering.gates, addendsOf(node).map((addend) => lowering.number(addend)))),
  subtract: onNumbers(slicedSubtract),
  multiply: onNumbers(slicedMultiply),
  lower: onNumbers(slicedLower),
  higher: onNumbers(slicedHigher),
  floorDivide: onNumbers(slicedFloorDivide),
  ceilDivide: onNumbers(slicedCeilDivide),
  choose,
  pick,
  any: over(foldBit(anyOfMembers), (lowering, node, request) => bit(lowering.gates.some(bitsOfEntries(lowering, node, request)))),
  count: over(
    (lowering, node, { answers }) => number(countMembers(lowering.gates, lowering.bit(inputsOf(node)[0]), answers)),
    (lowering, node, request) => number(slicedSum(lowering.gates, bitsOfEntries(lowering, node, request).map((each) => sliced({ bits: [each] })))),
  ),
  sum: over(foldNumber(sumOfMembers), (lowering, node, request) => number(slicedSum(lowering.gates, numbersOfEntries(lowering, node, request, 0)))),
  least: over(foldNumber(extremeOfMembers('least')), extremeOfEntries(slicedLower, Infinity)),
  greatest: over(foldNumber(extremeOfMembers('greatest')), extremeOfEntries(slicedHigher, -Infinity)),
  earlier: over(foldBit(earlierMember), earlierEntry),
}
