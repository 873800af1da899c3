import type { Condition, FactReference, Literal, ParameterReference } from '../documents/condition-document.ts'
import type { Expression, MomentName } from '../documents/logic-document.ts'
import { exact, roundTo } from '../values/number.ts'
import { dayBetween, type Value } from '../values/value.ts'
import { noGrounds } from '../values/grounds.ts'
import {
  addValues, ageInMonths, ageInYears, birthYearOfPersonalNumber, chooseValue, divideValues, mapNumber, maxValues, minValues, monthsBetween,
  multiplyValues, sexOfPersonalNumber, subtractValues, yearOfValue,
} from './arithmetic.ts'
import { allMembers, anyMember, countMembers, maxOfMembers, minOfMembers, noMember, shareOfMembers, sumOfMembers, type CountedMember, type Group, type MeasuredMember } from './aggregates.ts'
import { literalValue } from './literal-value.ts'

/** What expressions read; the interpreter supplies it for one scope. */
export interface ExpressionReader {
  readonly fact: (reference: FactReference) => Promise<Value>
  readonly parameter: (reference: ParameterReference) => Promise<Value>
  readonly moment: (name: MomentName) => string
  readonly truth: (condition: Condition) => Promise<CountedMember>
  /** Each member with what `measure` finds in the member's own scope; undefined where the list was never asked. */
  readonly members: <T>(measure: (reader: ExpressionReader) => Promise<T>) => Promise<Group<T>>
  readonly countEvents: (set: string) => Promise<Value>
}

type Read = (expression: Expression) => Promise<Value>

const always: CountedMember = { truth: true, grounds: noGrounds }

const counting = (where: Condition | undefined) => (reader: ExpressionReader): Promise<CountedMember> =>
  where === undefined ? Promise.resolve(always) : reader.truth(where)

const measuring = (expression: Expression, where: Condition | undefined) => async (reader: ExpressionReader): Promise<MeasuredMember> => ({
  ...(await counting(where)(reader)),
  value: await evaluateExpression(expression, reader),
})

const readAll = (list: readonly Expression[], read: Read): Promise<readonly Value[]> => Promise.all(list.map(read))

const readPair = async ([a, b]: readonly [Expression, Expression], read: Read): Promise<readonly [Value, Value]> => [await read(a), await read(b)]

/** Value of an expression in one scope. Numbers stay exact; only `round` and `floor` leave digits out. */
export const evaluateExpression = async (expression: Expression, reader: ExpressionReader): Promise<Value> => {
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

const evaluateAggregate = async (expression: Exclude<Expression, Literal>, reader: ExpressionReader): Promise<Value | undefined> => {
  if ('countEvents' in expression) return reader.countEvents(expression.countEvents)
  if ('count' in expression) return countMembers(await reader.members(counting(expression.where)))
  if ('any' in expression) return anyMember(await reader.members(counting(expression.where)))
  if ('all' in expression) return allMembers(await reader.members(counting(expression.where)))
  if ('none' in expression) return noMember(await reader.members(counting(expression.where)))
  if ('share' in expression) {
    const { where, among } = expression
    return shareOfMembers(await reader.members(async (member) => ({ among: await counting(among)(member), where: await member.truth(where) })))
  }
  if ('sum' in expression) return sumOfMembers(await reader.members(measuring(expression.value, expression.where)))
  if ('min' in expression && expression.min === 'members') return minOfMembers(await reader.members(measuring(expression.value, expression.where)))
  if ('max' in expression && expression.max === 'members') return maxOfMembers(await reader.members(measuring(expression.value, expression.where)))
  return undefined
}

const evaluateArithmetic = async (expression: Exclude<Expression, Literal>, read: Read): Promise<Value> => {
  if ('add' in expression) return addValues(await readAll(expression.add, read))
  if ('multiply' in expression) return multiplyValues(await readAll(expression.multiply, read))
  if ('min' in expression && expression.min !== 'members') return minValues(await readAll(expression.min, read))
  if ('max' in expression && expression.max !== 'members') return maxValues(await readAll(expression.max, read))
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
