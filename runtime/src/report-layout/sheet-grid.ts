import { columnLetters } from '../values/column-letters.ts'

/** A cell of a sheet, over as many rows and columns as it is merged over; counted from 1. One without a text matters where it is merged or has a format. */
export interface GridCell {
  readonly row: number
  readonly column: number
  readonly rows?: number
  readonly columns?: number
  readonly text: string
  /** It holds a number. */
  readonly number?: boolean
  /** How its numbers are written: `0.00%`. Absent: in general. */
  readonly format?: string
}

/** A sheet of another program, as plain data: what stands where. */
export interface SheetGrid {
  readonly name: string
  readonly cells: readonly GridCell[]
  readonly hiddenRows?: readonly number[]
  readonly hiddenColumns?: readonly number[]
}

/** A cell among those that are shown, counted from 0; `place` is how the sheet calls it: `B7`. */
export interface Region {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly text: string
  readonly number: boolean
  readonly format?: string
  readonly place: string
}

/** No title is longer. */
const mostLetters = 2_000

/** The numbers that are shown, each with its place among them. */
const shownUpTo = (last: number, hidden: readonly number[] = []): ReadonlyMap<number, number> => {
  const away = new Set(hidden)
  return new Map(Array.from({ length: last }, (_number, index) => index + 1).filter((number) => !away.has(number)).map((number, index) => [number, index]))
}

const within = (shown: ReadonlyMap<number, number>, first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_number, index) => shown.get(first + index)).filter((place) => place !== undefined)

/** What is seen of a sheet: without hidden rows and columns, each cell found at every place it covers. */
export class GridView {
  readonly name: string
  readonly rows: number
  readonly columns: number
  readonly regions: readonly Region[]
  readonly #at = new Map<number, Region>()
  readonly #width: number

  constructor({ name, cells, hiddenRows, hiddenColumns }: SheetGrid) {
    const written = cells.filter(({ text }) => text !== '')
    const rows = shownUpTo(Math.max(0, ...cells.map(({ row, rows: down = 1 }) => row + down - 1)), hiddenRows)
    const columns = shownUpTo(Math.max(0, ...cells.map(({ column, columns: across = 1 }) => column + across - 1)), hiddenColumns)
    this.name = name
    this.#width = columns.size
    this.regions = cells.flatMap((cell) => this.#regionOf(cell, rows, columns))
    this.rows = Math.max(0, ...written.flatMap(({ row, rows: down = 1 }) => within(rows, row, down)).map((row) => row + 1))
    this.columns = columns.size
  }

  /** The cell at a place, be it the first of it or not. */
  at(row: number, column: number): Region | undefined {
    return this.#at.get(row * this.#width + column)
  }

  /** What is written at a place; nothing where the cell is blank. */
  text(row: number, column: number): string {
    return this.at(row, column)?.text ?? ''
  }

  /** The cells with a text that reach into a row, from the left to the right. */
  written(row: number): readonly Region[] {
    return [...new Set(Array.from({ length: this.columns }, (_column, column) => this.at(row, column)))].filter((region) => region !== undefined && region.text !== '') as readonly Region[]
  }

  #regionOf({ row, column, rows: down = 1, columns: across = 1, text, number = false, format }: GridCell, rows: ReadonlyMap<number, number>, columns: ReadonlyMap<number, number>): readonly Region[] {
    const [lines, places] = [within(rows, row, down), within(columns, column, across)]
    const [top, left] = [lines[0], places[0]]
    if (top === undefined || left === undefined) return []
    const region: Region = { row: top, column: left, rows: lines.length, columns: places.length, text: text.slice(0, mostLetters).replaceAll(/\s+/g, ' ').trim(), number, place: `${columnLetters(column)}${row}`, ...(format !== undefined && { format }) }
    for (const line of lines) for (const place of places) this.#at.set(line * this.#width + place, region)
    return [region]
  }
}
