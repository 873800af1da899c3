import type { Issue } from '../../documents/issue.ts'
import type { TablePiece } from '../../documents/logic-document.ts'
import { analyseTable } from '../../table-analysis/analyse-table.ts'
import type { TableFinding } from '../../table-analysis/table-finding.ts'
import type { LintContext } from '../lint-context.ts'

/** A row that is the same as one above is told as that. */
const isRepeated = ({ rows }: TablePiece, { code, rows: [id] }: TableFinding): boolean => {
  const keys = rows.map(({ when, then }) => JSON.stringify([when, then]))
  const index = rows.findIndex((row) => row.id === id)
  return code === 'row_covered' && keys.indexOf(keys[index] ?? '') < index
}

/** Gaps, overlaps and rows without use of every table of the release. */
export const tableChecks = ({ assembly, pieces }: LintContext): readonly Issue[] =>
  pieces.flatMap(({ piece, shared }) => (shared || piece.kind !== 'table' ? [] : analyseTable(assembly, piece.id).findings.filter((finding) => !isRepeated(piece, finding))))
