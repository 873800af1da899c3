import type { RowPlace } from '@tieuchi/runtime/columns/outcome-flow.ts'
import type { RegisterRow } from '@tieuchi/runtime/columns/row-encoding.ts'
import type { JudgedOutcome } from '../../batches/row-judge.ts'

/** A household with where it stands before and after: in columns by its place, otherwise with its answers. */
export interface JudgedHousehold {
  readonly id: string
  readonly unit: string
  readonly before: JudgedOutcome
  readonly after: JudgedOutcome
  /** Its result is another; of endless values also where the standing is the same. */
  readonly changed: boolean
  readonly at: { readonly place: RowPlace } | { readonly row: RegisterRow }
}
