import { addBounds, areExact, bitBounds, cutToExact, divideBounds, higherBounds, highestOf, isFinite, joined, lowerBounds, lowestOf, multiplyBounds, negateBounds } from './bounds.ts'
import { and, not, or } from './bits.ts'
import { isConstant, valueOf, type Graph } from './graph.ts'
import { largestExact, type Bounds, type Node, type Op } from './node.ts'

/** A node of arithmetic, with a guard where it could leave the exact doubles. */
export const guarded = (graph: Graph, op: Op, inputs: readonly Node[], bounds: Bounds, place: Partial<Pick<Node, 'detail' | 'scope' | 'history'>> = {}): Node => {
  if (areExact(bounds)) return graph.intern({ op, lane: 'number', inputs, bounds, ...place })
  const node = graph.intern({ op, lane: 'number', inputs, bounds: cutToExact(bounds), ...place })
  if (graph.guardsOf(node).length === 0) graph.guard(node, isInexact(graph, node, bounds))
  return node
}

/** Whether a node left the exact doubles without being an infinity; written out, for its bounds say that it did not. */
const isInexact = (graph: Graph, node: Node, bounds: Bounds): Node => {
  const before = (a: Node, b: Node) => graph.intern({ op: 'less', lane: 'bit', inputs: [a, b], bounds: bitBounds })
  const beyond = (limit: number) => {
    const [a, b] = limit > 0 ? [graph.constant(limit), node] : [node, graph.constant(limit)]
    const infinite = limit > 0 ? bounds.above : bounds.below
    const [c, d] = limit > 0 ? [node, graph.constant(Infinity)] : [graph.constant(-Infinity), node]
    return infinite ? and(graph, before(a, b), before(c, d)) : before(a, b)
  }
  const sides = [...(bounds.to > largestExact ? [beyond(largestExact)] : []), ...(bounds.from < -largestExact ? [beyond(-largestExact)] : [])]
  return sides.reduce((a, b) => or(graph, a, b))
}

/** What two constants come to; not of infinities that come to nothing, where what reads the node is masked. */
const folded = (graph: Graph, a: Node, b: Node, compute: (a: number, b: number) => number): Node | undefined => {
  const value = isConstant(a) && isConstant(b) ? compute(valueOf(a), valueOf(b)) : NaN
  return Number.isNaN(value) ? undefined : graph.constant(value)
}

export const add = (graph: Graph, a: Node, b: Node): Node => {
  if (isConstant(a, 0)) return b
  if (isConstant(b, 0)) return a
  return folded(graph, a, b, (x, y) => x + y) ?? guarded(graph, 'add', [a, b], addBounds(a.bounds, b.bounds))
}

export const subtract = (graph: Graph, a: Node, b: Node): Node => {
  if (isConstant(b, 0)) return a
  return folded(graph, a, b, (x, y) => x - y) ?? guarded(graph, 'subtract', [a, b], addBounds(a.bounds, negateBounds(b.bounds)))
}

export const negate = (graph: Graph, a: Node): Node => subtract(graph, graph.constant(0), a)

export const multiply = (graph: Graph, a: Node, b: Node): Node => {
  if (isConstant(a, 1) || (isConstant(b, 0) && isFinite(a.bounds))) return b
  if (isConstant(b, 1) || (isConstant(a, 0) && isFinite(b.bounds))) return a
  return folded(graph, a, b, (x, y) => x * y) ?? guarded(graph, 'multiply', [a, b], multiplyBounds(a.bounds, b.bounds))
}

/** The lesser of two. */
export const lower = (graph: Graph, a: Node, b: Node): Node => {
  if (a === b || highestOf(a.bounds) <= lowestOf(b.bounds)) return a
  if (highestOf(b.bounds) <= lowestOf(a.bounds)) return b
  return graph.intern({ op: 'lower', lane: 'number', inputs: [a, b], bounds: lowerBounds(a.bounds, b.bounds) })
}

/** The greater of two. */
export const higher = (graph: Graph, a: Node, b: Node): Node => {
  if (a === b || lowestOf(a.bounds) >= highestOf(b.bounds)) return a
  if (lowestOf(b.bounds) >= highestOf(a.bounds)) return b
  return graph.intern({ op: 'higher', lane: 'number', inputs: [a, b], bounds: higherBounds(a.bounds, b.bounds) })
}

const divide = (op: 'floorDivide' | 'ceilDivide', round: (number: number) => number) => (graph: Graph, a: Node, b: Node): Node => {
  if (isConstant(b, 1)) return a
  return folded(graph, a, b, (x, y) => round(x / y)) ?? graph.intern({ op, lane: 'number', inputs: [a, b], bounds: divideBounds(a.bounds, b.bounds, round) })
}

/**
 * Quotient of whole numbers, rounded down; `b` is greater than 0. Rounding the double quotient is exact: were the quotient of
 * two numbers below 2⁵³ so near the whole number above it that it becomes that number, it would be that number.
 */
export const floorDivide = divide('floorDivide', Math.floor)

/** Quotient of whole numbers, rounded up; `b` is greater than 0. */
export const ceilDivide = divide('ceilDivide', Math.ceil)

/** `then` where the bit is 1, else `otherwise`. */
export const choose = (graph: Graph, bit: Node, then: Node, otherwise: Node): Node => {
  if (then === otherwise || isConstant(bit, 1)) return then
  if (isConstant(bit, 0)) return otherwise
  if (then.lane === 'bit') return or(graph, and(graph, bit, then), and(graph, not(graph, bit), otherwise))
  const [otherBit, , otherwiseOther] = otherwise.inputs
  if (otherwise.op === 'choose' && otherBit === bit && otherwiseOther) return choose(graph, bit, then, otherwiseOther)
  const [opposite] = bit.inputs
  if (bit.op === 'not' && opposite) return choose(graph, opposite, otherwise, then)
  return graph.intern({ op: 'choose', lane: then.lane, inputs: [bit, then, otherwise], bounds: joined(then.bounds, otherwise.bounds) })
}

/** The entry of a table that a code names; the code is within the table. */
export const pick = (graph: Graph, code: Node, table: readonly [Node, ...Node[]]): Node => {
  const [first] = table
  if (table.every((entry) => entry === first)) return first
  if (isConstant(code)) return table[valueOf(code)] ?? first
  return graph.intern({ op: 'pick', lane: first.lane, inputs: [code, ...table], bounds: joined(...table.map(({ bounds }) => bounds)) })
}

/** How many bits are 1. */
export const countBits = (graph: Graph, bits: readonly Node[]): Node =>
  bits.reduce((sum, bit) => add(graph, sum, choose(graph, bit, graph.constant(1), graph.constant(0))), graph.constant(0))
