import { bitBounds, finite, isFinite, multiplyBounds, joined } from './bounds.ts'
import { isConstant, outerScope, type Graph } from './graph.ts'
import type { List, ListScope, Node } from './node.ts'
import { guarded, multiply } from './numbers.ts'

/** More elements than a list of an input has: members and entries as checked, and the stand-in of entries not listed. */
export const mostElements: Readonly<Record<ListScope, number>> = { members: 100, entries: 1001, memberEntries: 1001 }

/** Where the result of looking over a list belongs: outside the list, and of a member's history with the member. */
const outside = (list: List) => ({ detail: { kind: 'list', list }, scope: outerScope[list.scope], history: undefined }) as const

/** Whether some element has a bit. */
export const anyElement = (graph: Graph, list: List, bit: Node): Node =>
  isConstant(bit, 0) ? bit : graph.intern({ op: 'any', lane: 'bit', inputs: [bit], bounds: bitBounds, ...outside(list) })

/** How many elements have a bit. */
export const countElements = (graph: Graph, list: List, bit: Node): Node =>
  isConstant(bit, 0) ? graph.constant(0) : guarded(graph, 'count', [bit], finite(0, mostElements[list.scope]), outside(list))

/** Sum over the elements. */
export const sumElements = (graph: Graph, list: List, number: Node): Node => {
  if (isConstant(number, 0)) return number
  if (number.op === 'choose' && isConstant(number.inputs[2] ?? number, 0) && number.inputs[0] && number.inputs[1] && isConstant(number.inputs[1]) && isFinite(number.bounds)) {
    return multiply(graph, countElements(graph, list, number.inputs[0]), number.inputs[1])
  }
  return guarded(graph, 'sum', [number], joined(multiplyBounds(number.bounds, finite(0, mostElements[list.scope])), finite(0, 0)), outside(list))
}

/** Least over the elements; Infinity over none. */
export const leastElement = (graph: Graph, list: List, number: Node): Node => guarded(graph, 'least', [number], { ...number.bounds, above: true }, outside(list))

/** Greatest over the elements; −Infinity over none. */
export const greatestElement = (graph: Graph, list: List, number: Node): Node => guarded(graph, 'greatest', [number], { ...number.bounds, below: true }, outside(list))

/** Whether an earlier element of the list has a bit. */
export const earlierElement = (graph: Graph, list: List, bit: Node): Node => {
  if (isConstant(bit, 0)) return bit
  return graph.intern({ op: 'earlier', lane: 'bit', inputs: [bit], bounds: bitBounds, detail: { kind: 'list', list }, scope: list.scope, history: list.history })
}

/** A number found among codes as a code again; where there was none, 0. */
export const asCode = (graph: Graph, number: Node): Node =>
  graph.intern({ op: 'higher', lane: 'code', inputs: [number, graph.constant(0)], bounds: finite(0, Math.max(0, number.bounds.to)) })
