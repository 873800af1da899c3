import type { RoundingMode } from '../../documents/logic-document.ts'
import { fractionOfNumber } from '../dictionary/number-scale.ts'
import { and, or } from '../graph/bits.ts'
import { isFinite, lowestOf } from '../graph/bounds.ts'
import { atMost, equal, less } from '../graph/comparisons.ts'
import { isConstant, valueOf, type Graph } from '../graph/graph.ts'
import type { Node } from '../graph/node.ts'
import { add, ceilDivide, choose, floorDivide, multiply, subtract } from '../graph/numbers.ts'
import { bothDivisors, chooseQuotient, constantQuotient, divideQuotient, higherQuotient, isFiniteQuotient, isZeroQuotient, lowerQuotient, multiplyQuotient, quotient, sameQuotient, type Quotient } from './quotient.ts'
import { eitherAbsence, numberBetween, type ValueOf } from './plan-value.ts'
import { aligned, exactly, greatestCommonDivisor } from './scale.ts'
import { Unplannable } from './unplannable.ts'

type NumberValue = ValueOf<'number'>

/** Ends of a number, of a scale that both operands of an operation share. */
interface Ends {
  readonly from: Quotient
  readonly to: Quotient
}

const infinity = (graph: Graph): Quotient => constantQuotient(graph, Infinity)
const minusInfinity = (graph: Graph): Quotient => constantQuotient(graph, -Infinity)

/** Whether no possible number is below 0, as far as bounds tell. */
const neverNegative = ({ from }: Ends): boolean => lowestOf(from.number.bounds) >= 0

const isKnownEnds = ({ from, to }: Ends): boolean => sameQuotient(from, to)

const isPositive = (graph: Graph, { from }: Ends): Node => atMost(graph, graph.constant(0), from.number)

/** a + b, over one divisor where they share it. */
export const addQuotients = (graph: Graph, a: Quotient, b: Quotient): Quotient => {
  if (a.divisor === b.divisor) return quotient(add(graph, a.number, b.number), a.divisor)
  const over = (end: Quotient, divisor: Node | undefined) => (divisor === undefined ? end.number : multiply(graph, end.number, divisor))
  return quotient(add(graph, over(a, b.divisor), over(b, a.divisor)), bothDivisors(graph, a.divisor, b.divisor))
}

const overEnds = (combine: (graph: Graph, a: Ends, b: Ends) => Ends) => (graph: Graph, values: readonly NumberValue[]): NumberValue => {
  const [first, ...rest] = aligned(graph, values)
  if (!first) throw new Unplannable('arithmetic over nothing')
  return rest.reduce<NumberValue>((a, b) => ({ ...numberBetween(graph, ...pair(combine(graph, a, b)), a.scale), absence: eitherAbsence(graph, a.absence, b.absence) }), plain(first))
}

const pair = ({ from, to }: Ends): readonly [Quotient, Quotient] => [from, to]

/** A number that went through arithmetic is between two ends, no longer one of several. */
const plain = ({ from, to, scale, absence }: NumberValue): NumberValue => ({ kind: 'number', from, to, scale, absence })

export const addNumbers = overEnds((graph, a, b) => ({ from: addQuotients(graph, a.from, b.from), to: addQuotients(graph, a.to, b.to) }))

const negated = (graph: Graph, { number, divisor }: Quotient): Quotient => quotient(subtract(graph, graph.constant(0), number), divisor)

export const subtractNumbers = (graph: Graph, [a, b]: readonly [NumberValue, NumberValue]): NumberValue => {
  const [left, right] = aligned(graph, [a, b])
  if (!left || !right) throw new Error('Two numbers were aligned')
  const minus = (x: Quotient, y: Quotient) => (x.divisor === y.divisor ? quotient(subtract(graph, x.number, y.number), x.divisor) : addQuotients(graph, x, negated(graph, y)))
  return { ...numberBetween(graph, minus(left.from, right.to), minus(left.to, right.from), left.scale), absence: eitherAbsence(graph, a.absence, b.absence) }
}

/** Where an upper end is not there, the other decides; a lower end that is not there leaves none. */
export const leastNumber = overEnds((graph, a, b) => ({ from: lowerQuotient(graph, a.from, b.from), to: lowerQuotient(graph, a.to, b.to) }))

export const greatestNumber = overEnds((graph, a, b) => ({ from: higherQuotient(graph, a.from, b.from), to: higherQuotient(graph, a.to, b.to) }))

const least = (graph: Graph, ends: readonly Quotient[]): Quotient => ends.reduce((a, b) => (sameQuotient(a, b) ? a : lowerQuotient(graph, a, b)))
const greatest = (graph: Graph, ends: readonly Quotient[]): Quotient => ends.reduce((a, b) => (sameQuotient(a, b) ? a : higherQuotient(graph, a, b)))

