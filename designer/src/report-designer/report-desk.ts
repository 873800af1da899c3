import type { Assembly, ReportColumn, ReportDocument, RowBlock } from '@tieuchi/runtime'
import type { ColumnKind } from './column-kinds.ts'
import type { BlockKind } from './new-rows.ts'
import type { ReportIssues } from './report-issues.ts'
import type { ReportSelection, Spot } from './report-selection.ts'

/** What can be done to a report form while it is looked at. */
export interface ReportActions {
  readonly select: (spot: Spot | undefined, range?: boolean) => void
  /** A new column right of what is selected, and the keys at its title. */
  readonly addColumn: (kind: ColumnKind) => void
  readonly addBlock: (kind: BlockKind, within?: string) => void
  readonly writeColumn: (column: ReportColumn) => void
  readonly writeBlock: (block: RowBlock) => void
  readonly remove: () => void
  /** One place on among its like. */
  readonly step: (forward: boolean) => void
  readonly group: () => void
  readonly ungroup: () => void
  readonly duplicate: () => void
  /** What is selected, and as a text for other programs. */
  readonly copy: () => string
  /** What was copied here; or the heads of columns that another program gave. */
  readonly paste: (text: string | undefined) => void
  /** Begins to write the title in its place, with a first sign or with what it is. */
  readonly rename: (spot: Spot, text?: string) => void
  readonly endRename: (title: string | undefined) => void
}

/** A report form that is being designed. */
export interface ReportDesk {
  readonly report: ReportDocument
  /** Everything it can name, for words. */
  readonly reading: Assembly
  /** What its rows and columns can read of a household: the same without its columns. */
  readonly rules: Assembly
  readonly selection: ReportSelection
  readonly renaming: (Spot & { readonly text?: string }) | undefined
  readonly issues: ReportIssues
  readonly writable: boolean
  readonly actions: ReportActions
}
