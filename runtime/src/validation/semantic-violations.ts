import { limits } from '../limits/limits.ts'
import { isDay } from '../values/day.ts'
import { fitsDigits } from '../values/number.ts'
import type { Violation } from './verdict.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] => (isRecord(value) ? Object.entries(value) : [])

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** What a JSON Schema cannot say: digits that stay exact, text that is Unicode, members told apart, days of a history that exist. What is of another shape is passed over. */
export const semanticViolations = (input: unknown): readonly Violation[] => {
  if (!isRecord(input)) return []
  const { household, members, unit, history, history_from: since } = input
  const groups: readonly (readonly [readonly string[], unknown])[] = [[['household'], household], [['unit'], unit], ...listOf(members).map((member, index) => [['members', String(index)], member] as const)]
  return [
    ...groups.flatMap(([place, answers]) => entriesOf(answers).flatMap(([id, answer]) => answerViolations([...place, id], answer))),
    ...repeatedMembers(listOf(members)),
    ...dayViolations(['history_from'], since),
    ...listOf(history).flatMap((entry, index) => entriesOf(entry).flatMap(([name, day]) => (dayNames.has(name) ? dayViolations(['history', String(index), name], day) : []))),
  ]
}

const dayNames: ReadonlySet<string> = new Set(['from', 'to', 'decided_on'])

const dayViolations = (path: readonly string[], day: unknown): readonly Violation[] => (typeof day === 'string' && !isDay(day) ? [{ path, keyword: 'calendar', limit: undefined }] : [])

const answerViolations = (path: readonly string[], answer: unknown): readonly Violation[] => {
  if (typeof answer === 'number') return fitsDigits(answer) ? [] : [{ path, keyword: 'digits', limit: limits.digits }]
  return typeof answer === 'string' && !answer.isWellFormed() ? [{ path, keyword: 'characters', limit: undefined }] : []
}

const repeatedMembers = (members: readonly unknown[]): readonly Violation[] => {
  const seen = new Set<unknown>()
  return members.flatMap((member, index) => {
    const id = isRecord(member) ? member['id'] : undefined
    const repeated = typeof id === 'string' && seen.has(id)
    seen.add(id)
    return repeated ? [{ path: ['members', String(index), 'id'], keyword: 'duplicate', limit: undefined }] : []
  })
}
