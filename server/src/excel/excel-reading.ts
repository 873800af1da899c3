import type { Workbook } from '@cj-tech-master/excelts'
import { unpackedSize } from './unpacked-size.ts'

/** What stands in a cell. A formula is what it last came to. */
export type ReadCell = string | number | boolean | Date | undefined

export interface ReadSheet {
  readonly name: string
  /** By their numbers in the sheet, which begin with 1; blank rows are there too. */
  readonly rows: readonly (readonly ReadCell[])[]
}

/** Room for thousands of rows; what is larger is no table that people wrote. */
const mostUnpacked = 48 * 1024 * 1024
const mostRows = 20_000
const mostColumns = 500

/** An Excel file as it is; undefined where it is none, or too large. */
export async function openExcel(content: Buffer): Promise<Workbook | undefined> {
  if (unpackedSize(content, mostUnpacked) === undefined) return undefined
  const { Workbook: Empty } = await import('@cj-tech-master/excelts')
  const workbook = new Empty()
  try {
    await workbook.xlsx.load(content)
  } catch {
    return undefined
  }
  return workbook
}

/** The sheets of an Excel file; undefined where it is none, or too large. */
export async function readExcel(content: Buffer): Promise<readonly ReadSheet[] | undefined> {
  const workbook = await openExcel(content)
  if (!workbook) return undefined
  const sheets = workbook.worksheets.map((sheet): ReadSheet | undefined => {
    const { name, rowCount, columnCount } = sheet
    if (rowCount > mostRows || columnCount > mostColumns) return undefined
    return { name, rows: Array.from({ length: rowCount }, (_row, row) => Array.from({ length: columnCount }, (_cell, column) => plainValue(sheet.getCell(row + 1, column + 1).value))) }
  })
  return sheets.every((sheet) => sheet !== undefined) ? sheets : undefined
}

/** What a cell comes to; nothing where it is blank. */
export function plainValue(value: unknown): ReadCell {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value
  if (typeof value !== 'object' || value === null) return undefined
  if ('richText' in value && Array.isArray(value.richText)) return plainValue(value.richText.map((part: unknown) => (typeof part === 'object' && part !== null && 'text' in part ? String(part.text) : '')).join(''))
  if ('result' in value) return plainValue(value.result)
  return 'text' in value ? plainValue(value.text) : undefined
}