const distinct = (ends: Ends): readonly Quotient[] => (isKnownEnds(ends) ? [ends.from] : [ends.from, ends.to])

const productsOf = (graph: Graph, a: readonly Quotient[], b: readonly Quotient[]): readonly Quotient[] => a.flatMap((x) => b.map((y) => multiplyQuotient(graph, x, y)))

/** Where the second is never negative, the lower end comes from the first's lower end and the upper from its upper. */
const cornersOfProduct = (graph: Graph, a: Ends, b: Ends): Ends => {
  if (neverNegative(a) && neverNegative(b)) return { from: multiplyQuotient(graph, a.from, b.from), to: multiplyQuotient(graph, a.to, b.to) }
  if (neverNegative(b)) return { from: least(graph, productsOf(graph, [a.from], distinct(b))), to: greatest(graph, productsOf(graph, [a.to], distinct(b))) }
  if (neverNegative(a)) return cornersOfProduct(graph, b, a)
  const corners = productsOf(graph, distinct(a), distinct(b))
  return { from: least(graph, corners), to: greatest(graph, corners) }
}

const allFinite = (graph: Graph, a: Ends, b: Ends): Node => [a.from, a.to, b.from, b.to].map((end) => isFiniteQuotient(graph, end)).reduce((x, y) => and(graph, x, y))

const product = (graph: Graph, a: Ends, b: Ends): Ends => {
  const finite = allFinite(graph, a, b)
  const corners = cornersOfProduct(graph, a, b)
  if (isConstant(finite, 1)) return corners
  const positive = and(graph, isPositive(graph, a), isPositive(graph, b))
  const zero = or(graph, isZeroQuotient(graph, a.to), isZeroQuotient(graph, b.to))
  const to = chooseQuotient(graph, zero, constantQuotient(graph, 0), multiplyQuotient(graph, a.to, b.to))
  return {
    from: chooseQuotient(graph, finite, corners.from, chooseQuotient(graph, positive, multiplyQuotient(graph, a.from, b.from), minusInfinity(graph))),
    to: chooseQuotient(graph, finite, corners.to, chooseQuotient(graph, positive, to, infinity(graph))),
  }
}

export const multiplyNumbers = (graph: Graph, values: readonly NumberValue[]): NumberValue => {
  const [first, ...rest] = values
  if (!first) throw new Unplannable('arithmetic over nothing')
  return rest.reduce<NumberValue>((a, b) => ({ ...numberBetween(graph, ...pair(product(graph, a, b)), exactly(a.scale * b.scale)), absence: eitherAbsence(graph, a.absence, b.absence) }), plain(first))
}

const cornersOfQuotient = (graph: Graph, a: Ends, b: Ends): Ends => {
  const corners = distinct(a).flatMap((x) => distinct(b).map((y) => divideQuotient(graph, x, y)))
  return { from: least(graph, corners), to: greatest(graph, corners) }
}

/** Of numbers that are not negative; an end there is none for is 0 below and open above. */
const positiveQuotient = (graph: Graph, a: Ends, b: Ends): Ends => {
  const zero = graph.constant(0)
  const below = and(graph, isFiniteQuotient(graph, b.to), less(graph, zero, b.to.number))
  const above = and(graph, isFiniteQuotient(graph, a.to), less(graph, zero, b.from.number))
  return {
    from: chooseQuotient(graph, below, divideQuotient(graph, a.from, b.to), constantQuotient(graph, 0)),
    to: chooseQuotient(graph, above, divideQuotient(graph, a.to, b.from), infinity(graph)),
  }
}

const quotientEnds = (graph: Graph, a: Ends, b: Ends): Ends => {
  if (neverNegative(a) && neverNegative(b)) return isKnownEnds(a) && isKnownEnds(b) ? cornersOfQuotient(graph, a, b) : positiveQuotient(graph, a, b)
  const zero = graph.constant(0)
  const away = or(graph, less(graph, zero, b.from.number), less(graph, b.to.number, zero))
  const whole = and(graph, away, allFinite(graph, a, b))
  const positive = and(graph, isPositive(graph, a), isPositive(graph, b))
  const corners = cornersOfQuotient(graph, a, b)
  const otherwise = positiveQuotient(graph, a, b)
  return {
    from: chooseQuotient(graph, whole, corners.from, chooseQuotient(graph, positive, otherwise.from, minusInfinity(graph))),
    to: chooseQuotient(graph, whole, corners.to, chooseQuotient(graph, positive, otherwise.to, infinity(graph))),
  }
}

