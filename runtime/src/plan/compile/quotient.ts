import { and, not, or } from '../graph/bits.ts'
import { isFinite } from '../graph/bounds.ts'
import { atMost, equal, less } from '../graph/comparisons.ts'
import type { Graph } from '../graph/graph.ts'
import type { Node } from '../graph/node.ts'
import { choose, lower, higher, multiply } from '../graph/numbers.ts'

/** A number as a quotient that is never divided: `number ÷ divisor`, the divisor greater than 0 and 1 where absent. */
export interface Quotient {
  readonly number: Node
  readonly divisor?: Node
}

export const quotient = (number: Node, divisor: Node | undefined): Quotient => (divisor === undefined ? { number } : { number, divisor })

export const constantQuotient = (graph: Graph, value: number): Quotient => ({ number: graph.constant(value) })

const times = (graph: Graph, number: Node, divisor: Node | undefined): Node => (divisor === undefined ? number : multiply(graph, number, divisor))

/** The product of two divisors. */
export const bothDivisors = (graph: Graph, a: Node | undefined, b: Node | undefined): Node | undefined => (a === undefined ? b : b === undefined ? a : multiply(graph, a, b))

/** Both numbers over one divisor, to be compared; equal divisors fall away. */
const overOne = (graph: Graph, a: Quotient, b: Quotient): readonly [Node, Node] =>
  a.divisor === b.divisor ? [a.number, b.number] : [times(graph, a.number, b.divisor), times(graph, b.number, a.divisor)]

/** a < b, by multiplying across. */
export const lessQuotient = (graph: Graph, a: Quotient, b: Quotient): Node => less(graph, ...overOne(graph, a, b))

/** a ≤ b, by multiplying across. */
export const atMostQuotient = (graph: Graph, a: Quotient, b: Quotient): Node => atMost(graph, ...overOne(graph, a, b))

export const equalQuotient = (graph: Graph, a: Quotient, b: Quotient): Node => equal(graph, ...overOne(graph, a, b))

/** Whether the two ends of a value are one number. An infinite end never is, for the ends are then different infinities. */
export const known = (graph: Graph, from: Quotient, to: Quotient): Node => (sameQuotient(from, to) ? graph.bit(true) : equalQuotient(graph, from, to))

export const sameQuotient = (a: Quotient, b: Quotient): boolean => a.number === b.number && a.divisor === b.divisor

export const chooseQuotient = (graph: Graph, bit: Node, then: Quotient, otherwise: Quotient): Quotient => {
  const divisor = then.divisor === undefined && otherwise.divisor === undefined ? undefined : choose(graph, bit, then.divisor ?? graph.constant(1), otherwise.divisor ?? graph.constant(1))
  return quotient(choose(graph, bit, then.number, otherwise.number), divisor)
}

const whole = ({ divisor }: Quotient): boolean => divisor === undefined

export const lowerQuotient = (graph: Graph, a: Quotient, b: Quotient): Quotient =>
  whole(a) && whole(b) ? { number: lower(graph, a.number, b.number) } : chooseQuotient(graph, atMostQuotient(graph, a, b), a, b)

export const higherQuotient = (graph: Graph, a: Quotient, b: Quotient): Quotient =>
  whole(a) && whole(b) ? { number: higher(graph, a.number, b.number) } : chooseQuotient(graph, atMostQuotient(graph, a, b), b, a)

export const multiplyQuotient = (graph: Graph, a: Quotient, b: Quotient): Quotient => quotient(multiply(graph, a.number, b.number), bothDivisors(graph, a.divisor, b.divisor))

/** a ÷ b; where b is 0 or has no end the result means nothing, but has a divisor to reckon with: an aggregate over no elements is 0 over it. */
export const divideQuotient = (graph: Graph, a: Quotient, b: Quotient): Quotient => {
  const zero = graph.constant(0)
  const negative = less(graph, b.number, zero)
  const size = choose(graph, negative, multiply(graph, graph.constant(-1), b.number), b.number)
  const number = times(graph, a.number, b.divisor)
  const divisor = choose(graph, and(graph, isFiniteQuotient(graph, b), not(graph, equal(graph, size, zero))), size, graph.constant(1))
  return quotient(choose(graph, negative, multiply(graph, graph.constant(-1), number), number), bothDivisors(graph, a.divisor, divisor))
}

/** Whether an end is there: no infinity. */
export const isFiniteQuotient = (graph: Graph, { number }: Quotient): Node => {
  if (isFinite(number.bounds)) return graph.bit(true)
  const above = number.bounds.above ? less(graph, number, graph.constant(Infinity)) : graph.bit(true)
  const below = number.bounds.below ? less(graph, graph.constant(-Infinity), number) : graph.bit(true)
  return and(graph, above, below)
}

export const isZeroQuotient = (graph: Graph, { number }: Quotient): Node => equal(graph, number, graph.constant(0))

/** Whether two values share a number: neither lies wholly before the other. */
export const overlap = (graph: Graph, aFrom: Quotient, aTo: Quotient, bFrom: Quotient, bTo: Quotient): Node =>
  not(graph, or(graph, lessQuotient(graph, aTo, bFrom), lessQuotient(graph, bTo, aFrom)))
