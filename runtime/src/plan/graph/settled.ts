import { and, every, not, or } from './bits.ts'
import { bitBounds } from './bounds.ts'
import { anyElement, countElements, earlierElement } from './elements.ts'
import type { Graph } from './graph.ts'
import type { List, Node, Op } from './node.ts'

/** A bit as far as nobody need know who the members are: certainly 1, and certainly 0. */
interface SettledBit {
  readonly yes: Node
  readonly no: Node
}

/** A number or code so: whether it is certain, and what it then is. */
interface SettledNumber {
  readonly known: Node
  readonly value: Node
}

/** Operations whose result is certain where all their inputs are. */
const reckoning: ReadonlySet<Op> = new Set<Op>(['add', 'subtract', 'multiply', 'lower', 'higher', 'floorDivide', 'ceilDivide', 'less', 'atMost', 'equal', 'oneOf'])

/** What is added to nothing, or found of no members at all. */
const neutral: Readonly<Partial<Record<Op, number>>> = { sum: 0, least: Infinity, greatest: -Infinity }

/**
 * Says of nodes of the household whether they are the same whoever its members are: three-valued logic in which whatever is asked of a member is
 * unknown. What holds of no member, whoever it be, holds of none of any number. To be asked of households without earlier decisions on single
 * members: whoever looks back then sees what the household sees.
 */
export class Settling {
  readonly #graph: Graph
  readonly #rests = new Map<Node, boolean>()
  readonly #bits = new Map<Node, SettledBit>()
  readonly #numbers = new Map<Node, SettledNumber>()

  constructor(graph: Graph) {
    this.#graph = graph
  }

  /** A bit of the household: all these nodes are the same whoever the members are. */
  settled(nodes: readonly Node[]): Node {
    return every(this.#graph, nodes.map((node) => this.#isCertain(node)))
  }

  #isCertain(node: Node): Node {
    if (node.lane !== 'bit') return this.#number(node).known
    const { yes, no } = this.#bit(node)
    return or(this.#graph, yes, no)
  }

  /** Whether a node looks at members. */
  #restsOnMembers(node: Node): boolean {
    const known = this.#rests.get(node)
    if (known !== undefined) return known
    const list = node.detail.kind === 'list' ? node.detail.list.scope : undefined
    const rests = isOfMembers(node.scope) || (list !== undefined && isOfMembers(list)) || node.inputs.some((input) => this.#restsOnMembers(input))
    this.#rests.set(node, rests)
    return rests
  }

  #bit(node: Node): SettledBit {
    const known = this.#bits.get(node)
    if (known) return known
    const found = this.#restsOnMembers(node) ? this.#bitOfMembers(node) : { yes: node, no: not(this.#graph, node) }
    this.#bits.set(node, found)
    return found
  }

