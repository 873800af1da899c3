import type { Workbook } from '@cj-tech-master/excelts'
import type { GridCell, SheetGrid } from '@tieuchi/runtime'
import { openExcel, plainValue } from './excel-reading.ts'

/** A form that people print is far smaller. */
const mostRows = 2_000
const mostColumns = 200
const mostCells = 20_000

type Worksheet = Workbook['worksheets'][number]

/** The sheets of an Excel file that are shown, with merged cells, formats and what is hidden; undefined where it is none, or larger than a form. */
export async function readGrids(content: Buffer): Promise<readonly SheetGrid[] | undefined> {
  const workbook = await openExcel(content)
  const grids = workbook?.worksheets.filter(({ state }) => state === 'visible').map((sheet) => new GridReader(sheet).read())
  return grids?.every((grid) => grid !== undefined) ? grids : undefined
}

interface Spread {
  readonly rows: number
  readonly columns: number
}

const numbersUpTo = (last: number): readonly number[] => Array.from({ length: last }, (_number, index) => index + 1)

class GridReader {
  readonly #sheet: Worksheet
  /** What is merged, by the place of its first cell, and every other place it covers. */
  readonly #merged = new Map<string, Spread>()
  readonly #covered = new Set<string>()
  /** The format above in each column: the same again is not told again. */
  readonly #formats = new Map<number, string>()
  readonly #cells: GridCell[] = []

  constructor(sheet: Worksheet) {
    this.#sheet = sheet
  }

  read(): SheetGrid | undefined {
    if (!this.#merge() || !this.#readCells()) return undefined
    const [rows, columns] = [Math.max(0, ...this.#cells.map(({ row, rows: down = 1 }) => row + down - 1)), Math.max(0, ...this.#cells.map(({ column, columns: across = 1 }) => column + across - 1))]
    const hiddenRows = numbersUpTo(rows).filter((row) => this.#sheet.getRow(row).hidden)
    const hiddenColumns = numbersUpTo(columns).filter((column) => this.#sheet.getColumn(column).hidden)
    return { name: this.#sheet.name, cells: this.#cells, ...(hiddenRows.length > 0 && { hiddenRows }), ...(hiddenColumns.length > 0 && { hiddenColumns }) }
  }

  #merge(): boolean {
    return this.#sheet.mergedRegions.every(({ top, left, bottom, right }) => {
      if (bottom > mostRows || right > mostColumns) return false
      this.#merged.set(`${top} ${left}`, { rows: bottom - top + 1, columns: right - left + 1 })
      for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) if (row > top || column > left) this.#covered.add(`${row} ${column}`)
      return this.#covered.size <= mostCells
    })
  }

  #readCells(): boolean {
    let fits = true
    this.#sheet.eachRow((row, number) => {
      if (!fits) return
      row.eachCell({ includeEmpty: true }, (cell, column) => {
        if (!fits || this.#covered.has(`${number} ${column}`)) return
        const read = this.#cell(cell, number, column)
        if (read) this.#cells.push(read)
        fits = !read || (number <= mostRows && column <= mostColumns && this.#cells.length <= mostCells)
      })
    })
    return fits
  }

  #cell(cell: ReturnType<Worksheet['getCell']>, row: number, column: number): GridCell | undefined {
    const value = plainValue(cell.value)
    const { numFmt } = cell
    const format = typeof numFmt === 'string' && numFmt !== 'General' && numFmt !== '@' ? numFmt : undefined
    const told = format !== undefined && this.#formats.get(column) !== format
    if (format !== undefined) this.#formats.set(column, format)
    const merged = this.#merged.get(`${row} ${column}`)
    if (value === undefined && !merged && !told) return undefined
    return { row, column, ...merged, text: value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? ''), ...(typeof value === 'number' && { number: true }), ...(format !== undefined && { format }) }
  }
}
