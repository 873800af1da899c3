import type { Language, LeafColumn, SheetRow } from '@tieuchi/runtime'
import { millimetre } from '../prints/print-engine.ts'
import { valueText } from './report-excel.ts'

/** What stands beside a sheet of figures on paper, from the left: left, top, right, bottom. */
export const margins = [15 * millimetre, 12 * millimetre, 10 * millimetre, 15 * millimetre] as const

/** So many columns of figures fit a sheet that stands. */
const mostUpright = 6

/** Whether a report is laid across the sheet: it has many columns, or tells what is known of households by name. */
export const isLandscape = (columns: readonly LeafColumn[]): boolean => columns.length > mostUpright || columns.some(({ kind }) => kind === 'value')

/** The width of the column of numbers before the titles of rows. */
export const numberWidth = 20

const [long, short] = [842, 595]
/** Padding and lines of a cell. */
const around = 9
/** A letter is about half as wide as it is high. */
const letter = 0.5
/** Lists of values go over lines; one line of so many points is enough. */
const longestLine = 250
const shortest = 40
const titlesOfRows = { from: 90, to: 180 } as const
const remarks = 70

interface Written {
  readonly columns: readonly LeafColumn[]
  readonly rows: readonly SheetRow[]
  readonly size: number
  readonly language: Language
}

const linesOf = (texts: readonly string[], size: number): number => Math.max(0, ...texts.map((text) => text.length)) * size * letter

const between = (value: number, { from, to }: { readonly from: number; readonly to: number }): number => Math.min(to, Math.max(from, value))

/** In points; what is left is for the titles of rows. */
export const columnWidths = ({ columns, rows, size, language }: Written): readonly number[] => {
  if (!columns.some(({ kind }) => kind === 'value')) {
    const even = columns.length > mostUpright ? Math.min(56, Math.floor(560 / columns.length) - 7) : 52
    return columns.map(() => even)
  }
  const wanted = columns.map(({ id, kind }) => {
    if (kind === 'value') return between(linesOf(rows.map(({ cells }) => valueText(cells[id], language)), size), { from: shortest, to: longestLine })
    return kind === 'text' ? remarks : shortest
  })
  const paper = (isLandscape(columns) ? long : short) - margins[0] - margins[2] - (columns.length + 2) * around - numberWidth
  const room = paper - between(linesOf(rows.map(({ title }) => title[language]), size), titlesOfRows)
  const all = wanted.reduce((sum, each) => sum + each, 0)
  return wanted.map((width) => (all > room ? Math.floor(width * room / all) : width))
}
