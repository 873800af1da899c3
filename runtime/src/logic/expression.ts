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

/** What expressions read; the interpreter supplies it for one scope. */
export interface ExpressionReader {
  /** Counts one part of an expression towards the limit of steps. */
  readonly step: () => void
  readonly fact: (reference: FactReference) => Promise<Value>
  readonly parameter: (reference: ParameterReference) => Promise<Value>
  readonly moment: (name: MomentName) => string
  readonly truth: (condition: Condition) => Promise<CountedElement>
  /** What `measure` finds in each member's own scope. */
  readonly members: <T>(measure: Measure<T>) => Promise<Elements<T>>
  /** What `measure` finds in the scope of each earlier decision on an outcome, the latest first. */
  readonly history: <T>(recorded: Recorded, measure: Measure<T>) => Promise<Elements<T>>
  readonly countEvents: (set: string) => Promise<Value>
}

/** Something found in one scope. */
export type Measure<T> = (reader: ExpressionReader) => Promise<T>

type Read = (expression: Expression) => Promise<Value>

const counting = (where: Condition | undefined) => (reader: ExpressionReader): Promise<CountedElement> =>
  where === undefined ? Promise.resolve(always) : reader.truth(where)

const measuring = (expression: Expression, where: Condition | undefined) => async (reader: ExpressionReader): Promise<MeasuredElement> => ({
  ...(await counting(where)(reader)),
  value: await evaluateExpression(expression, reader),
})

const readAll = (list: readonly Expression[], read: Read): Promise<readonly Value[]> => oneByOne(list, read)

const readPair = async ([a, b]: readonly [Expression, Expression], read: Read): Promise<readonly [Value, Value]> => [await read(a), await read(b)]

/** Value of an expression in one scope. Numbers stay exact; only `round` and `floor` leave digits out. */
export const evaluateExpression = async (expression: Expression, reader: ExpressionReader): Promise<Value> => {
  reader.step()
  if (isLiteral(expression)) return literalValue(expression)
  const read: Read = (part) => evaluateExpression(part, reader)
  if ('fact' in expression) return reader.fact(expression)
  if ('parameter' in expression) return reader.parameter(expression)
  if ('moment' in expression) return momentValue(reader.moment(expression.moment))
  if ('if' in expression) {
    const { truth, grounds } = await reader.truth(expression.if)
    return chooseValue(truth, grounds, await read(expression.then), await read(expression.else))
  }
  return (await evaluateAggregate(expression, reader)) ?? evaluateArithmetic(expression, read)
}

const isLiteral = (expression: Expression): expression is Literal => typeof expression !== 'object'

const momentValue = (day: string): Value => dayBetween(day, day, noGrounds)

const elementsOf = <T>(expression: object, reader: ExpressionReader, measure: Measure<T>): Promise<Elements<T>> => {
  const over = overOf(expression)
  return typeof over === 'object' ? reader.history(over, measure) : reader.members(measure)
}

const notCounting = (element: CountedElement): CountedElement | undefined => (element.truth === false ? element : undefined)

const countedGroup = async (over: { readonly where?: Condition }, reader: ExpressionReader): Promise<Group<CountedElement>> =>
  groupOf(await elementsOf(over, reader, counting(over.where)), notCounting)

const measuredGroup = async (over: { readonly value: Expression; readonly where?: Condition }, reader: ExpressionReader): Promise<Group<MeasuredElement>> =>
  groupOf(await elementsOf(over, reader, measuring(over.value, over.where)), notCounting)

const evaluateAggregate = async (expression: Exclude<Expression, Literal>, reader: ExpressionReader): Promise<Value | undefined> => {
  if ('countEvents' in expression) return reader.countEvents(expression.countEvents)
  if ('count' in expression) return countElements(await countedGroup(expression, reader))
  if ('any' in expression) return anyElement(await countedGroup(expression, reader))
  if ('all' in expression) return everyElement(groupOf(await elementsOf(expression, reader, counting(expression.where)), (element) => (element.truth === true ? element : undefined)))
  if ('none' in expression) return noElement(await countedGroup(expression, reader))
  if ('share' in expression) {
    const { where, among } = expression
    const elements = await elementsOf(expression, reader, async (element) => ({ among: await counting(among)(element), where: await element.truth(where) }))
    return shareOfElements(groupOf(elements, (element) => notCounting(element.among)))
  }
  if ('sum' in expression) return sumOfElements(await measuredGroup(expression, reader))
  if ('last' in expression) return firstElement(await elementsOf(expression, reader, measuring(expression.value, expression.where)))
  if ('min' in expression && typeof expression.min === 'string') return leastOfElements(await measuredGroup(expression, reader))
  if ('max' in expression && typeof expression.max === 'string') return greatestOfElements(await measuredGroup(expression, reader))
  return undefined
}

const evaluateArithmetic = async (expression: Exclude<Expression, Literal>, read: Read): Promise<Value> => {
  if ('add' in expression) return addValues(await readAll(expression.add, read))
  if ('multiply' in expression) return multiplyValues(await readAll(expression.multiply, read))
  if ('min' in expression && typeof expression.min === 'object') return minValues(await readAll(expression.min, read))
  if ('max' in expression && typeof expression.max === 'object') return maxValues(await readAll(expression.max, read))
  if ('subtract' in expression) return subtractValues(...(await readPair(expression.subtract, read)))
  if ('divide' in expression) return divideValues(...(await readPair(expression.divide, read)))
  if ('round' in expression) return mapNumber(await read(expression.round), roundTo(expression.mode, exact(expression.unit)))
  if ('floor' in expression) return mapNumber(await read(expression.floor), (number) => number.floor())
  return evaluateDateOrNumber(expression, read)
}

const evaluateDateOrNumber = async (expression: Exclude<Expression, Literal>, read: Read): Promise<Value> => {
  if ('ageInYears' in expression) return ageInYears(...(await readPair(expression.ageInYears, read)))
  if ('ageInMonths' in expression) return ageInMonths(...(await readPair(expression.ageInMonths, read)))
  if ('monthsBetween' in expression) return monthsBetween(...(await readPair(expression.monthsBetween, read)))
  if ('yearOf' in expression) return yearOfValue(await read(expression.yearOf))
  if ('personalNumberSex' in expression) return sexOfPersonalNumber(await read(expression.personalNumberSex))
  if ('personalNumberBirthYear' in expression) return birthYearOfPersonalNumber(await read(expression.personalNumberBirthYear))
  throw new Error(`Unknown expression ${JSON.stringify(expression)}`)
}
