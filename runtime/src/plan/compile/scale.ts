import { largestExact } from '../graph/node.ts'
import type { Graph } from '../graph/graph.ts'
import { multiply } from '../graph/numbers.ts'
import { quotient, type Quotient } from './quotient.ts'
import { Unplannable } from './unplannable.ts'

export const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b))

/** A whole number that stays exact; what needs a greater one is left to the interpreter. */
export const exactly = (number: number): number => {
  if (Math.abs(number) > largestExact) throw new Unplannable('decimals so fine that numbers no longer stay whole')
  return number
}

const leastCommonMultiple = (a: number, b: number): number => exactly((a / greatestCommonDivisor(a, b)) * b)

/** The least scale on which numbers of all of these are whole. */
export const commonScale = (scales: readonly number[]): number => scales.reduce(leastCommonMultiple, 1)

/** A number of one scale in wholes of a multiple of it. */
export const rescale = (graph: Graph, end: Quotient, from: number, to: number): Quotient =>
  from === to ? end : quotient(multiply(graph, end.number, graph.constant(to / from)), end.divisor)

interface Scaled {
  readonly from: Quotient
  readonly to: Quotient
  readonly scale: number
}

/** The same numbers, all of one scale. */
export const aligned = <Value extends Scaled>(graph: Graph, values: readonly Value[]): readonly Value[] => {
  const scale = commonScale(values.map((value) => value.scale))
  return values.map((value) => ({ ...value, from: rescale(graph, value.from, value.scale, scale), to: rescale(graph, value.to, value.scale, scale), scale }))
}
