import type { FactReference, ParameterReference } from '@tieuchi/runtime'
import type { ValueContext } from '../value-text/value-context.ts'

interface ColumnHead {
  /** The same for the same column, wherever it stands. */
  readonly key: string
  readonly title: string
  /** Its unit in words. */
  readonly unit?: string
}

/** A condition: what every cell of the column compares. */
export interface ConditionColumn extends ColumnHead {
  readonly side: 'when'
  readonly at: number
  readonly reference: FactReference | ParameterReference
  readonly context: ValueContext
}

/** A result of the rows that hold. */
export interface ResultColumn extends ColumnHead {
  readonly side: 'then'
  readonly at: number
  readonly output: string
  readonly context: ValueContext
}

/** What a row rests on. */
export interface SourceColumn extends ColumnHead {
  readonly side: 'source'
  readonly part: 'citation' | 'certainty' | 'note'
  readonly context: ValueContext
}

/** A column of the table as it is written: conditions, results, then what each row rests on. */
export type TableColumn = ConditionColumn | ResultColumn | SourceColumn
