import type { ReportColumn, ReportDocument, RowBlock } from '../documents/report-document.ts'
import type { Text } from '../documents/text.ts'
import { columnLetters } from '../values/column-letters.ts'
import { suggestCode } from '../values/suggest-code.ts'
import { readAbove, readBelow } from './around-table.ts'
import { ColumnTree, type HeadNode } from './column-tree.ts'
import { layoutNote, type LayoutNote } from './layout-note.ts'
import { GridView, type SheetGrid } from './sheet-grid.ts'
import { findHead, type TableHead } from './table-head.ts'
import { readRows, type ReadRow } from './table-rows.ts'

/** A report form as a sheet has it, with everything that was not taken over. */
export interface ProposedReport {
  readonly report: ReportDocument
  readonly notes: readonly LayoutNote[]
}

/** Why a sheet is none: where it was looked, and what to do. */
export interface NoReport {
  readonly problem: Text
}

/** In English it is called as in Vietnamese until somebody says otherwise. */
const both = (vi: string): Text => ({ vi, en: vi })

/** An id from a title; from something else where the title has no letters. */
const idOf = (title: string, otherwise: string, taken: (id: string) => boolean): string => {
  const isTaken = (id: string): boolean => id === 'constructor' || taken(id)
  return suggestCode(title, isTaken) || suggestCode(otherwise, isTaken)
}

class IdsGiven {
  readonly #taken = new Set<string>()

