import { columnLabel, isLetterhead, isNameHead, isOrdinalHead } from './layout-words.ts'
import type { GridView, Region } from './sheet-grid.ts'

/** Where the head of a table stands. Rows and columns count from 0; the last ones are within. */
export interface TableHead {
  readonly top: number
  readonly bottom: number
  /** The line that numbers the columns. */
  readonly numbers?: number
  readonly first: number
  /** The first column of figures: those before it number and name the rows. */
  readonly figures: number
  readonly last: number
}

/** A line of numbers alone, from the left to the right: `A`, `B`, `(1)`, `(2)`. */
const isNumberLine = (view: GridView, row: number): boolean => {
  const regions = view.written(row).filter((region) => region.row === row)
  const labels = regions.map(({ text }) => columnLabel(text))
  const numbers = labels.flatMap((label) => (label?.number === undefined ? [] : [label.number]))
  return regions.length >= 2 && labels.every((label) => label !== undefined) && numbers.length > 0 && numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0))
}

const rowsOf = (view: GridView): readonly number[] => Array.from({ length: view.rows }, (_row, row) => row)

/** The lowest cell above a row that names or numbers the rows of a table, with more cells beside it. */
const cornerAbove = (view: GridView, below: number): Region | undefined => {
  const heads = view.regions.filter(({ row, text, column }) => row < below && text !== '' && column < 3 && isOrdinalHead(text) && view.written(row).length > 1)
  return heads.toSorted((a, b) => b.row - a.row)[0]
}

const cornerBelowTitles = (view: GridView): Region | undefined => {
  const beside = (row: number): number => view.written(row).filter(({ text, number }) => !number && !isLetterhead(text)).length
  const inOrder = view.regions.toSorted((a, b) => a.row - b.row || a.column - b.column)
  return inOrder.find(({ row, text, column }) => column < 3 && isOrdinalHead(text) && beside(row) > 1) ?? inOrder.find(({ row, text, column }) => column < 2 && isNameHead(text) && beside(row) > 2)
}

/** Whether a row belongs to the head that goes on below it. */
const goesOn = (view: GridView, row: number): boolean => {
  const regions = view.written(row)
  if (regions.some((region) => region.row <= row && region.row + region.rows > row + 1)) return true
  return regions.length > 1 && regions.every(({ text }) => !isLetterhead(text))
}

const topFrom = (view: GridView, from: number): number => {
  let top = from
  while (top > 0 && goesOn(view, top - 1)) top -= 1
  return top
}

/** Where a head without a line of numbers ends: at its corner, or further where the columns below it have more heads. */
const bottomFrom = (view: GridView, { row, rows, column, columns }: Region): number => {
  let bottom = row + rows - 1
  if (rows > 1) return bottom
  const names = (line: number): boolean => Array.from({ length: columns + 1 }, (_column, index) => view.at(line, column + index)).every((region) => region === undefined || region.text === '' || region.row <= row)
  while (bottom + 1 < view.rows && names(bottom + 1) && view.written(bottom + 1).some(({ text, number }) => !number && text !== '')) bottom += 1
  return bottom
}

const reachOf = (regions: readonly Region[]): readonly [first: number, last: number] =>
  [Math.min(...regions.map(({ column }) => column)), Math.max(...regions.map(({ column, columns }) => column + columns - 1))]

const between = (view: GridView, top: number, bottom: number): readonly Region[] => view.regions.filter(({ row, rows, text }) => text !== '' && row <= bottom && row + rows > top)

/** Behind the columns that number and name the rows: the first two with letters, or the one that numbers and the next one. */
const figuresFrom = (view: GridView, { top, bottom, numbers, first }: Omit<TableHead, 'figures' | 'last'>): number => {
  const labelled = numbers === undefined ? [] : view.written(numbers)
  const counted = labelled.findIndex(({ text }) => columnLabel(text)?.number !== undefined)
  const lastLettered = labelled.slice(0, Math.min(2, counted)).at(-1)
  if (lastLettered) return lastLettered.column + lastLettered.columns
  const endOf = (column: number): number => {
    const region = between(view, top, bottom).find((each) => each.column <= column && column < each.column + each.columns)
    return region ? region.column + region.columns : column + 1
  }
  const numbered = between(view, top, bottom).some(({ column, text }) => column === first && isOrdinalHead(text))
  return numbered ? endOf(endOf(first)) : endOf(first)
}

/** Finds the head of the table of a sheet; undefined where nothing looks like one. */
export const findHead = (view: GridView): TableHead | undefined => {
  const numbers = rowsOf(view).find((row) => row > 0 && isNumberLine(view, row) && view.written(row - 1).length > 1)
  const corner = numbers === undefined ? cornerBelowTitles(view) : cornerAbove(view, numbers)
  const bottom = numbers === undefined ? corner && bottomFrom(view, corner) : numbers - 1
  if (bottom === undefined) return undefined
  const top = corner && corner.rows > 1 ? corner.row : topFrom(view, corner?.row ?? bottom)
  const [first, last] = reachOf([...between(view, top, bottom), ...(numbers === undefined ? [] : view.written(numbers))])
  const head = { top, bottom, ...(numbers !== undefined && { numbers }), first }
  return { ...head, figures: figuresFrom(view, head), last }
}
