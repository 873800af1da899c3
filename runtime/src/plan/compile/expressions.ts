import type { AggregateUse } from '../../aggregates/aggregate-use.ts'
import type { Condition, FactReference, ParameterReference } from '../../documents/condition-document.ts'
import type { Expression, MomentName } from '../../documents/logic-document.ts'
import { byKind, isLiteral, type ExpressionTable } from '../../explain/expression-kind.ts'
import type { Over } from '../../logic/over.ts'
import { daysPlaces, yearPlaces } from '../dictionary/day-code.ts'
import { not } from '../graph/bits.ts'
import type { Graph } from '../graph/graph.ts'
import { firstOf, type PlanElements } from './aggregates.ts'
import { addNumbers, divideNumbers, greatestNumber, leastNumber, multiplyNumbers, roundNumber, subtractNumbers } from './arithmetic.ts'
import { oneOf } from './one-of.ts'
import { literalOf } from './parameters.ts'
import { compileAggregate, type PlanList } from './plan-aggregates.ts'
import { asDay, asNumber, completedBetween, yearOfDay } from './plan-arithmetic.ts'
import { truthOf, type PlanTruth, type PlanValue, type ValueOf } from './plan-value.ts'

/** What expressions read in one place; the compiler supplies it. */
export interface PlanReader {
  readonly graph: Graph
  readonly fact: (reference: FactReference) => PlanValue
  readonly parameter: (reference: ParameterReference) => PlanValue
  readonly moment: (name: MomentName) => PlanValue
  readonly truth: (condition: Condition) => PlanTruth
  /** The elements an aggregate is over, with a reader of one of them. */
  readonly elements: (over: Over) => { readonly elements: PlanElements; readonly reader: PlanReader }
  readonly countEvents: (set: string) => PlanValue
  readonly personalNumber: (expression: Expression, part: 'sex' | 'year') => PlanValue
}

/** Value of an expression, as the interpreter's `evaluateExpression`. */
export const compileExpression = (expression: Expression, reader: PlanReader): PlanValue =>
  isLiteral(expression) ? literalOf(reader.graph, expression) : byKind(expressions, expression, reader)

const numberOf = (expression: Expression, reader: PlanReader): ValueOf<'number'> => asNumber(reader.graph, compileExpression(expression, reader))

const dayOf = (expression: Expression, reader: PlanReader): ValueOf<'day'> => asDay(reader.graph, compileExpression(expression, reader))

const numbersOf = (expressions: readonly Expression[], reader: PlanReader) => expressions.map((expression) => numberOf(expression, reader))

const pairOf = ([a, b]: readonly [Expression, Expression], reader: PlanReader) => [numberOf(a, reader), numberOf(b, reader)] as const

const completed = ([from, to]: readonly [Expression, Expression], places: number, reader: PlanReader): PlanValue =>
  completedBetween(reader.graph, dayOf(from, reader), dayOf(to, reader), places)

const listOf = ({ over, where, among, value }: Omit<AggregateUse, 'name'>, reader: PlanReader): PlanList => {
  const { elements, reader: inner } = reader.elements(over)
  const truth = (condition: Condition | undefined) => (condition === undefined ? truthOf(reader.graph, true) : inner.truth(condition))
  return { elements, where: truth(where), among: truth(among), ...(value !== undefined && { value: compileExpression(value, inner) }) }
}

const expressions: ExpressionTable<PlanReader, PlanValue> = {
  fact: (reference, reader) => reader.fact(reference),
  parameter: (reference, reader) => reader.parameter(reference),
  moment: ({ moment }, reader) => reader.moment(moment),
  add: ({ add }, reader) => addNumbers(reader.graph, numbersOf(add, reader)),
  subtract: ({ subtract: pair }, reader) => subtractNumbers(reader.graph, pairOf(pair, reader)),
  multiply: ({ multiply }, reader) => multiplyNumbers(reader.graph, numbersOf(multiply, reader)),
  divide: ({ divide }, reader) => divideNumbers(reader.graph, pairOf(divide, reader)),
  min: ({ min }, reader) => leastNumber(reader.graph, numbersOf(min, reader)),
  max: ({ max }, reader) => greatestNumber(reader.graph, numbersOf(max, reader)),
  round: ({ round, mode, unit }, reader) => roundNumber(reader.graph, numberOf(round, reader), mode, unit),
  floor: ({ floor }, reader) => roundNumber(reader.graph, numberOf(floor, reader), 'floor', 1),
  ageInYears: ({ ageInYears }, reader) => completed(ageInYears, yearPlaces, reader),
  ageInMonths: ({ ageInMonths }, reader) => completed(ageInMonths, daysPlaces, reader),
  monthsBetween: ({ monthsBetween }, reader) => completed(monthsBetween, daysPlaces, reader),
  yearOf: ({ yearOf }, reader) => yearOfDay(reader.graph, dayOf(yearOf, reader)),
  personalNumberSex: ({ personalNumberSex }, reader) => reader.personalNumber(personalNumberSex, 'sex'),
  personalNumberBirthYear: ({ personalNumberBirthYear }, reader) => reader.personalNumber(personalNumberBirthYear, 'year'),
  if: (expression, reader) => {
    const { certain, possible } = reader.truth(expression.if)
    const [then, otherwise] = [compileExpression(expression.then, reader), compileExpression(expression.else, reader)]
    return oneOf(reader.graph, [{ possible, value: then }, { possible: not(reader.graph, certain), value: otherwise }], certain === possible)
  },
  aggregate: (use, reader) => compileAggregate(use.name, listOf(use, reader)),
  last: (expression, reader) => {
    const { elements, where, value } = listOf({ over: expression, ...expression }, reader)
    if (!value) throw new Error('Something is taken of the latest decision')
    return firstOf(elements, where, value)
  },
  countEvents: ({ countEvents }, reader) => reader.countEvents(countEvents),
}
