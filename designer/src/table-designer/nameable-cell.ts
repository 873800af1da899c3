import { operandsOf, type Literal, type Operand, type ParameterReference, type TableRow } from '@tieuchi/runtime'
import type { RowChange } from '../editor-store/commands/table-commands.ts'
import { isNameable } from '../rule-designer/nameable-value.ts'
import type { TableColumn } from './table-column.ts'

/** A number or a day of a cell that could be a parameter, and the row with one in its place. */
export interface NameableCell {
  readonly value: Literal
  readonly with: (parameter: ParameterReference) => RowChange
}

/** What of a cell could be a parameter: the one value it compares with, or the result it gives. */
export const nameableCell = (row: TableRow, column: TableColumn): NameableCell | undefined => {
  if (column.side === 'source') return undefined
  if (column.side === 'then') {
    const value = row.then[column.at]
    return isNameable(value) ? { value, with: (parameter) => ({ row: row.id, then: { [column.at]: parameter } }) } : undefined
  }
  const [compared, ...more] = Object.entries(row.when[column.at] ?? {}) as [string, Operand][]
  if (!compared || more.length > 0) return undefined
  const [operator, operand] = compared
  const [value, ...others] = operandsOf(operand)
  return others.length === 0 && isNameable(value) ? { value, with: (parameter) => ({ row: row.id, when: { [column.at]: { [operator]: parameter } } }) } : undefined
}
