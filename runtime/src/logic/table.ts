import { isOperatorName } from '../conditions/operators.ts'
import type { Condition, Leaf, SingleOperand } from '../documents/condition-document.ts'
import type { Grounds, Truth } from '../documents/evaluation-document.ts'
import type { TablePiece, TableRow } from '../documents/logic-document.ts'
import { oncePer } from '../documents/once-per.ts'
import { mergeGrounds, noGrounds } from '../values/grounds.ts'
import { withGrounds, type Value } from '../values/value.ts'
import { groundsOf } from './condition-grounds.ts'
import { applyHitPolicy, type JudgedRow } from './hit-policies.ts'
import { oneByOne } from './one-by-one.ts'
import { withCertainty } from './rule-set.ts'
import type { JudgedCondition } from './rules-engine.ts'
import { after, type Soon } from './soon.ts'

/** A row's cells as judged; absent where the row has none and so always holds. */
export interface TracedRow {
  readonly row: TableRow
  readonly truth: Truth
  readonly condition?: JudgedCondition
  readonly outputs: readonly Value[]
}

/** A table's rows, and its value in each output column. */
export interface TracedTable {
  readonly rows: readonly TracedRow[]
  readonly values: readonly Value[]
}

/** How the cells of a table are read in one scope. */
export interface TableReader {
  readonly judge: (conditions: readonly Condition[]) => Soon<readonly JudgedCondition[]>
  readonly operand: (operand: SingleOperand) => Soon<Value>
  /** What of a row, or of the table as a whole, an overlay touches. */
  readonly overlaid: (row?: string) => Grounds
}

/** Judges every row as one condition and applies the hit policy to each output column. */
export const traceTable = (piece: TablePiece, reader: TableReader): Soon<TracedTable> => {
  const { conditions, places } = rowConditions(piece)
  return after(reader.judge(conditions), (judged) => {
    const rows = oneByOne(piece.rows, (row, index): Soon<TracedRow> => {
      const condition = judged[places[index] ?? -1]
      return after(oneByOne(row.then, reader.operand), (outputs): TracedRow => ({ row, truth: condition?.truth ?? true, outputs, ...(condition && { condition }) }))
    })
    return after(rows, (traced) => tableOf(piece, traced, reader))
  })
}

const tableOf = (piece: TablePiece, rows: readonly TracedRow[], { overlaid }: TableReader): TracedTable => {
  const values = piece.outputs.map((_output, column) => withGrounds(applyHitPolicy(piece.hit, piece.id, rows.map((row) => judgedRow(piece, row, column, overlaid(row.row.id)))), overlaid()))
  return { rows, values }
}

const judgedRow = (piece: TablePiece, { row, truth, condition, outputs }: TracedRow, column: number, overlaid: Grounds): JudgedRow => {
  const output = outputs[column]
  if (!output) throw new Error(`Row ${row.id} of table ${piece.id} has no result in column ${column + 1}`)
  return { row, truth, grounds: withCertainty(mergeGrounds(condition ? groundsOf(condition) : noGrounds, overlaid), row.certainty, `${piece.id}.${row.id}`), output }
}

/** One cell as a comparison with its column; undefined where the cell is empty. */
export const cellLeaf = (piece: TablePiece, row: TableRow, column: number): Leaf | undefined => {
  const input = piece.inputs[column]
  const [entry] = Object.entries(row.when[column] ?? {})
  if (!entry || input === undefined) return undefined
  const [operator, value] = entry
  if (!isOperatorName(operator)) throw new Error(`No operator is named ${operator}`)
  return { ...(typeof input === 'string' ? { fact: input } : input), id: `${row.id}.${column + 1}`, operator, value }
}

/** A row as one condition: all of its cells. Undefined where every cell is empty. */
export const rowCondition = (piece: TablePiece, row: TableRow): Condition | undefined => {
  const cells = row.when.flatMap((_cell, column) => cellLeaf(piece, row, column) ?? [])
  return cells.length === 0 ? undefined : { all: cells }
}

/** The conditions of the rows that have any, and for each row which of them is its own. */
const rowConditions = oncePer((piece: TablePiece) => {
  const conditions: Condition[] = []
  const places = piece.rows.map((row) => {
    const condition = rowCondition(piece, row)
    return condition && conditions.push(condition) - 1
  })
  return { conditions, places }
})
