import { bitBounds } from './bounds.ts'
import { isConstant, valueOf, type Graph } from './graph.ts'
import type { Node } from './node.ts'

const isOpposite = (a: Node, b: Node): boolean => (a.op === 'not' && a.inputs[0] === b) || (b.op === 'not' && b.inputs[0] === a)

const contains = (group: Node, op: 'and' | 'or', part: Node): boolean => group.op === op && group.inputs.includes(part)

/** Both. */
export const and = (graph: Graph, a: Node, b: Node): Node => {
  if (a === b || isConstant(b, 1) || isConstant(a, 0)) return a
  if (isConstant(a, 1) || isConstant(b, 0)) return b
  if (isOpposite(a, b)) return graph.bit(false)
  if (contains(a, 'and', b) || contains(b, 'or', a)) return a
  if (contains(b, 'and', a) || contains(a, 'or', b)) return b
  return graph.intern({ op: 'and', lane: 'bit', inputs: [a, b], bounds: bitBounds })
}

/** Either. */
export const or = (graph: Graph, a: Node, b: Node): Node => {
  if (a === b || isConstant(b, 0) || isConstant(a, 1)) return a
  if (isConstant(a, 0) || isConstant(b, 1)) return b
  if (isOpposite(a, b)) return graph.bit(true)
  if (contains(a, 'or', b) || contains(b, 'and', a)) return a
  if (contains(b, 'or', a) || contains(a, 'and', b)) return b
  return graph.intern({ op: 'or', lane: 'bit', inputs: [a, b], bounds: bitBounds })
}

/** The opposite; of a comparison the opposite comparison. */
export const not = (graph: Graph, a: Node): Node => {
  const [left, right] = a.inputs
  if (a.op === 'constant') return graph.bit(valueOf(a) === 0)
  if (a.op === 'not' && left) return left
  if ((a.op === 'less' || a.op === 'atMost') && left && right) return graph.intern({ op: a.op === 'less' ? 'atMost' : 'less', lane: 'bit', inputs: [right, left], bounds: bitBounds })
  return graph.intern({ op: 'not', lane: 'bit', inputs: [a], bounds: bitBounds })
}

/** All of them; 1 of none. */
export const every = (graph: Graph, bits: readonly Node[]): Node => bits.reduce((all, bit) => and(graph, all, bit), graph.bit(true))

/** At least one of them; 0 of none. */
export const some = (graph: Graph, bits: readonly Node[]): Node => bits.reduce((any, bit) => or(graph, any, bit), graph.bit(false))
