import { columnLetters, columnTitle, formatDate, leafColumns, reportHead, type Expression, type Language, type LeafColumn, type SheetCell, type SheetRow } from '@tieuchi/runtime'
import type { DrawnCell, DrawnSheet, DrawnStyle } from '../excel/drawn-workbook.ts'
import type { UnitOnDate } from '../units/unit-schema.ts'
import { issuerLines, type IssuedBy } from '../prints/administrative-head.ts'
import { sayIn } from '../prints/print-words.ts'
import { sayCounted } from './known-moment.ts'
import type { Report } from './report-schema.ts'
import { sayViolations } from './report-violations.ts'
import { sayReport } from './report-words.ts'

/** A report to be taken out, with the unit as it was on its last day. */
export interface WrittenReport {
  readonly report: Report
  readonly unit: UnitOnDate
  readonly language: Language
}

const framed: DrawnStyle = { framed: true }
const headStyle: DrawnStyle = { framed: true, bold: true, across: 'center', shaded: true }

const formatOf = (column: LeafColumn): string => {
  if (column.kind !== 'measure' && column.kind !== 'formula') return '@'
  const digits = column.decimals ?? 0
  const decimals = digits > 0 ? `.${'0'.repeat(digits)}` : ''
  return column.unit === 'percent' ? `0${decimals}%` : `#,##0${decimals}`
}

/** The report as the form has it, on one sheet: sums of rows and formulas between columns are computed where it is opened. */
export const reportSheet = (written: WrittenReport): DrawnSheet => new SheetWriter(written).sheet()

class SheetWriter {
  readonly #written: WrittenReport
  readonly #columns: readonly LeafColumn[]
  readonly #numbered: boolean
  readonly #head: ReturnType<typeof reportHead>
  readonly #rowOf: ReadonlyMap<string, number>
  readonly #top = 8

  constructor(written: WrittenReport) {
    this.#written = written
    const { document, rows } = written.report
    this.#columns = leafColumns(document).map(({ column }) => column)
    this.#numbered = rows.some(({ number }) => number !== undefined)
    this.#head = reportHead(document)
    this.#rowOf = new Map(rows.map(({ id }, index) => [id, this.#first + index]))
  }