/** a ÷ b, kept as quotients; by a constant it only becomes finer. Division by zero is not applicable. */
export const divideNumbers = (graph: Graph, [a, b]: readonly [NumberValue, NumberValue]): NumberValue => {
  const zero = graph.constant(0)
  const never = and(graph, isZeroQuotient(graph, b.from), isZeroQuotient(graph, b.to))
  const perhaps = and(graph, atMost(graph, b.from.number, zero), atMost(graph, zero, b.to.number))
  const absence = eitherAbsence(graph, eitherAbsence(graph, a.absence, b.absence), { never, perhaps })
  const byConstant = isKnownEnds(b) && b.from.divisor === undefined && isConstant(b.from.number) && valueOf(b.from.number) > 0
  if (byConstant) return dividedByConstant(graph, a, valueOf(b.from.number), b.scale, absence)
  const times = (end: Quotient) => quotient(multiply(graph, end.number, graph.constant(b.scale)), end.divisor)
  return { ...numberBetween(graph, ...pair(quotientEnds(graph, { from: times(a.from), to: times(a.to) }, b)), a.scale), absence }
}

/** By a number greater than 0. Between ends of which one is not there only numbers that are not negative keep the other. */
const dividedByConstant = (graph: Graph, a: NumberValue, divisor: number, scale: number, absence: NumberValue['absence']): NumberValue => {
  const common = greatestCommonDivisor(divisor, scale)
  const keeps = neverNegative(a) ? graph.bit(true) : or(graph, and(graph, isFiniteQuotient(graph, a.from), isFiniteQuotient(graph, a.to)), isPositive(graph, a))
  const end = ({ number, divisor: over }: Quotient, unknown: Quotient) => chooseQuotient(graph, keeps, quotient(multiply(graph, number, graph.constant(scale / common)), over), unknown)
  return { ...numberBetween(graph, end(a.from, minusInfinity(graph)), end(a.to, infinity(graph)), exactly(a.scale * (divisor / common))), absence }
}

/** The two numbers whose quotient is to be rounded. */
type Rounding = (graph: Graph, number: Node, divisor: Node) => Node

const isNegative = (graph: Graph, number: Node): Node => less(graph, number, graph.constant(0))

const twice = (graph: Graph, number: Node): Node => multiply(graph, graph.constant(2), number)

const nearestEven: Rounding = (graph, number, divisor) => {
  const below = floorDivide(graph, number, divisor)
  const rest = twice(graph, subtract(graph, number, multiply(graph, below, divisor)))
  const isEven = equal(graph, twice(graph, floorDivide(graph, below, graph.constant(2))), below)
  const down = or(graph, less(graph, rest, divisor), and(graph, equal(graph, rest, divisor), isEven))
  return choose(graph, down, below, add(graph, below, graph.constant(1)))
}

const roundings: Readonly<Record<RoundingMode | 'floor', Rounding>> = {
  floor: floorDivide,
  half_up: (graph, number, divisor) =>
    choose(graph, isNegative(graph, number), ceilDivide(graph, subtract(graph, twice(graph, number), divisor), twice(graph, divisor)), floorDivide(graph, add(graph, twice(graph, number), divisor), twice(graph, divisor))),
  half_even: (graph, number, divisor) => (isFinite(number.bounds) ? nearestEven(graph, number, divisor) : choose(graph, isFiniteQuotient(graph, { number }), nearestEven(graph, number, divisor), number)),
  up: (graph, number, divisor) => choose(graph, isNegative(graph, number), floorDivide(graph, number, divisor), ceilDivide(graph, number, divisor)),
  down: (graph, number, divisor) => choose(graph, isNegative(graph, number), ceilDivide(graph, number, divisor), floorDivide(graph, number, divisor)),
}

/** Rounds to a multiple of `unit`; ties by mode. */
export const roundNumber = (graph: Graph, value: NumberValue, mode: RoundingMode | 'floor', unit: number): NumberValue => {
  const step = fractionOfNumber(unit)
  if (!step) throw new Unplannable('rounding to a unit so fine that numbers no longer stay whole')
  const { numerator, denominator } = step
  const below = exactly(value.scale * numerator)
  const common = greatestCommonDivisor(denominator, below)
  const round = ({ number, divisor }: Quotient): Quotient => {
    const over = multiply(graph, divisor ?? graph.constant(1), graph.constant(below / common))
    return { number: multiply(graph, roundings[mode](graph, multiply(graph, number, graph.constant(denominator / common)), over), graph.constant(numerator)) }
  }
  return { ...numberBetween(graph, ...pair(isKnownEnds(value) ? known(round(value.from)) : { from: round(value.from), to: round(value.to) }), denominator), absence: value.absence }
}

const known = (end: Quotient): Ends => ({ from: end, to: end })