  next(title: string, otherwise: string): string {
    const id = idOf(title, otherwise, (each) => this.#taken.has(each))
    this.#taken.add(id)
    return id
  }
}

/** More rows than these nobody reads one by one. */
const mostRowsTold = 30

const percentSign = /\s*\(\s*%\s*\)$/

/** How the numbers of a column are written, by the first cell below its head that says so. */
const numbersOf = (view: GridView, { numbers, bottom }: TableHead, title: string, at: number): { readonly unit?: string; readonly decimals?: number } => {
  const below = view.regions.filter(({ row, column, format }) => row > (numbers ?? bottom) && column === at && format !== undefined)
  const format = below.toSorted((a, b) => a.row - b.row)[0]?.format ?? ''
  const decimals = Math.min(6, /\.([0#]+)/.exec(format.split(';')[0] ?? '')?.[1]?.length ?? 0)
  return { ...((title.includes('%') || format.includes('%')) && { unit: 'percent' }), ...(decimals > 0 && { decimals }) }
}

class ReportProposal {
  readonly #view: GridView
  readonly #head: TableHead
  readonly #ids = new IdsGiven()
  readonly #notes: LayoutNote[] = []

  constructor(view: GridView, head: TableHead) {
    this.#view = view
    this.#head = head
  }

  propose(nodes: readonly HeadNode[], grid: SheetGrid, taken: (id: string) => boolean): ProposedReport {
    const view = this.#view
    const above = readAbove(view, this.#head)
    const { rows, end } = readRows(view, this.#head)
    const below = readBelow(view, end)
    const title = above.title ?? grid.name
    const columns = nodes.map((node) => this.#column(node))
    const blocks = this.#blocks(rows)
    if (above.title === undefined) this.#notes.push(layoutNote('no_title', '', grid.name))
    this.#tell(grid, end)
    this.#notes.push(...above.rest.map(({ place, text }) => layoutNote('text_above', place, text)), ...below.rest.map(({ place, text }) => layoutNote('text_below', place, text)))
    const report: ReportDocument = {
      id: idOf(title, 'report', taken),
      title: both(title),
      ...(above.code !== undefined && { code: both(above.code) }),
      period: above.period,
      rows: blocks,
      columns,
      ...(below.signatures.length > 0 && { signatures: below.signatures.slice(0, 10).map((signer) => ({ title: both(signer) })) }),
    }
    return { report, notes: this.#notes }
  }

  #column({ title, place, columns, at, computed }: HeadNode): ReportColumn {
    if (columns.length > 0) return { kind: 'group', id: this.#ids.next(title, 'group'), title: both(title), columns: columns.map((inner) => this.#column(inner)) }
    const number = (at ?? 0) - this.#head.figures + 1
    const named = title === '' ? `Cột ${number}` : title.replace(percentSign, '') || title
    if (title === '') this.#notes.push(layoutNote('untitled_column', place, named))
    return { kind: 'open', id: this.#ids.next(named, `cot_${number}`), title: both(named), ...numbersOf(this.#view, this.#head, title, at ?? 0), ...(computed !== undefined && { note: { vi: `Biểu ghi: ${computed}`, en: `The form says: ${computed}` } }) }
  }

  /** The total and the units, once each, in their order; other rows are told, for what they count nobody has said. */
  #blocks(rows: readonly ReadRow[]): readonly RowBlock[] {
    const blocks: RowBlock[] = []
    const left: LayoutNote[] = []
    for (const { kind, title, said, place, numbering } of rows) {
      const there = blocks.some((block) => block.kind === (kind === 'unit' ? 'units' : 'total'))
      if (kind === 'total' && !there) blocks.push({ kind: 'total', id: 'total', title: both(title), ...(numbering && { numbering }) })
      else if (kind === 'unit' && !there) blocks.push({ kind: 'units', id: 'units', ...(numbering && { numbering }) })
      else if (kind !== 'unit') left.push(layoutNote('row', place, said))
    }
    this.#notes.push(...left.slice(0, mostRowsTold), ...(left.length > mostRowsTold ? [layoutNote('more_rows', left[mostRowsTold]?.place ?? '', left.length - mostRowsTold)] : []))
    if (blocks.length > 0) return blocks
    this.#notes.push(layoutNote('no_rows', ''))
    return [{ kind: 'total', id: 'total', title: { vi: 'Tổng cộng', en: 'Total' } }]
  }

  #tell({ hiddenColumns = [], hiddenRows = [] }: SheetGrid, end: number): void {
    const { numbers, bottom, figures } = this.#head
    const filled = this.#view.regions.filter(({ row, column, number }) => number && row > (numbers ?? bottom) && row < end && column >= figures)
    if (filled[0]) this.#notes.push(layoutNote('figures', filled[0].place, filled.length))
    if (hiddenColumns.length > 0) this.#notes.push(layoutNote('hidden_columns', '', hiddenColumns.map(columnLetters).join(', ')))
    if (hiddenRows.length > 0) this.#notes.push(layoutNote('hidden_rows', '', hiddenRows.length))
  }
}

const noHead = (name: string): NoReport => ({
  problem: {
    vi: `Trang tính “${name}” không có đầu bảng nhận ra được. Hãy đặt ô “STT” ở góc trái trên của bảng, hoặc thêm dòng đánh số cột (A, B, 1, 2, …) ngay dưới đầu bảng, rồi chọn lại tệp.`,
    en: `The sheet “${name}” has no head of a table that can be recognised. Write “STT” in the upper left cell of the table, or add a line that numbers the columns (A, B, 1, 2, …) right below its head, and choose the file again.`,
  },
})

const noColumns = (name: string, place: string): NoReport => ({
  problem: {
    vi: `Bảng ở ô ${place} của trang tính “${name}” không có cột nào sau cột tên dòng. Hãy thêm các cột số liệu rồi chọn lại tệp.`,
    en: `The table at ${place} of the sheet “${name}” has no column behind the one that names its rows. Add the columns with figures and choose the file again.`,
  },
})

/**
 * Takes the layout of a report form over from a sheet: title, code, tree of columns, rows of the total and of units, who signs. What its columns
 * count no sheet says, so they are open; what was not taken over is told, with its place.
 */
export const proposeReport = (grid: SheetGrid, taken: (id: string) => boolean): ProposedReport | NoReport => {
  const view = new GridView(grid)
  const head = findHead(view)
  if (!head) return noHead(grid.name)
  const nodes = new ColumnTree(view, head).read()
  return nodes.length === 0 ? noColumns(grid.name, view.at(head.top, head.first)?.place ?? '') : new ReportProposal(view, head).propose(nodes, grid, taken)
}
