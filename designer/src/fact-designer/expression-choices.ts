import type { Condition, Expression } from '@tieuchi/runtime'
import { unwritten } from '../rule-designer/condition-edits.ts'
import { unwrittenValue } from '../rule-designer/operands.ts'

/** Ways to calculate that are built by picking, in the order they are offered. */
export const expressionChoices = [
  'thing', 'add', 'subtract', 'multiply', 'divide', 'min', 'max', 'round', 'floor', 'if', 'ageInYears', 'ageInMonths', 'monthsBetween', 'yearOf', 'moment', 'countEvents',
  'members.count', 'members.any', 'members.all', 'members.none', 'members.share', 'members.sum', 'members.min', 'members.max',
  'history.count', 'history.any', 'history.all', 'history.none', 'history.share', 'history.sum', 'history.min', 'history.max', 'history.last',
  'personalNumberSex', 'personalNumberBirthYear',
] as const
export type ExpressionChoice = (typeof expressionChoices)[number]

/** The headings ways to calculate are offered under. */
export const choiceGroups = ['values', 'days', 'members', 'history'] as const

export const groupOfChoice = (choice: ExpressionChoice): (typeof choiceGroups)[number] => {
  if (choice.startsWith('members')) return 'members'
  if (choice.startsWith('history')) return 'history'
  return ['ageInYears', 'ageInMonths', 'monthsBetween', 'yearOf', 'moment', 'personalNumberSex', 'personalNumberBirthYear'].includes(choice) ? 'days' : 'values'
}

/** How the parts of a calculation are laid out. */
export type ExpressionShape = 'thing' | 'list' | 'pair' | 'one' | 'round' | 'if' | 'moment' | 'countEvents' | 'aggregate'

export const shapeOf = (choice: ExpressionChoice): ExpressionShape => {
  if (choice.includes('.')) return 'aggregate'
  if (choice === 'add' || choice === 'multiply' || choice === 'min' || choice === 'max') return 'list'
  if (choice === 'subtract' || choice === 'divide' || choice === 'ageInYears' || choice === 'ageInMonths' || choice === 'monthsBetween') return 'pair'
  if (choice === 'floor' || choice === 'yearOf' || choice === 'personalNumberSex' || choice === 'personalNumberBirthYear') return 'one'
  return choice === 'round' || choice === 'if' || choice === 'moment' || choice === 'countEvents' ? choice : 'thing'
}

/** The way an expression calculates. */
export const choiceOf = (expression: Expression): ExpressionChoice => {
  if (typeof expression !== 'object' || 'fact' in expression || 'parameter' in expression) return 'thing'
  const [name, over] = Object.entries(expression).find(([key]) => key !== 'value' && expressionChoices.some((choice) => choice === key || choice.endsWith(`.${key}`))) ?? []
  const among = over === 'members' || over === 'history' ? `${over}.${name}` : name
  return expressionChoices.find((choice) => choice === among) ?? 'thing'
}

/** The value a calculation starts from, as far as it has one. */
const firstValue = (expression: Expression): Expression => {
  if (typeof expression !== 'object') return expression
  const choice = choiceOf(expression)
  if (choice === 'thing' || choice === 'moment') return expression
  const part: unknown = 'value' in expression ? expression.value : Object.values(expression)[0]
  if (Array.isArray(part)) return (part as readonly Expression[])[0] ?? unwrittenValue
  return shapeOf(choice) === 'one' || choice === 'round' ? (part as Expression) : unwrittenValue
}

const whereOf = (expression: Expression): Condition => (typeof expression === 'object' && 'where' in expression && expression.where ? expression.where : unwritten)

const outcomeOf = (expression: Expression): string => (typeof expression === 'object' && 'outcome' in expression && typeof expression.outcome === 'string' ? expression.outcome : unwrittenValue)

const beginAggregate = (over: 'members' | 'history', kind: string, before: Expression): Expression => {
  const valued = ['sum', 'min', 'max', 'last'].includes(kind)
  const recorded = over === 'history' ? { outcome: outcomeOf(before) } : {}
  const where = whereOf(before)
  const needed = !valued && kind !== 'count'
  const parts = { ...(valued && { value: firstValue(before) }), ...((needed || where !== unwritten) && { where }) }
  return { [kind]: over, ...recorded, ...parts } as unknown as Expression
}

/** A calculation as it begins, with what can be kept of the one before it. */
export const beginChoice = (choice: ExpressionChoice, before: Expression): Expression => {
  const [over, kind] = choice.split('.')
  if (kind !== undefined) return beginAggregate(over === 'history' ? 'history' : 'members', kind, before)
  const value = shapeOf(choiceOf(before)) === 'thing' || choice === 'thing' ? firstValue(before) : before
  const day = { moment: 'facts_at' } as const
  switch (shapeOf(choice)) {
    case 'list': return { [choice]: [value, unwrittenValue] } as unknown as Expression
    case 'pair': return { [choice]: [value, choice.startsWith('age') ? day : unwrittenValue] } as unknown as Expression
    case 'one': return { [choice]: value } as unknown as Expression
    case 'round': return { round: value, mode: 'half_up', unit: 1 }
    case 'if': return { if: unwritten, then: value, else: unwrittenValue }
    case 'moment': return day
    case 'countEvents': return { countEvents: unwrittenValue }
    default: return value
  }
}
