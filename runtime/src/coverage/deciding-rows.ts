import type { TablePiece } from '../documents/logic-document.ts'
import type { TracedRow, TracedTable } from '../logic/table.ts'
import { sameCertain, type Value } from '../values/value.ts'

/**
 * The rows a table's result rests on: of `first` the one that holds with none perhaps holding above it, of `max` those
 * that hold and bring the result, otherwise all that hold.
 */
export const decidingRows = (piece: TablePiece, { rows, values }: TracedTable): readonly TracedRow[] => {
  const certain = rows.filter(({ truth }) => truth === true)
  if (piece.hit === 'first') {
    const first = rows.find(({ truth }) => truth !== false)
    return first?.truth === true ? [first] : []
  }
  return piece.hit === 'max' ? certain.filter(({ outputs }) => outputs.some((output, column) => isSame(output, values[column]))) : certain
}

const isSame = (output: Value, value: Value | undefined): boolean => value !== undefined && sameCertain(output, value)
