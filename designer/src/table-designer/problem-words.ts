import type { TFunction } from 'i18next'
import type { TextProblem, ValueContext } from '../value-text/value-context.ts'
import type { TableColumn } from './table-column.ts'

/** Entries named as examples of what can be written. */
const EXAMPLES = 4

const kindOf = ({ context, side }: TableColumn): 'established' | 'code' | 'several' | NonNullable<ValueContext['type']> | 'anything' => {
  if (context.asksEstablished === true) return 'established'
  if (context.type === 'list') return 'several'
  return context.entries || side === 'source' ? 'code' : (context.type ?? 'anything')
}

/** What can be written in a column, in a sentence with examples. */
export const expectedIn = (t: TFunction, column: TableColumn): string => {
  const kind = kindOf(column)
  const entries = (column.context.entries ?? []).slice(0, EXAMPLES).map(({ title }) => title).join('; ')
  if (column.side === 'when') return t(`table.expects.${kind}`, { entries })
  return kind === 'code' ? t('table.expectsResult.code', { entries }) : t(kind === 'number' ? 'table.expectsResult.number' : kind === 'date' ? 'table.expectsResult.date' : 'table.expectsResult.other')
}

/** Why a text could not be taken, and what to write instead. */
export const problemIn = (t: TFunction, column: TableColumn, problem: TextProblem): string => {
  if (problem.kind === 'halfOpen' || problem.kind === 'emptyRange') return t(`table.problem.${problem.kind}`)
  return `${t(`table.problem.${problem.kind}`, { text: problem.text })} ${expectedIn(t, column)}`
}
