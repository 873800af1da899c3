import { isAndSoOn, isDayLine, isRemark, isSigner, isSignHere, isTotal, isUnit, namesUnits, numberingOf, type RowNumber } from './layout-words.ts'
import type { GridView, Region } from './sheet-grid.ts'
import type { TableHead } from './table-head.ts'

/** A row below the head: the total, an administrative unit, or another one. */
export interface ReadRow {
  readonly kind: 'total' | 'unit' | 'other'
  readonly title: string
  readonly numbering?: RowNumber
  /** With its number, as it stands there. */
  readonly said: string
  readonly place: string
}

export interface ReadRows {
  readonly rows: readonly ReadRow[]
  /** The first row below the table. */
  readonly end: number
}

const isBelow = (head: TableHead, regions: readonly Region[]): boolean =>
  regions.some(({ text, column, columns }) => isSignHere(text) || isSigner(text) || isDayLine(text) || isRemark(text) || (column < head.figures && column + columns > head.figures))

/** Reads the rows that the columns before the figures number and name, as far as the table goes. */
export const readRows = (view: GridView, head: TableHead): ReadRows => {
  const begin = (head.numbers ?? head.bottom) + 1
  const found = Array.from({ length: Math.max(0, view.rows - begin) }, (_row, index) => begin + index)
  const end = found.find((row) => isBelow(head, view.written(row))) ?? view.rows
  const ofUnits = namesUnits(view.text(head.bottom, head.figures - 1))
  const rows = found.filter((row) => row < end).flatMap((row) => readRow(view, head, row, ofUnits))
  return { rows, end }
}

const readRow = (view: GridView, head: TableHead, row: number, ofUnits: boolean): readonly ReadRow[] => {
  const before = view.written(row).filter(({ column, row: own }) => column < head.figures && own === row)
  const name = view.at(row, head.figures - 1)
  const title = name?.row === row ? name.text : ''
  const number = before.find((region) => region !== name)?.text ?? ''
  if (!name || title === '' || isAndSoOn(title)) return []
  const numbering = numberingOf(number)
  const read = { title, said: [number, title].filter(Boolean).join(' '), place: name.place, ...(numbering && { numbering }) }
  if (isTotal(title)) return [{ kind: 'total', ...read }]
  const unit = isUnit(title) || (ofUnits && numbering === 'arabic')
  return [{ kind: unit ? 'unit' : 'other', ...read }]
}
