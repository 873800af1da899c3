import type { Aggregate, LookedAt } from '../aggregates/aggregate.ts'
import { aggregateIn, type AggregateUse } from '../aggregates/aggregate-use.ts'
import { aggregateOf } from '../aggregates/aggregates.ts'
import type { Condition, FactReference, Literal, ParameterReference } from '../documents/condition-document.ts'
import type { Expression, MomentName, Recorded } from '../documents/logic-document.ts'
import { exact, roundTo } from '../values/number.ts'
import { dayBetween, notApplicable, type Value } from '../values/value.ts'
import { noGrounds } from '../values/grounds.ts'
import {
  addValues, ageInMonths, ageInYears, birthYearOfPersonalNumber, chooseValue, divideValues, mapNumber, maxValues, minValues, monthsBetween,
  multiplyValues, sexOfPersonalNumber, subtractValues, yearOfValue,
} from './arithmetic.ts'
import type { CountedElement, MeasuredElement } from './aggregates.ts'
import { always, firstElement, groupOf, type Elements } from './elements.ts'
import type { Over } from './over.ts'
import { literalValue } from './literal-value.ts'
import { oneByOne } from './one-by-one.ts'
import { after, type Soon } from './soon.ts'

/** What expressions read; the interpreter supplies it for one scope. */
export interface ExpressionReader {
  /** Counts one part of an expression towards the limit of steps. */
  readonly step: () => void
  readonly fact: (reference: FactReference) => Soon<Value>
  readonly parameter: (reference: ParameterReference) => Soon<Value>
  readonly moment: (name: MomentName) => string
  readonly truth: (condition: Condition) => Soon<CountedElement>
  /** What `measure` finds in each member's own scope. */
  readonly members: <T>(measure: Measure<T>) => Soon<Elements<T>>
  /** What `measure` finds in the scope of each earlier decision on an outcome, the latest first. */
  readonly history: <T>(recorded: Recorded, measure: Measure<T>) => Soon<Elements<T>>
  readonly countEvents: (set: string) => Soon<Value>
}

/** Something found in one scope. */
export type Measure<T> = (reader: ExpressionReader) => Soon<T>

type Read = (expression: Expression) => Soon<Value>

/** Taken of each where nothing is. */
const nothing = notApplicable()

const counting = (where: Condition | undefined) => (reader: ExpressionReader): Soon<CountedElement> =>
  where === undefined ? always : reader.truth(where)

const measuring = (expression: Expression, where: Condition | undefined) => (reader: ExpressionReader): Soon<MeasuredElement> =>
  after(counting(where)(reader), (counted) => after(evaluateExpression(expression, reader), (value) => ({ ...counted, value })))

const readAll = (list: readonly Expression[], read: Read): Soon<readonly Value[]> => oneByOne(list, read)

const withPair = ([a, b]: readonly [Expression, Expression], read: Read, join: (a: Value, b: Value) => Value): Soon<Value> => after(read(a), (first) => after(read(b), (second) => join(first, second)))

/** Value of an expression in one scope. Numbers stay exact; only `round` and `floor` leave digits out. */
export const evaluateExpression = (expression: Expression, reader: ExpressionReader): Soon<Value> => {
  reader.step()
  if (isLiteral(expression)) return literalValue(expression)
  const read: Read = (part) => evaluateExpression(part, reader)
  if ('fact' in expression) return reader.fact(expression)
  if ('parameter' in expression) return reader.parameter(expression)
  if ('moment' in expression) return momentValue(reader.moment(expression.moment))
  if ('if' in expression) {
    return after(reader.truth(expression.if), ({ truth, grounds }) => withPair([expression.then, expression.else], read, (then, other) => chooseValue(truth, grounds, then, other)))
  }
  if ('countEvents' in expression) return reader.countEvents(expression.countEvents)
  if ('last' in expression) return evaluateLast(expression, reader)
  const use = aggregateIn(expression)
  return use ? evaluateAggregate(use, reader) : evaluateArithmetic(expression, read)
}

const isLiteral = (expression: Expression): expression is Literal => typeof expression !== 'object'

const momentValue = (day: string): Value => dayBetween(day, day, noGrounds)

const elementsOf = <T>(over: Over, reader: ExpressionReader, measure: Measure<T>): Soon<Elements<T>> => (over === 'members' ? reader.members(measure) : reader.history(over, measure))

/** Of one that nobody listed what excludes that it makes a difference; undefined where it may. */
const playsNoPart = ({ others }: Aggregate) => (element: LookedAt): CountedElement | undefined => {
  if (others === 'failing') return element.truth === true ? element : undefined
  const decides = others === 'base' ? element.among : element
  return decides.truth === false ? decides : undefined
}

/** Looks at one element: whether it is in the base, whether it counts, what is taken of it. */
const lookAt = ({ among, where, value }: AggregateUse) => (reader: ExpressionReader): Soon<LookedAt> =>
  after(counting(among)(reader), (base) => after(counting(where)(reader), (counted) =>
    (value === undefined ? { ...counted, among: base, value: nothing } : after(evaluateExpression(value, reader), (taken) => ({ ...counted, among: base, value: taken })))))

/** What an aggregate comes to in one scope. */
export const evaluateAggregate = (use: AggregateUse, reader: ExpressionReader): Soon<Value> => {
  const aggregate = aggregateOf(use.name)
  return after(elementsOf(use.over, reader, lookAt(use)), (elements) => aggregate.compute(groupOf(elements, playsNoPart(aggregate))))
}

/** What is taken of the latest decision that counts. */
const evaluateLast = (expression: Extract<Expression, { readonly last: unknown }>, reader: ExpressionReader): Soon<Value> =>
  after(reader.history(expression, measuring(expression.value, expression.where)), firstElement)

const evaluateArithmetic = (expression: Exclude<Expression, Literal>, read: Read): Soon<Value> => {
  if ('add' in expression) return after(readAll(expression.add, read), addValues)
  if ('multiply' in expression) return after(readAll(expression.multiply, read), multiplyValues)
  if ('min' in expression && typeof expression.min === 'object') return after(readAll(expression.min, read), minValues)
  if ('max' in expression && typeof expression.max === 'object') return after(readAll(expression.max, read), maxValues)
  if ('subtract' in expression) return withPair(expression.subtract, read, subtractValues)
  if ('divide' in expression) return withPair(expression.divide, read, divideValues)
  if ('round' in expression) return after(read(expression.round), (value) => mapNumber(value, roundTo(expression.mode, exact(expression.unit))))
  if ('floor' in expression) return after(read(expression.floor), (value) => mapNumber(value, (number) => number.floor()))
  return evaluateDateOrNumber(expression, read)
}

const evaluateDateOrNumber = (expression: Exclude<Expression, Literal>, read: Read): Soon<Value> => {
  if ('ageInYears' in expression) return withPair(expression.ageInYears, read, ageInYears)
  if ('ageInMonths' in expression) return withPair(expression.ageInMonths, read, ageInMonths)
  if ('monthsBetween' in expression) return withPair(expression.monthsBetween, read, monthsBetween)
  if ('yearOf' in expression) return after(read(expression.yearOf), yearOfValue)
  if ('personalNumberSex' in expression) return after(read(expression.personalNumberSex), sexOfPersonalNumber)
  if ('personalNumberBirthYear' in expression) return after(read(expression.personalNumberBirthYear), birthYearOfPersonalNumber)
  throw new Error(`Unknown expression ${JSON.stringify(expression)}`)
}
