import type { Workbook } from '@cj-tech-master/excelts'

/** How a cell looks. */
export interface DrawnStyle {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly across?: 'left' | 'center' | 'right'
  readonly size?: number
  /** A thin line around it. */
  readonly framed?: boolean
  readonly format?: string
  /** In levels. */
  readonly indent?: number
  readonly shaded?: boolean
}

/** What stands at a place, over one cell or several. Rows and columns count from 1. A text is a text whatever it begins with. */
export interface DrawnCell extends DrawnStyle {
  readonly row: number
  readonly column: number
  readonly rows?: number
  readonly columns?: number
  readonly value?: string | number
  /** Computed where it is opened; `value` is what it comes to. Written by this program only, never by people. */
  readonly formula?: string
}

/** A sheet drawn cell by cell, for paper. */
export interface DrawnSheet {
  readonly name: string
  readonly landscape: boolean
  /** In characters, column by column. */
  readonly widths: readonly number[]
  readonly cells: readonly DrawnCell[]
  /** Rows that stand on top of every page. */
  readonly head: readonly [first: number, last: number]
  /** Where the part that scrolls begins. */
  readonly frozen: { readonly row: number; readonly column: number }
}

const fontName = 'Times New Roman'
const thin = { style: 'thin' } as const

/** A workbook of drawn sheets, A4, one page wide. */
export async function drawnWorkbook(sheets: readonly DrawnSheet[]): Promise<Buffer> {
  const { Workbook: Empty } = await import('@cj-tech-master/excelts')
  const workbook = new Empty()
  for (const drawn of sheets) {
    const { frozen: { row: ySplit, column: xSplit }, head: [first, last] } = drawn
    const sheet = workbook.addWorksheet(drawn.name, {
      views: [{ state: 'frozen', ySplit: ySplit - 1, xSplit: xSplit - 1 }],
      pageSetup: { paperSize: 9, orientation: drawn.landscape ? 'landscape' : 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true, printTitlesRow: `${first}:${last}`, margins: { left: 0.6, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 } },
      headerFooter: { oddFooter: '&C&P/&N' },
    })
    sheet.columns = drawn.widths.map((width) => ({ width }))
    for (const cell of drawn.cells) drawCell(sheet, cell)
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

type Worksheet = ReturnType<Workbook['addWorksheet']>

function drawCell(sheet: Worksheet, { row, column, rows = 1, columns = 1, value, formula, ...style }: DrawnCell): void {
  if (rows > 1 || columns > 1) sheet.mergeCells(row, column, row + rows - 1, column + columns - 1)
  for (let down = 0; down < rows; down += 1) for (let over = 0; over < columns; over += 1) dress(sheet.getCell(row + down, column + over), style)
  const cell = sheet.getCell(row, column)
  if (formula !== undefined) cell.value = { formula, ...(value !== undefined && { result: value }) }
  else if (value !== undefined) cell.value = value
}

function dress(cell: ReturnType<Worksheet['getCell']>, { bold = false, italic = false, across = 'left', size = 11, framed = false, format, indent, shaded = false }: DrawnStyle): void {
  cell.font = { name: fontName, size, bold, italic }
  cell.alignment = { horizontal: across, vertical: 'middle', wrapText: true, ...(indent !== undefined && { indent }) }
  if (framed) cell.border = { top: thin, left: thin, bottom: thin, right: thin }
  if (format !== undefined) cell.numFmt = format
  if (shaded) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEFF3F3' } }
}
