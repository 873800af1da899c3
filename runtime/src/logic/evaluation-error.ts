import type { Text } from '../documents/text.ts'
import { MissingExtension } from '../extensions/missing-extension.ts'
import { EvaluationLimit } from '../limits/evaluation-limit.ts'
import type { Assembly } from '../release/assembly.ts'
import { RowConflict } from './hit-policies.ts'

/** What the rules themselves make impossible for a household: rows that contradict each other, too much to compute, packages that are not there. */
export type EvaluationError = RowConflict | EvaluationLimit | MissingExtension

/** Tells what may happen to sound rules and a sound input from a programmer's mistake. */
export const isEvaluationError = (error: unknown): error is EvaluationError => error instanceof RowConflict || error instanceof EvaluationLimit || error instanceof MissingExtension

/** What happened and what to do, for people; a table by its title and its rows by their place. */
export const evaluationErrorText = (assembly: Assembly, error: EvaluationError): Text => {
  if (error instanceof EvaluationLimit || error instanceof MissingExtension) return error.text
  const table = assembly.pieces.get(error.table)?.piece
  const rows = (table?.kind === 'table' ? error.rows.map((id) => table.rows.findIndex((row) => row.id === id) + 1) : error.rows).join(', ')
  const title = table?.title ?? { vi: error.table, en: error.table }
  return {
    vi: `Các dòng ${rows} của bảng “${title.vi}” cùng đúng cho hộ này nên không kết luận được. Hãy báo người quản lý chính sách.`,
    en: `Rows ${rows} of the table “${title.en}” hold at once for this household, so nothing can be concluded. Tell the policy administrator.`,
  }
}
