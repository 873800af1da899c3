import { leafColumns, piecesOfReport, referencesOfPiece, type LogicPiece, type ReportColumn, type ReportDocument } from '@tieuchi/runtime'
import { allColumns, chosenColumns } from '../editor-store/commands/report-columns.ts'
import { readClipboard } from '../table-designer/clipboard-text.ts'
import { randomId } from '../ui/random-id.ts'
import { newColumn, newColumnId } from './column-kinds.ts'

/** Columns with the facts and conditions of their report that they read. */
export interface CopiedColumns {
  readonly columns: readonly ReportColumn[]
  readonly logic: readonly LogicPiece[]
  /** Their titles, as other programs are given them. */
  readonly text: string
}

const namesRead = (piece: LogicPiece): readonly string[] => referencesOfPiece(piece, []).flatMap((reference) => (reference.kind === 'fact' ? [reference.reference.fact] : reference.kind === 'condition' ? [reference.name] : []))

/** The report's own facts and conditions that some of them read, with those these read in turn. */
const logicRead = (logic: readonly LogicPiece[], read: readonly string[]): readonly LogicPiece[] => {
  const needed = new Set(read)
  for (let before = -1; before !== needed.size;) {
    before = needed.size
    for (const piece of logic) if (needed.has(piece.id)) for (const name of namesRead(piece)) needed.add(name)
  }
  return logic.filter(({ id }) => needed.has(id))
}

/** Columns of a report, as they are taken elsewhere. */
export const copyColumns = (report: ReportDocument, ids: readonly string[]): CopiedColumns => {
  const columns = chosenColumns(report.columns, ids)
  const read = piecesOfReport({ ...report, logic: [], rows: [], columns }).flatMap(({ piece }) => namesRead(piece))
  return { columns, logic: logicRead(report.logic ?? [], read), text: leafColumns({ columns }).map(({ column }) => column.title.vi.replaceAll(/\s+/g, ' ')).join('\t') }
}

interface Named {
  readonly id?: unknown
  readonly operator?: unknown
}

/** Columns with names of their own: formulas among them read the new ones, comparisons are new ones. */
export const freshColumns = (columns: readonly ReportColumn[]): readonly ReportColumn[] => {
  const names = new Map(allColumns(columns).map(({ column: { id } }) => [id, newColumnId()]))
  const renamed = (key: string, value: unknown): unknown => {
    if ((key === 'id' || key === 'fact') && typeof value === 'string') return names.get(value) ?? value
    return typeof value === 'object' && value !== null && typeof (value as Named).operator === 'string' ? { ...value, id: randomId() } : value
  }
  return JSON.parse(JSON.stringify(columns), renamed) as readonly ReportColumn[]
}

/**
 * Heads of columns as a spreadsheet gives them: a line for each level; where an upper cell is empty the one left of it reaches over it.
 * Nobody knows yet what such columns count.
 */
export const columnsOfText = (text: string): readonly ReportColumn[] => {
  const lines = readClipboard(text).map((line) => line.map((cell) => cell.trim().replaceAll(/\s+/g, ' '))).filter((line) => line.some((cell) => cell !== ''))
  const width = Math.max(0, ...lines.map((line) => line.length))
  return columnsWithin(lines, 0, width)
}

const columnsWithin = ([line, ...below]: readonly (readonly string[])[], from: number, to: number): readonly ReportColumn[] => {
  if (!line) return []
  const starts = Array.from({ length: to - from }, (_cell, index) => from + index).filter((place) => (line[place] ?? '') !== '')
  return starts.flatMap((start, index): readonly ReportColumn[] => {
    const end = below.length === 0 ? start + 1 : (starts[index + 1] ?? to)
    const title = { vi: line[start] ?? '', en: line[start] ?? '' }
    const columns = columnsWithin(below, start, end)
    return [columns.length > 0 ? { kind: 'group', id: newColumnId(), title, columns } : newColumn('open', title)]
  })
}

const KEY = 'tieuchi.copied.columns'

export const keepCopiedColumns = (copied: CopiedColumns): void => localStorage.setItem(KEY, JSON.stringify(copied))

/** What was copied last, in any tab of this browser. */
export const readCopiedColumns = (): CopiedColumns | undefined => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    return typeof kept === 'object' && kept !== null && 'columns' in kept && 'logic' in kept && 'text' in kept ? (kept as CopiedColumns) : undefined
  } catch {
    return undefined
  }
}
