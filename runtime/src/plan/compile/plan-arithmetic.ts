import type { ComparisonForms } from '../../conditions/operators/comparison-forms.ts'
import { daysPlaces, yearPlaces } from '../dictionary/day-code.ts'
import type { Graph } from '../graph/graph.ts'
import { floorDivide, subtract } from '../graph/numbers.ts'
import { addNumbers, greatestNumber, leastNumber, multiplyNumbers, subtractNumbers } from './arithmetic.ts'
import { anythingOf } from './one-of.ts'
import { literalOf } from './parameters.ts'
import { eitherAbsence, numberBetween, type PlanTruth, type PlanValue, type ValueOf } from './plan-value.ts'
import { Unplannable } from './unplannable.ts'

/** A value as a number; what may be anything is any number. */
export const asNumber = (graph: Graph, value: PlanValue): ValueOf<'number'> => {
  const number = value.kind === 'open' ? anythingOf(graph, 'number', value.absence) : value
  if (number.kind !== 'number') throw new Unplannable(`arithmetic with ${value.kind}`)
  return number
}

/** A value as a day; what may be anything is any day. */
export const asDay = (graph: Graph, value: PlanValue): ValueOf<'day'> => {
  const day = value.kind === 'open' ? anythingOf(graph, 'day', value.absence) : value
  if (day.kind !== 'day') throw new Unplannable(`a day taken of ${value.kind}`)
  return day
}

/** Completed units of time between two days; between ends that are open it is open. */
export const completedBetween = (graph: Graph, start: ValueOf<'day'>, end: ValueOf<'day'>, places: number): PlanValue => {
  const units = (from: ValueOf<'day'>['from'], to: ValueOf<'day'>['to']) => ({ number: floorDivide(graph, subtract(graph, to, from), graph.constant(places)) })
  return numberBetween(graph, units(start.to, end.from), units(start.from, end.to), 1, eitherAbsence(graph, start.absence, end.absence))
}

/** The calendar year of a day. */
export const yearOfDay = (graph: Graph, { from, to, absence }: ValueOf<'day'>): PlanValue => {
  const year = (day: ValueOf<'day'>['from']) => ({ number: floorDivide(graph, day, graph.constant(yearPlaces)) })
  return numberBetween(graph, year(from), year(to), 1, absence)
}

type ArithmeticForms = Pick<ComparisonForms<PlanValue, PlanTruth>, 'number' | 'add' | 'subtract' | 'multiply' | 'least' | 'greatest' | 'monthsBetween' | 'yearOf'>

/** The arithmetic that operators are built of. */
export const planArithmetic = (graph: Graph): ArithmeticForms => {
  const both = (a: PlanValue, b: PlanValue) => [asNumber(graph, a), asNumber(graph, b)] as const
  return {
    number: (value) => literalOf(graph, value),
    add: (a, b) => addNumbers(graph, both(a, b)),
    subtract: (a, b) => subtractNumbers(graph, both(a, b)),
    multiply: (a, b) => multiplyNumbers(graph, both(a, b)),
    least: (a, b) => leastNumber(graph, both(a, b)),
    greatest: (a, b) => greatestNumber(graph, both(a, b)),
    monthsBetween: (from, to) => completedBetween(graph, asDay(graph, from), asDay(graph, to), daysPlaces),
    yearOf: (day) => yearOfDay(graph, asDay(graph, day)),
  }
}
