import type { TablePiece } from '../documents/logic-document.ts'
import { isParameterReference } from '../conditions/condition-tree.ts'

/**
 * The columns of a table as an overlay names them, in order: by the fact read, `fact.output` where it has several
 * results, or the parameter; a name that stands again is numbered: `name`, `name#2`.
 */
export const columnNames = ({ inputs }: Pick<TablePiece, 'inputs'>): readonly string[] => {
  const names = inputs.map((input) => {
    if (typeof input === 'string') return input
    if (isParameterReference(input)) return input.parameter
    return input.output === undefined ? input.fact : `${input.fact}.${input.output}`
  })
  return names.map((name, index) => {
    const before = names.slice(0, index).filter((other) => other === name).length
    return before === 0 ? name : `${name}#${before + 1}`
  })
}
