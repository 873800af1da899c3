import type { Issue } from '../documents/issue.ts'
import type { Answer } from '../documents/input-document.ts'
import type { HitPolicy, TableRow } from '../documents/logic-document.ts'
import type { Text } from '../documents/text.ts'

/** One value of an example, of a column or of a field that decides with the columns. */
export interface ExampleValue {
  /** The field, fact or table read; absent where `title` is a whole comparison and `value` says whether it holds. */
  readonly fact?: string
  /** Which result, where `fact` is a table with several. */
  readonly output?: string
  readonly title: Text
  /** Absent where the example has it not applicable. */
  readonly value?: Answer
  /** The value as people write it. */
  readonly written: Text
}

/** A row without its result: cells ready to insert. */
export type RowCells = TableRow['when']

export type TableFindingCode = 'table_gap' | 'table_overlap' | 'row_contradictory' | 'row_covered' | 'table_too_large'

/** Something the analysis of a table found; shown like every other issue. */
export interface TableFinding extends Issue {
  readonly code: TableFindingCode
  /**
   * False where it depends on a computed fact, on comparing two facts or on something open: those are taken as free
   * over their type, so a household for which it happens may not exist.
   */
  readonly certain: boolean
  /**
   * Parameters that rows ask `isKnown` about and that decide here: once the law establishes them, or where it has, the
   * finding rests on that. Rows written for releases before and after are found this way.
   */
  readonly known_asked: readonly string[]
  /** Ids of the rows it is about; of a covered row also the row that decides in the example. */
  readonly rows: readonly string[]
  /** A case that shows it; absent where no case can: a contradictory row never holds, a large table was not looked at. */
  readonly example?: readonly ExampleValue[]
  /**
   * Of a gap: rows that together close it, to be added at the end. Absent where the language has no cells that say it
   * without touching another row of a `unique` table.
   */
  readonly closing?: readonly RowCells[]
}

/** What is known of a table for every possible case at once. */
export interface TableAnalysis {
  readonly table: string
  readonly hit: HitPolicy
  /** Whether everything was looked at. Where not, findings are right but others may exist. */
  readonly complete: boolean
  /** Findings beyond those listed. */
  readonly omitted: number
  readonly findings: readonly TableFinding[]
}

/** Limits beyond which a table is not analysed. Generous: a table that reaches them is not readable by people either. */
export const tableAnalysisLimits = {
  /** Boxes that the rows make, one per row and key of parameters. */
  boxes: 20_000,
  /** Parts that all columns are divided into, together. */
  atoms: 20_000,
  /** Boxes times parts: the size of the index. */
  cells: 200_000_000,
  /** Words of bits looked at, about a nanosecond each or a few: for the gaps of a table, for one row, for all rows. */
  gapSteps: 20_000_000,
  rowSteps: 3_000_000,
  allRowSteps: 30_000_000,
  /** Findings listed of each kind. */
  findings: 50,
} as const
