import { aggregateEntries, aggregateIn, aggregateOf, listOf, writeAggregate, type AggregateList, type AggregateName, type Condition, type Expression, type Text } from '@tieuchi/runtime'
import { unwritten } from '../rule-designer/condition-edits.ts'
import { unwrittenValue } from '../rule-designer/operands.ts'

/** Ways to calculate that are built by picking, in the order they are offered. */
const plainChoices = [
  'thing', 'add', 'subtract', 'multiply', 'divide', 'min', 'max', 'round', 'floor', 'if', 'ageInYears', 'ageInMonths', 'monthsBetween', 'yearOf', 'moment', 'countEvents',
  'personalNumberSex', 'personalNumberBirthYear', 'history.last',
] as const
type PlainChoice = (typeof plainChoices)[number]
export type ExpressionChoice = PlainChoice | `${AggregateList}.${AggregateName}`

/** The same with the aggregates of the core and of packages, each over the members and over earlier decisions. */
export const expressionChoices = (): readonly ExpressionChoice[] => [
  ...aggregateEntries().flatMap(([name]) => [`members.${name}`, `history.${name}`] as const), ...plainChoices,
]

const isPlain = (choice: ExpressionChoice): choice is PlainChoice => plainChoices.some((each) => each === choice)

/** The aggregate that a choice is, and over which list; undefined of every other. */
const aggregateChosen = (choice: ExpressionChoice): { readonly over: AggregateList; readonly name: AggregateName } | undefined => {
  if (isPlain(choice)) return undefined
  const over = choice.startsWith('members.') ? 'members' : 'history'
  return { over, name: choice.slice(over.length + 1) as AggregateName }
}

/** What a choice is called: an aggregate as it calls itself, another by its key among the words of the designer. */
export const nameOfChoice = (choice: ExpressionChoice): { readonly label: Text } | { readonly key: `fact.kind.${PlainChoice}` } => {
  if (isPlain(choice)) return { key: `fact.kind.${choice}` }
  const chosen = aggregateChosen(choice)
  return { label: chosen ? aggregateOf(chosen.name)[chosen.over].label : { vi: choice, en: choice } }
}

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
  const use = aggregateIn(expression)
  if (use) return `${listOf(use)}.${use.name}`
  return 'last' in expression ? 'history.last' : (plainChoices.find((choice) => Object.hasOwn(expression, choice)) ?? 'thing')
}

/** Whether a share is taken, which may be out of those that meet a condition. */
export const isOutOfSome = (choice: ExpressionChoice): boolean => {
  const chosen = aggregateChosen(choice)
  return chosen !== undefined && aggregateOf(chosen.name).takes === 'where among?'
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

const recordedOf = (over: AggregateList, before: Expression): object => (over === 'history' ? { outcome: outcomeOf(before) } : {})

/** What was taken of each before, over the same list; else the value a calculation starts from. */
const valueOver = (over: AggregateList, before: Expression): Expression => {
  const use = typeof before === 'object' ? aggregateIn(before) : undefined
  return use?.value !== undefined && listOf(use) === over ? use.value : firstValue(before)
}

const beginAggregate = (over: AggregateList, name: AggregateName, before: Expression): Expression => {
  const { takes } = aggregateOf(name)
  const where = whereOf(before)
  const parts = { ...(takes === 'value where?' && { value: valueOver(over, before) }), ...((takes.startsWith('where') && takes !== 'where?') || where !== unwritten ? { where } : {}) }
  return writeAggregate(name, { over, ...recordedOf(over, before), ...parts })
}

const beginLast = (before: Expression): Expression => {
  const where = whereOf(before)
  return { last: 'history', outcome: outcomeOf(before), value: firstValue(before), ...(where !== unwritten && { where }) }
}

/** A calculation as it begins, with what can be kept of the one before it. */
export const beginChoice = (choice: ExpressionChoice, before: Expression): Expression => {
  const chosen = aggregateChosen(choice)
  if (chosen) return beginAggregate(chosen.over, chosen.name, before)
  if (choice === 'history.last') return beginLast(before)
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
