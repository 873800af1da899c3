import type { Recorded } from '../documents/logic-document.ts'

/** What an aggregate is over: the members, or the earlier decisions on one outcome. */
export type Over = 'members' | Recorded

/** What an expression is an aggregate over; undefined of any other expression. */
export const overOf = (expression: object): Over | undefined => {
  const values: readonly unknown[] = Object.values(expression)
  if (values.includes('members')) return 'members'
  return isRecorded(expression) ? expression : undefined
}

const isRecorded = (expression: object): expression is Recorded =>
  'outcome' in expression && typeof expression.outcome === 'string' && Object.values(expression).includes('history')