  #bitOfMembers(node: Node): SettledBit {
    const [graph, never] = [this.#graph, this.#graph.bit(false)]
    const [a, b, c] = node.inputs
    const past = ofHousehold(node)
    if (node.detail.kind === 'answer' || node.op === 'listed') return this.#asBit(this.#answered(node))
    if (past && a) return this.#bitOfPast(node, past, this.#bit(a))
    if (node.op === 'not' && a) return turned(this.#bit(a))
    if ((node.op === 'and' || node.op === 'or') && a && b) {
      const [left, right] = [this.#bit(a), this.#bit(b)]
      return node.op === 'and' ? { yes: and(graph, left.yes, right.yes), no: or(graph, left.no, right.no) } : { yes: or(graph, left.yes, right.yes), no: and(graph, left.no, right.no) }
    }
    if ((node.op === 'any' || node.op === 'earlier') && a) return { yes: never, no: this.#bit(a).no }
    if (node.op === 'choose' && a && b && c) {
      const [bit, then, otherwise] = [this.#bit(a), this.#bit(b), this.#bit(c)]
      const either = (side: 'yes' | 'no') => or(graph, and(graph, bit.yes, then[side]), and(graph, bit.no, otherwise[side]))
      return { yes: either('yes'), no: either('no') }
    }
    if (!reckoning.has(node.op)) return { yes: never, no: never }
    return this.#asBit(this.#reckoned(node))
  }

  #asBit({ known, value }: SettledNumber): SettledBit {
    return { yes: and(this.#graph, known, value), no: and(this.#graph, known, not(this.#graph, value)) }
  }

  #bitOfPast({ op }: Node, list: List, { yes, no }: SettledBit): SettledBit {
    const graph = this.#graph
    const find = op === 'any' ? anyElement : earlierElement
    return { yes: find(graph, list, yes), no: not(graph, find(graph, list, not(graph, no))) }
  }

  /** An answer of an earlier decision as the household sees it; what is asked of a member is unknown. */
  #answered({ op, lane, detail, bounds, history }: Node): SettledNumber {
    const graph = this.#graph
    const known = graph.bit(true)
    if (op === 'listed' && history !== undefined) return { known, value: graph.listed('entries', history) }
    if (detail.kind === 'answer' && detail.position.place === 'memberEntries') return { known, value: graph.answer({ place: 'entries', index: detail.position.index }, detail.name, lane, bounds, history) }
    return { known: graph.bit(false), value: graph.constant(0, lane) }
  }

  #number(node: Node): SettledNumber {
    const known = this.#numbers.get(node)
    if (known) return known
    const found = this.#restsOnMembers(node) ? this.#numberOfMembers(node) : { known: this.#graph.bit(true), value: node }
    this.#numbers.set(node, found)
    return found
  }

  #numberOfMembers(node: Node): SettledNumber {
    const graph = this.#graph
    const [a, b, c] = node.inputs
    const [none, past] = [neutral[node.op], ofHousehold(node)]
    if (node.detail.kind === 'answer') return this.#answered(node)
    if (past && a) return this.#numberOfPast(node, past, a)
    if (node.op === 'count' && a) return { known: this.#bit(a).no, value: graph.constant(0) }
    if (none !== undefined && a) {
      const [{ known, value }, nothing] = [this.#number(a), graph.constant(none)]
      return { known: and(graph, known, value === nothing ? graph.bit(true) : graph.intern({ op: 'equal', lane: 'bit', inputs: [value, nothing], bounds: bitBounds })), value: nothing }
    }
    if (node.op === 'choose' && a && b && c) {
      const [bit, then, otherwise] = [this.#bit(a), this.#number(b), this.#number(c)]
      return { known: or(graph, and(graph, bit.yes, then.known), and(graph, bit.no, otherwise.known)), value: this.#chosen(node, bit.yes, then.value, otherwise.value) }
    }
    return reckoning.has(node.op) ? this.#reckoned(node) : { known: graph.bit(false), value: graph.constant(0, node.lane) }
  }

  #numberOfPast({ op, lane, bounds }: Node, list: List, input: Node): SettledNumber {
    const graph = this.#graph
    const known = (bit: Node) => not(graph, anyElement(graph, list, not(graph, bit)))
    if (op === 'count') return { known: known(this.#isCertain(input)), value: countElements(graph, list, this.#bit(input).yes) }
    const { known: each, value } = this.#number(input)
    return { known: known(each), value: graph.intern({ op, lane, inputs: [value], detail: { kind: 'list', list }, scope: 'household', history: undefined, bounds }) }
  }

  #chosen({ lane, bounds }: Node, bit: Node, then: Node, otherwise: Node): Node {
    return then === otherwise ? then : this.#graph.intern({ op: 'choose', lane, inputs: [bit, then, otherwise], bounds })
  }

  #reckoned({ op, lane, inputs, detail, bounds }: Node): SettledNumber {
    const found = inputs.map((input) => (input.lane === 'bit' ? undefined : this.#number(input)))
    const known = every(this.#graph, found.map((each) => each?.known ?? this.#graph.bit(false)))
    return { known, value: this.#graph.intern({ op, lane, inputs: found.map((each, place) => each?.value ?? inputs[place]).filter((each) => each !== undefined), detail, bounds }) }
  }
}

/** The list of the household that a node looks over where it looks over the earlier decisions of a member. */
const ofHousehold = ({ detail }: Node): List | undefined => (detail.kind === 'list' && detail.list.scope === 'memberEntries' ? { ...detail.list, scope: 'entries' } : undefined)

const isOfMembers = (scope: Node['scope']): boolean => scope === 'members' || scope === 'memberEntries'

const turned = ({ yes, no }: SettledBit): SettledBit => ({ yes: no, no: yes })