  /** Columns before the figures. */
  get #before(): number {
    return this.#numbered ? 2 : 1
  }

  get #last(): number {
    return this.#before + this.#columns.length
  }

  /** The first row of figures: below the head and the line that numbers the columns. */
  get #first(): number {
    return this.#top + this.#head.lines + 1
  }

  sheet(): DrawnSheet {
    const { report: { rows }, language } = this.#written
    return {
      name: sayReport(language)('sheet'),
      landscape: this.#columns.length > 6,
      widths: [...(this.#numbered ? [6] : []), 30, ...this.#columns.map(({ kind }) => (kind === 'text' || kind === 'value' ? 18 : 12))],
      cells: [...this.#titles(), ...this.#headCells(), ...rows.flatMap((row, index) => this.#row(row, this.#first + index)), ...this.#foot(this.#first + rows.length)],
      head: [this.#top, this.#first - 1],
      frozen: { row: this.#first, column: this.#before + 1 },
    }
  }

  #titles(): readonly DrawnCell[] {
    const { report, unit, language } = this.#written
    const { document, from, to } = report
    const counted = sayCounted(report, language)
    const say = sayIn(language)
    const half = Math.max(this.#before, Math.floor(this.#last / 2))
    const issued: IssuedBy = issuerLines(say, unit)
    const left = (row: number, value: string, bold: boolean): DrawnCell => ({ row, column: 1, columns: half, value, bold, across: 'center' })
    const right = (row: number, value: string): DrawnCell => ({ row, column: half + 1, columns: Math.max(1, this.#last - half), value, bold: true, across: 'center' })
    const whole = (row: number, value: string, style: DrawnStyle): DrawnCell => ({ row, column: 1, columns: this.#last, value, across: 'center', ...style })
    return [
      ...(issued.above === undefined ? [] : [left(1, issued.above, false)]), left(2, issued.own, true), right(1, say('nation')), right(2, say('motto')),
      ...(document.code ? [whole(3, document.code[language], { across: 'right', italic: true })] : []),
      whole(4, document.title[language].toLocaleUpperCase('vi'), { bold: true, size: 14 }),
      whole(5, `${unit.name}. ${sayReport(language)('span', { from: formatDate(from), to: formatDate(to) })}`, { italic: true }),
      ...(counted === undefined ? [] : [whole(6, counted, { italic: true })]),
    ]
  }

  #headCells(): readonly DrawnCell[] {
    const { language } = this.#written
    const say = sayReport(language)
    const before = [...(this.#numbered ? [say('number')] : []), say('rowTitle')].map((value, index): DrawnCell => ({ row: this.#top, column: index + 1, rows: this.#head.lines, value, ...headStyle }))
    const cells = this.#head.cells.map(({ column, level, first, across, down }): DrawnCell => ({
      row: this.#top + level, column: this.#before + first + 1, columns: across, rows: down,
      value: columnTitle(column)[language], ...headStyle,
    }))
    const letters = Array.from({ length: this.#last }, (_column, index): DrawnCell => ({
      row: this.#first - 1, column: index + 1, value: index < this.#before ? String.fromCodePoint(65 + index) : String(index - this.#before + 1), framed: true, across: 'center', italic: true, size: 9,
    }))
    return [...before, ...cells, ...letters]
  }

  #row(row: SheetRow, at: number): readonly DrawnCell[] {
    const { language } = this.#written
    const bold = row.level === 0 && row.household === undefined
    return [
      ...(this.#numbered ? [{ row: at, column: 1, ...(row.number !== undefined && { value: row.number }), across: 'center', bold, ...framed } satisfies DrawnCell] : []),
      { row: at, column: this.#before, value: row.title[language], indent: row.level, bold, ...framed },
      ...this.#columns.map((column, index) => this.#figure(row, column, { row: at, column: this.#before + index + 1, bold, ...framed })),
    ]
  }

  #figure(row: SheetRow, column: LeafColumn, place: DrawnCell): DrawnCell {
    const { language } = this.#written
    if (column.kind === 'text') return { ...place, ...(column.text && { value: column.text[language] }) }
    const cell = row.cells[column.id]
    if (column.kind === 'value') return { ...place, value: valueText(cell, language) }
    if (cell === undefined && isOfNames(row)) return place
    if (column.kind === 'open') return { ...place, value: '[?]', across: 'center' }
    const value = cell?.value
    const formula = column.kind === 'formula' ? this.#formula(column.formula, place.row) : this.#sum(row, column, place.column)
    return { ...place, across: 'right', format: formatOf(column), ...(value === undefined ? { value: '–' } : { value }), ...(formula !== undefined && value !== undefined && { formula }) }
  }

  /** A row that is the sum of others says so, where what they were counted to comes to the same. */
  #sum(row: SheetRow, column: LeafColumn, at: number): string | undefined {
    if (column.kind !== 'measure' || 'share' in column.measure || row.parts.length === 0) return undefined
    const rows = this.#written.report.rows.filter(({ id }) => row.parts.includes(id))
    const sum = rows.reduce((all, part) => all + (part.cells[column.id]?.value ?? 0), 0)
    const places = rows.map(({ id }) => `${columnLetters(at)}${this.#rowOf.get(id) ?? 0}`)
    return sum === row.cells[column.id]?.value && places.length <= mostAdded ? `SUM(${places.join(',')})` : undefined
  }

  /** A formula between columns in the words of Excel; undefined where these have none for it. */
  #formula(expression: Expression, row: number): string | undefined {
    if (typeof expression === 'number') return String(expression)
    if (typeof expression !== 'object') return undefined
    if ('fact' in expression) {
      const index = this.#columns.findIndex(({ id }) => id === expression.fact)
      return index === -1 ? undefined : `${columnLetters(this.#before + index + 1)}${row}`
    }
    const joined = (parts: readonly Expression[], sign: string): string | undefined => {
      const told = parts.map((part) => this.#formula(part, row))
      return told.includes(undefined) ? undefined : `(${told.join(sign)})`
    }
    if ('add' in expression) return joined(expression.add, '+')
    if ('subtract' in expression) return joined(expression.subtract, '-')
    if ('multiply' in expression) return joined(expression.multiply, '*')
    return 'divide' in expression ? joined(expression.divide, '/') : undefined
  }

  #foot(after: number): readonly DrawnCell[] {
    const { report: { document, release }, language } = this.#written
    const say = sayReport(language)
    const notes = [`${say('rules')}: ${release.title[language]}`, ...sayViolations(this.#written)]
    const lines = notes.map((value, index): DrawnCell => ({ row: after + index, column: 1, columns: this.#last, value, italic: true, size: 10 }))
    const signers = document.signatures ?? []
    const width = Math.max(1, Math.floor(this.#last / Math.max(1, signers.length)))
    const at = after + notes.length + 1
    return [
      ...lines,
      ...signers.flatMap(({ title }, index): readonly DrawnCell[] => {
        const column = index * width + 1
        const columns = index === signers.length - 1 ? this.#last - column + 1 : width
        return [{ row: at, column, columns, value: title[language], bold: true, across: 'center' }, { row: at + 1, column, columns, value: say('sign'), italic: true, across: 'center', size: 10 }]
      }),
    ]
  }
}

/** Columns without words of their own have none in the rows of a list of names, and values none elsewhere. */
export const isOfNames = ({ household, notTold }: SheetRow): boolean => household !== undefined || notTold !== undefined

/** What is known of the household of a row; `[?]` where it is not known. */
export const valueText = (cell: SheetCell | undefined, language: Language): string => (cell && cell.open > 0 ? '[?]' : (cell?.words?.[language] ?? ''))

/** So many cells a sum names; Excel takes no more than 255. */
const mostAdded = 200
