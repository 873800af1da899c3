import type { RecordWithInfo } from '@cj-tech-master/excelts/csv'

/** A line of a table, by the number of the line of text it begins on. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
  /** False where a quotation mark was opened and never closed. */
  readonly whole: boolean
}

/** Reads a table of cells between commas or semicolons, whichever its first line has more of; lines without anything are left out. */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  const { parseCsvRows } = await import('@cj-tech-master/excelts/csv')
  const { first, rest } = await firstLine(text)
  const delimiter = countOf(first, ';') > countOf(first, ',') ? ';' : ','
  for await (const read of parseCsvRows(rest, { delimiter, info: true, raw: true })) {
    if (!isInformed(read)) throw new Error('Rows were asked for with their lines')
    const { record, info: { line, raw = '' } } = read
    const cells = record.map((cell) => cell.trim())
    if (cells.some((cell) => cell !== '')) yield { line, cells, whole: countOf(raw, '"') % 2 === 0 }
  }
}

const isInformed = (read: unknown): read is RecordWithInfo<string[]> => typeof read === 'object' && read !== null && 'info' in read && 'record' in read && Array.isArray(read.record)

const countOf = (text: string, sign: string): number => text.split(sign).length - 1

/** The first line, and everything from it on. */
async function firstLine(text: AsyncIterable<string>): Promise<{ readonly first: string; readonly rest: AsyncGenerator<string> }> {
  const parts = text[Symbol.asyncIterator]()
  let begun = ''
  for (let next = await parts.next(); !next.done; next = await parts.next()) {
    begun += next.value
    if (begun.includes('\n')) break
  }
  const rest = async function* (): AsyncGenerator<string> {
    yield begun
    for (let next = await parts.next(); !next.done; next = await parts.next()) yield next.value
  }
  return { first: begun.split('\n', 1)[0] ?? '', rest: rest() }
}
