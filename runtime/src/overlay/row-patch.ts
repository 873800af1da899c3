import type { SingleOperand } from '../documents/condition-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { TablePiece, TableRow } from '../documents/logic-document.ts'
import type { ChangedRow, RowPatch } from '../documents/overlay-document.ts'
import { typeOfLiteral } from '../values/value-type.ts'
import { columnNames } from './column-names.ts'
import { partIssue, type PartPatch, type PartPatching } from './part-patch.ts'
import { withPatchSource } from './patch.ts'

/** A patch of a row of a table as one of its parts. */
export const rowPatch = (table: TablePiece, patch: RowPatch): PartPatch<TableRow> => {
  if (patch.kind === 'added') return { kind: 'added', part: patch.row, behind: patch.behind }
  return patch.kind === 'removed' ? patch : { kind: 'changed', id: patch.id, change: (row, patching) => changeRow(table, row, patch, patching) }
}

const changeRow = (table: TablePiece, row: TableRow, patch: ChangedRow, patching: PartPatching): TableRow | readonly Issue[] => {
  const [inputs, { cells = {}, results = {} }] = [columnNames(table), patch]
  const issues = [
    ...unknownColumns(inputs, Object.keys(cells), 'cells', row, patching),
    ...unknownColumns(table.outputs, Object.keys(results), 'results', row, patching),
    ...Object.entries(results).flatMap(([output, result]) => wrongResult(result, row.then[table.outputs.indexOf(output)], output, patching)),
  ]
  if (issues.length > 0) return issues
  const when = row.when.map((cell, column) => placed(cells, inputs[column] ?? '', cell))
  return withPatchSource({ ...row, when, then: row.then.map((result, column) => placed(results, table.outputs[column] ?? '', result)) }, patch, true)
}

const placed = <T>(patched: Readonly<Record<string, T>>, name: string, old: T): T => {
  const value = Object.hasOwn(patched, name) ? patched[name] : undefined
  return value === undefined ? old : value
}

const unknownColumns = (columns: readonly string[], named: readonly string[], part: 'cells' | 'results', { id }: TableRow, patching: PartPatching): readonly Issue[] =>
  named.filter((column) => !columns.includes(column)).map((column) => partIssue(patching, 'overlay_unknown_column', [part, column], { column, row: id, columns: columns.join(', ') }))

/** A result of another type than the one in its place. */
const wrongResult = (local: SingleOperand, base: SingleOperand | undefined, output: string, patching: PartPatching): readonly Issue[] => {
  if (typeof local === 'object' || base === undefined || typeof base === 'object') return []
  const [type, wanted] = [typeOfLiteral(local), typeOfLiteral(base)]
  return type === wanted ? [] : [partIssue(patching, 'overlay_value_type', ['results', output], { value: JSON.stringify(local), type, base: wanted })]
}
