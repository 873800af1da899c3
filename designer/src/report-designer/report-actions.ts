import type { ReportColumn, ReportDocument } from '@tieuchi/runtime'
import type { Command } from '../editor-store/command.ts'
import { findColumn } from '../editor-store/commands/report-columns.ts'
import { newColumn, newColumnId } from './column-kinds.ts'
import { columnsOfText, copyColumns, freshColumns, keepCopiedColumns, readCopiedColumns } from './copied-columns.ts'
import { newBlock } from './new-rows.ts'
import { newTitle } from './new-title.ts'
import type { ReportActions, ReportDesk } from './report-desk.ts'
import { blockWritten, columnWritten, placeAfter, retitled, stepOf } from './report-moves.ts'
import { onlyBlock, onlyColumn, selectedSpot, wholeReport, type ReportSelection } from './report-selection.ts'

/** What was done, to be told. */
type Told = { readonly what: 'copied' | 'removedColumns'; readonly count: number } | { readonly what: 'removedRows' }

/** What actions work on, and how what they do becomes so. */
export interface ActionParts {
  readonly report: ReportDocument
  readonly selection: ReportSelection
  readonly renaming: ReportDesk['renaming']
  readonly perform: (command: Command) => void
  readonly setSelection: (selection: ReportSelection) => void
  readonly setRenaming: (renaming: ReportDesk['renaming']) => void
  readonly tell: (told: Told) => void
}

const columnsSelected = (ids: readonly string[]): ReportSelection => {
  const [first] = ids
  return first === undefined ? wholeReport : { kind: 'columns', lead: first, anchor: first, ids }
}

/** New columns right of what is selected. */
const put = ({ report, selection, perform, setSelection }: ActionParts, columns: readonly ReportColumn[], logic: NonNullable<ReportDocument['logic']> = []): void => {
  if (columns.length === 0) return
  perform({ name: 'report.columns.insert', args: { report: report.id, columns, at: placeAfter(report, selection), logic } })
  setSelection(columnsSelected(columns.map(({ id }) => id)))
}

const adding = (parts: ActionParts): Pick<ReportActions, 'addColumn' | 'addBlock' | 'remove'> => ({
  addColumn: (kind) => {
    const column = newColumn(kind, newTitle('reportDesign.newColumn'))
    put(parts, [column])
    parts.setRenaming({ kind: 'column', id: column.id })
  },
  addBlock: (kind, within) => {
    const block = newBlock(kind, newTitle(kind === 'total' ? 'reportDesign.newTotal' : 'reportDesign.newRow'))
    parts.perform({ name: 'report.rows.insert', args: { report: parts.report.id, block, at: { within } } })
    parts.setSelection(onlyBlock(block.id))
  },
  remove: () => {
    const { report, selection, perform, setSelection, tell } = parts
    if (selection.kind === 'columns') {
      const { before } = placeAfter(report, selection)
      perform({ name: 'report.columns.remove', args: { report: report.id, ids: selection.ids } })
      setSelection(before === undefined ? wholeReport : onlyColumn(before))
      tell({ what: 'removedColumns', count: selection.ids.length })
    }
    if (selection.kind === 'block') {
      perform({ name: 'report.rows.remove', args: { report: report.id, id: selection.id } })
      setSelection(wholeReport)
      tell({ what: 'removedRows' })
    }
  },
})

const grouping = ({ report, selection, perform, setSelection, setRenaming }: ActionParts): Pick<ReportActions, 'group' | 'ungroup'> => ({
  group: () => {
    if (selection.kind !== 'columns') return
    const group = { id: newColumnId(), title: newTitle('reportDesign.newGroup') }
    perform({ name: 'report.columns.group', args: { report: report.id, ids: selection.ids, group } })
    setSelection(onlyColumn(group.id))
    setRenaming({ kind: 'column', id: group.id })
  },
  ungroup: () => {
    const column = selection.kind === 'columns' ? findColumn(report.columns, selection.lead)?.column : undefined
    if (column?.kind !== 'group') return
    perform({ name: 'report.columns.ungroup', args: { report: report.id, id: column.id } })
    setSelection(columnsSelected(column.columns.map(({ id }) => id)))
  },
})

const copying = (parts: ActionParts): Pick<ReportActions, 'duplicate' | 'copy' | 'paste'> => ({
  duplicate: () => {
    if (parts.selection.kind === 'columns') put(parts, freshColumns(copyColumns(parts.report, parts.selection.ids).columns))
  },
  copy: () => {
    if (parts.selection.kind !== 'columns') return ''
    const copied = copyColumns(parts.report, parts.selection.ids)
    keepCopiedColumns(copied)
    parts.tell({ what: 'copied', count: copied.columns.length })
    return copied.text
  },
  paste: (text) => {
    const copied = readCopiedColumns()
    if (copied && (text === undefined || text === copied.text)) put(parts, freshColumns(copied.columns), copied.logic)
    else if (text !== undefined) put(parts, columnsOfText(text))
  },
})

/** Everything that can be done to a report form while it is looked at. */
export const reportActions = (parts: ActionParts): ReportActions => {
  const { report, selection, renaming, perform, setSelection, setRenaming } = parts
  const performAny = (command: Command | undefined): void => {
    if (command) perform(command)
  }
  return {
    select: (spot, range) => setSelection(spot ? selectedSpot(report, selection, spot, range) : wholeReport),
    writeColumn: (column) => perform(columnWritten(report, column)),
    writeBlock: (block) => perform(blockWritten(report, block)),
    step: (forward) => performAny(stepOf(report, selection, forward)),
    rename: (spot, text) => setRenaming({ ...spot, ...(text !== undefined && { text }) }),
    endRename: (title) => {
      if (renaming && title !== undefined) performAny(retitled(report, renaming, title.trim()))
      setRenaming(undefined)
    },
    ...adding(parts), ...grouping(parts), ...copying(parts),
  }
}
