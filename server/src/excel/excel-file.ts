import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'

/** What a cell may hold. A text is a text whatever it begins with: nothing here is ever read as a formula. */
export type Cell = string | number | Date | undefined

export interface ExcelColumn {
  readonly title: string
  /** In characters. */
  readonly width: number
  /** How its dates are written; days alone where nothing else is said. */
  readonly format?: 'dd/mm/yyyy hh:mm'
}

export interface ExcelSheet {
  readonly name: string
  readonly columns: readonly ExcelColumn[]
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>
}

/** An Excel workbook that is written while it is read: of its rows only those on the way are in memory. */
export function excelFile(sheets: readonly ExcelSheet[]): Readable {
  const file = new PassThrough()
  writeWorkbook(file, sheets).catch((error: unknown) => file.destroy(error instanceof Error ? error : new Error(String(error))))
  return file
}

async function writeWorkbook(file: PassThrough, sheets: readonly ExcelSheet[]): Promise<void> {
  // Loaded when the first list is taken out: it is large, and most processes never write one.
  const { WorkbookWriter } = await import('@cj-tech-master/excelts')
  const workbook = new WorkbookWriter({ stream: file, useStyles: true, useSharedStrings: false })
  for (const { name, columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = columns.map(({ width }) => ({ width }))
    const head = sheet.addRow(columns.map(({ title }) => title))
    head.font = { bold: true }
    head.commit()
    for await (const row of rows) {
      const added = sheet.addRow([...row])
      for (const [index, cell] of row.entries()) if (cell instanceof Date) added.getCell(index + 1).numFmt = columns[index]?.format ?? 'dd/mm/yyyy'
      added.commit()
      if (file.writableNeedDrain) await drained(file)
    }
    sheet.commit()
  }
  await workbook.commit()
}

/** Waits until whoever reads is ready for more; fails where they have gone. */
async function drained(file: PassThrough): Promise<void> {
  if (file.destroyed) throw new Error('The file is no longer wanted')
  await Promise.race([once(file, 'drain'), once(file, 'close').then(() => { throw new Error('The file is no longer wanted') })])
}

const vietNamMilliseconds = 7 * 3600 * 1000

/** A day as a cell holds it. */
export const dayCell = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** An instant as a cell holds it: cells know no zone, so it is the time in Việt Nam. */
export const instantCell = (instant: string): Date => new Date(Date.parse(instant) + vietNamMilliseconds)
