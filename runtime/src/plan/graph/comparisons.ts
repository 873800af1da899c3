import { highestOf, lowestOf, bitBounds, areExact, addBounds, multiplyBounds, negateBounds } from './bounds.ts'
import { isConstant, isUniform, valueOf, type Graph } from './graph.ts'
import type { Node } from './node.ts'
import { add, multiply, subtract } from './numbers.ts'

type Comparison = 'less' | 'atMost'

const decided = (op: Comparison, a: Node, b: Node): boolean | undefined => {
  if (a === b) return op === 'atMost'
  const [aLow, aHigh, bLow, bHigh] = [lowestOf(a.bounds), highestOf(a.bounds), lowestOf(b.bounds), highestOf(b.bounds)]
  if (op === 'less') return aHigh < bLow ? true : aLow >= bHigh ? false : undefined
  return aHigh <= bLow ? true : aLow > bHigh ? false : undefined
}

/**
 * Moves what is the same for all households to one side: ⌊x ÷ k⌋ ≥ c becomes x ≥ c·k, and u − x < c becomes u − c < x, so that
 * an age is compared as a birth date with a day found once.
 */
const shifted = (graph: Graph, op: Comparison, a: Node, b: Node): Node | undefined => {
  const [x, k] = a.inputs
  const [y, m] = b.inputs
  if (a.op === 'floorDivide' && x && k && !isUniform(x) && isUniform(k) && isUniform(b)) {
    const limit = op === 'less' ? b : add(graph, b, graph.constant(1))
    return fits(limit, k) ? compare(graph, 'less', x, multiply(graph, limit, k)) : undefined
  }
  if (b.op === 'floorDivide' && y && m && !isUniform(y) && isUniform(m) && isUniform(a)) {
    const limit = op === 'atMost' ? a : add(graph, a, graph.constant(1))
    return fits(limit, m) ? compare(graph, 'atMost', multiply(graph, limit, m), y) : undefined
  }
  if (a.op === 'subtract' && x && k && isUniform(x) && !isUniform(k) && isUniform(b) && areExact(addBounds(x.bounds, negateBounds(b.bounds)))) return compare(graph, op, subtract(graph, x, b), k)
  if (b.op === 'subtract' && y && m && isUniform(y) && !isUniform(m) && isUniform(a) && areExact(addBounds(y.bounds, negateBounds(a.bounds)))) return compare(graph, op, m, subtract(graph, y, a))
  return undefined
}

const fits = (a: Node, b: Node): boolean => areExact(multiplyBounds(a.bounds, b.bounds))

/** A count compared with zero is whether there is any. */
const ofCount = (graph: Graph, op: Comparison, a: Node, b: Node): Node | undefined => {
  const limit = op === 'less' ? 0 : 1
  const [counted] = b.inputs
  return b.op === 'count' && counted && isConstant(a, limit) ? graph.intern({ op: 'any', lane: 'bit', inputs: [counted], detail: b.detail, bounds: bitBounds, scope: b.scope, history: b.history }) : undefined
}

const noneOfCount = (graph: Graph, op: Comparison, a: Node, b: Node): Node | undefined => {
  const some = ofCount(graph, op === 'less' ? 'atMost' : 'less', b, a)
  return some && graph.intern({ op: 'not', lane: 'bit', inputs: [some], bounds: bitBounds })
}

const compare = (graph: Graph, op: Comparison, a: Node, b: Node): Node => {
  const known = decided(op, a, b)
  if (known !== undefined) return graph.bit(known)
  return shifted(graph, op, a, b) ?? ofCount(graph, op, a, b) ?? noneOfCount(graph, op, a, b) ?? graph.intern({ op, lane: 'bit', inputs: [a, b], bounds: bitBounds })
}

/** a < b */
export const less = (graph: Graph, a: Node, b: Node): Node => compare(graph, 'less', a, b)

/** a ≤ b */
export const atMost = (graph: Graph, a: Node, b: Node): Node => compare(graph, 'atMost', a, b)

/** a = b, of numbers or codes. */
export const equal = (graph: Graph, a: Node, b: Node): Node => {
  if (a === b) return graph.bit(true)
  if (lowestOf(a.bounds) > highestOf(b.bounds) || highestOf(a.bounds) < lowestOf(b.bounds)) return graph.bit(false)
  if (isConstant(a) && isConstant(b)) return graph.bit(valueOf(a) === valueOf(b))
  if (isConstant(a, 0) && b.op === 'count') return noneOfCount(graph, 'less', b, graph.constant(1)) ?? equalAnew(graph, a, b)
  if (isConstant(b, 0) && a.op === 'count') return noneOfCount(graph, 'less', a, graph.constant(1)) ?? equalAnew(graph, a, b)
  return equalAnew(graph, a, b)
}

const equalAnew = (graph: Graph, a: Node, b: Node): Node => graph.intern({ op: 'equal', lane: 'bit', inputs: [a, b], bounds: bitBounds })

/** Whether a code is one of several. */
export const oneOf = (graph: Graph, a: Node, codes: readonly number[]): Node => {
  const distinct = [...new Set(codes)].toSorted((x, y) => x - y)
  const [only] = distinct
  if (only === undefined) return graph.bit(false)
  if (isConstant(a)) return graph.bit(distinct.includes(valueOf(a)))
  if (distinct.length === 1) return equal(graph, a, graph.constant(only, 'code'))
  return graph.intern({ op: 'oneOf', lane: 'bit', inputs: [a], detail: { kind: 'codes', codes: distinct }, bounds: bitBounds })
}
