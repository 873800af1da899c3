import type { ReportPeriod } from '../documents/report-document.ts'
import { plainLetters } from '../values/plain-letters.ts'
import { formCode, isDayLine, isLetterhead, isSigner, isSignHere, isUnitOfMeasure } from './layout-words.ts'
import type { GridView, Region } from './sheet-grid.ts'
import type { TableHead } from './table-head.ts'

/** What stands above a table. */
export interface AboveTable {
  readonly title?: string
  readonly code?: string
  readonly period: ReportPeriod
  /** Words that are neither: each with its place. */
  readonly rest: readonly Region[]
}

const isShouted = (text: string): boolean => /\p{Lu}/u.test(text) && text === text.toLocaleUpperCase('vi')

/** `TỔNG HỢP SỐ HỘ` as it is written in a sentence, `TM.` and `KT.` as they are. */
const calm = (text: string): string => {
  const [before = ''] = /^(?:(?:TM|KT|TL|TUQ|Q|T\/M)\.?\s+)?/.exec(text) ?? []
  const words = text.slice(before.length)
  return isShouted(text) ? before + words.slice(0, 1) + words.slice(1).toLocaleLowerCase('vi') : text
}

const periodOf = (texts: readonly string[]): ReportPeriod => {
  const said = plainLetters(texts.filter((text) => !isDayLine(text)).join(' '))
  if (/\bquy\b/.test(said)) return 'quarter'
  if (/\b(6|sau) thang\b|\bnua nam\b/.test(said)) return 'half_year'
  return /\bthang\b/.test(said) ? 'month' : 'year'
}

const widest = (lines: readonly Region[]): Region | undefined => lines.toSorted((a, b) => b.columns - a.columns || b.text.length - a.text.length)[0]

/** With a line the lines right above and below it that stand over the same columns. */
const block = (line: Region, lines: readonly Region[]): readonly Region[] => {
  const over = new Map(lines.filter(({ column, columns }) => column === line.column && columns === line.columns).map((each) => [each.row, each]))
  let first = line.row
  while (over.has(first - 1)) first -= 1
  const found: Region[] = []
  for (let next = over.get(first); next; next = over.get(next.row + next.rows)) found.push(next)
  return found
}

/** The title is what is written in capitals, over one or more rows: the widest of it; else the widest line that stands alone. */
const titleAmong = (lines: readonly Region[], alone: (region: Region) => boolean): readonly Region[] => {
  const shouted = lines.filter(({ text }) => isShouted(text) && text.length > 3)
  const best = widest(shouted.filter(alone)) ?? widest(shouted)
  if (best) return block(best, shouted)
  const other = widest(lines.filter((region) => alone(region) && !region.text.startsWith('(')))
  return other ? [other] : []
}

/** Reads title, code and period from above a table. What every official paper has there is the program's own to print. */
export const readAbove = (view: GridView, { top }: TableHead): AboveTable => {
  const above = view.regions.filter(({ row, text }) => row < top && text !== '').toSorted((a, b) => a.row - b.row || a.column - b.column)
  const coded = above.find(({ text }) => formCode(text) !== undefined)
  const code = coded && formCode(coded.text)
  const lines = above.flatMap((region): readonly Region[] => (region === coded ? (code && code.rest !== '' ? [{ ...region, text: code.rest }] : []) : [region]))
    .filter(({ text }) => !isLetterhead(text) && !isUnitOfMeasure(text) && !isDayLine(text))
  const title = titleAmong(lines, ({ row }) => view.written(row).length === 1)
  return {
    ...(title.length > 0 && { title: calm(title.map(({ text }) => text).join(' ')) }),
    ...(code && { code: code.code }),
    period: periodOf(above.map(({ text }) => text)),
    rest: lines.filter((region) => !title.includes(region)),
  }
}

/** What stands below a table: who signs, and words. */
export interface BelowTable {
  readonly signatures: readonly string[]
  readonly rest: readonly Region[]
}

/** The rows that name who signs: right above the one that says where; else those that name an office. */
const signerRows = (view: GridView, end: number): readonly number[] => {
  const rows = Array.from({ length: Math.max(0, view.rows - end) }, (_row, index) => end + index)
  const here = rows.find((row) => view.written(row).some(({ text }) => isSignHere(text)))
  const names = (row: number): boolean => view.written(row).length > 0 && view.written(row).every(({ text }) => !isDayLine(text) && !isSignHere(text))
  if (here === undefined) return rows.filter((row) => view.written(row).some(({ text }) => isSigner(text)))
  let first = here
  while (first > end && names(first - 1)) first -= 1
  return rows.filter((row) => row >= first && row < here)
}

const overlap = (a: Region, b: Region): boolean => a.column < b.column + b.columns && b.column < a.column + a.columns

/** Reads from below a table who signs, from the left to the right. */
export const readBelow = (view: GridView, end: number): BelowTable => {
  const rows = signerRows(view, end)
  const signers: Region[][] = []
  for (const region of rows.flatMap((row) => view.written(row).filter((each) => each.row === row))) {
    const above = signers.find((each) => each.some((other) => overlap(other, region)))
    if (above) above.push(region)
    else signers.push([region])
  }
  const named = new Set(signers.flat())
  return {
    signatures: signers.toSorted(([a], [b]) => (a?.column ?? 0) - (b?.column ?? 0)).map((regions) => regions.map(({ text }) => calm(text)).join('\n')),
    rest: view.regions.filter((region) => region.row >= end && region.text !== '' && !named.has(region) && !isSignHere(region.text) && !isDayLine(region.text)),
  }
}
