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

/** A row in which somebody signs or remarks; a row with a number is one of the table. */
const isBelow = (head: TableHead, regions: readonly Region[]): boolean =>
  regions.every(({ text, column }) => column >= head.figures - 1 || numberingOf(text) === undefined) && regions.some(({ text }) => isSignHere(text) || isSigner(text) || isDayLine(text) || isRemark(text))

/** Words over the whole table: the title of a part of it, or, behind its last row, none of its. */
const reachesOver = (head: TableHead, regions: readonly Region[]): boolean => regions.some(({ column, columns }) => column < head.figures && column + columns > head.figures)

const endOf = (view: GridView, head: TableHead, begin: number): number => {
  let end = begin
  while (end < view.rows && !isBelow(head, view.written(end))) end += 1
  while (end > begin && (view.written(end - 1).length === 0 || reachesOver(head, view.written(end - 1)))) end -= 1
  return end
}

/** Reads the rows that the columns before the figures number and name, as far as the table goes. */
export const readRows = (view: GridView, head: TableHead): ReadRows => {
  const begin = (head.numbers ?? head.bottom) + 1
  const end = endOf(view, head, begin)
  const ofUnits = namesUnits(view.text(head.bottom, head.figures - 1))
  const rows = Array.from({ length: end - begin }, (_row, index) => begin + index).flatMap((row) => readRow(view, head, row, ofUnits))
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
