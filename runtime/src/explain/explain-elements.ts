import type { Condition } from '../documents/condition-document.ts'
import type { Truth } from '../documents/evaluation-document.ts'
import type { Expression } from '../documents/logic-document.ts'
import type { Text } from '../documents/text.ts'
import { recordedEntries } from '../logic/history.ts'
import type { Interpreter } from '../logic/interpreter.ts'
import { oneByOne } from '../logic/one-by-one.ts'
import { overOf } from '../logic/over.ts'
import type { JudgedCondition } from '../logic/rules-engine.ts'
import type { Scope } from '../logic/scope.ts'
import { isCertain } from '../values/value.ts'
import { describeReference, writeValue } from './readable.ts'

/** An aggregate as far as explaining it goes: which elements count, and what is taken of each. */
export interface ToldAggregate {
  readonly where?: Condition
  readonly among?: Condition
  readonly value?: Expression
  readonly all?: unknown
  readonly last?: unknown
}

export const isAggregate = (expression: object): expression is ToldAggregate => overOf(expression) !== undefined

/** A member or an earlier decision with why it counts or not. */
export interface ToldElement {
  readonly scope: Scope
  readonly truth: Truth
  readonly judged?: JudgedCondition
}

/** The elements that decide an aggregate. */
export const decidingElements = async (interpreter: Interpreter, aggregate: ToldAggregate, scope: Scope): Promise<readonly ToldElement[]> => {
  const told = await oneByOne(scopesOf(interpreter, aggregate, scope), (each) => tellElement(interpreter, aggregate, each))
  if (aggregate.last !== undefined) return told.slice(0, told.findIndex(({ truth }) => truth === true) + 1 || told.length).filter(({ truth }) => truth !== false)
  if (aggregate.all === undefined) return told.filter(({ truth }) => truth !== false)
  const breaking = told.filter(({ truth }) => truth === false)
  return breaking.length > 0 ? breaking : told.filter(({ truth }) => truth === 'unknown')
}

const scopesOf = (interpreter: Interpreter, aggregate: ToldAggregate, scope: Scope): readonly Scope[] => {
  const over = overOf(aggregate)
  if (typeof over !== 'object') return interpreter.memberScopes() ?? []
  const { listed, unlisted } = recordedEntries(interpreter.request, over, scope)
  const entries = unlisted ? listed.toSpliced(unlisted.at, 0, unlisted.entry) : listed
  return entries.map((entry) => ({ ...scope, entry }))
}

const tellElement = async (interpreter: Interpreter, { where, among }: ToldAggregate, scope: Scope): Promise<ToldElement> => {
  const counted = where && among ? { all: [among, where] } : (where ?? among)
  const judged = counted && (await interpreter.judge(counted, scope))
  const truth = judged?.truth ?? true
  return { scope, truth: truth === true && scope.entry && !isListed(scope.entry) ? 'unknown' : truth, ...(judged && { judged }) }
}

const isListed = ({ values }: NonNullable<Scope['entry']>): boolean => isCertain(values.from)

/** What an element is called: a member by name, an earlier decision by its days and result. */
export const elementName = (interpreter: Interpreter, scope: Scope): Text => (scope.entry ? entryName(interpreter, scope.entry, scope) : memberName(interpreter, scope))

const entryName = (interpreter: Interpreter, entry: NonNullable<Scope['entry']>, scope: Scope): Text => {
  if (!isListed(entry)) return { vi: 'Các quyết định trước đây chưa có trong sổ', en: 'Earlier decisions that are not listed' }
  const names = interpreter.namesIn(scope)
  const write = (field: 'value' | 'from' | 'to'): Text => writeValue(names, entry.values[field], describeReference(names, { fact: field }))
  const [value, from, to] = [write('value'), write('from'), write('to')]
  return { vi: `Quyết định từ ${from.vi} đến ${to.vi}: ${value.vi}`, en: `Decision from ${from.en} to ${to.en}: ${value.en}` }
}

/** A member's name, or number where none was entered. */
export const memberName = ({ assembly, request }: Interpreter, { member }: Scope): Text => {
  const name = member?.[assembly.common.register.name]
  const number = (request.input.members ?? []).findIndex((each) => each.id === member?.id) + 1
  return typeof name === 'string' && name !== '' ? { vi: name, en: name } : { vi: `Thành viên ${number}`, en: `Member ${number}` }
}
