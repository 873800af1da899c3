import type { Condition, FactReference, Literal, ParameterReference } from '../documents/condition-document.ts'
import type { Expression, MomentName, Recorded } from '../documents/logic-document.ts'
import { exact, roundTo } from '../values/number.ts'
import { dayBetween, type Value } from '../values/value.ts'
import { noGrounds } from '../values/grounds.ts'
import {
  addValues, ageInMonths, ageInYears, birthYearOfPersonalNumber, chooseValue, divideValues, mapNumber, maxValues, minValues, monthsBetween,
  multiplyValues, sexOfPersonalNumber, subtractValues, yearOfValue,
} from './arithmetic.ts'
import { anyElement, countElements, everyElement, greatestOfElements, leastOfElements, noElement, shareOfElements, sumOfElements, type CountedElement, type Group, type MeasuredElement } from './aggregates.ts'
import { always, firstElement, groupOf, type Elements } from './elements.ts'
import { overOf } from './over.ts'
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
  return evaluateAggregate(expression, reader) ?? evaluateArithmetic(expression, read)
}

const isLiteral = (expression: Expression): expression is Literal => typeof expression !== 'object'

const momentValue = (day: string): Value => dayBetween(day, day, noGrounds)

const elementsOf = <T>(expression: object, reader: ExpressionReader, measure: Measure<T>): Soon<Elements<T>> => {
  const over = overOf(expression)
  return typeof over === 'object' ? reader.history(over, measure) : reader.members(measure)
}

const notCounting = (element: CountedElement): CountedElement | undefined => (element.truth === false ? element : undefined)

const countedGroup = (over: { readonly where?: Condition }, reader: ExpressionReader): Soon<Group<CountedElement>> =>
  after(elementsOf(over, reader, counting(over.where)), (elements) => groupOf(elements, notCounting))

const measuredGroup = (over: { readonly value: Expression; readonly where?: Condition }, reader: ExpressionReader): Soon<Group<MeasuredElement>> =>
  after(elementsOf(over, reader, measuring(over.value, over.where)), (elements) => groupOf(elements, notCounting))

const evaluateAggregate = (expression: Exclude<Expression, Literal>, reader: ExpressionReader): Soon<Value> | undefined => {
  if ('countEvents' in expression) return reader.countEvents(expression.countEvents)
  if ('count' in expression) return after(countedGroup(expression, reader), countElements)
  if ('any' in expression) return after(countedGroup(expression, reader), anyElement)
  if ('all' in expression) return after(elementsOf(expression, reader, counting(expression.where)), (elements) => everyElement(groupOf(elements, (element) => (element.truth === true ? element : undefined))))
  if ('none' in expression) return after(countedGroup(expression, reader), noElement)
  if ('share' in expression) {
    const { where, among } = expression
    const elements = elementsOf(expression, reader, (element) => after(counting(among)(element), (counted) => after(element.truth(where), (held) => ({ among: counted, where: held }))))
    return after(elements, (all) => shareOfElements(groupOf(all, (element) => notCounting(element.among))))
  }
  if ('sum' in expression) return after(measuredGroup(expression, reader), sumOfElements)
  if ('last' in expression) return after(elementsOf(expression, reader, measuring(expression.value, expression.where)), firstElement)
  if ('min' in expression && typeof expression.min === 'string') return after(measuredGroup(expression, reader), leastOfElements)
  if ('max' in expression && typeof expression.max === 'string') return after(measuredGroup(expression, reader), greatestOfElements)
  return undefined
}

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
