import type { Answer, Issue, Text } from '@tieuchi/runtime'
import type { ReadCell, ReadSheet } from '../excel/excel-reading.ts'
import { plainText } from '../households/household-search.ts'
import { readValue } from './case-cells.ts'
import type { ValueColumn } from './case-columns.ts'
import { headWords, problemWords } from './case-file-words.ts'

export type KeyName = 'code' | 'title' | 'titleEn' | 'day' | 'member'

/** One row that says something, with where each of its cells stands. */
export interface SheetRow {
  readonly number: number
  readonly key: (name: KeyName) => ReadCell
  /** What the cells under the columns of values say, in the order of the columns; nothing for a blank cell or a wrong one. */
  readonly values: readonly { readonly column: ValueColumn; readonly value: Answer | undefined }[]
}

/** What a sheet says, and what is wrong with it by row and column. */
export interface ReadTable {
  readonly rows: readonly SheetRow[]
  readonly issues: readonly Issue[]
  readonly problemAt: (row: number, head: Text | undefined, problem: Text) => Issue
}

type Head = { readonly kind: 'key'; readonly name: KeyName; readonly head: Text } | { readonly kind: 'value'; readonly column: ValueColumn; readonly head: Text }

const problemIn = (sheet: string) => (row: number, head: Text | undefined, problem: Text): Issue => ({
  code: 'case_file', severity: 'error', path: [sheet, row, ...(head ? [head.vi] : [])], params: {},
  message: {
    vi: `Trang “${sheet}”, dòng ${row}${head ? `, cột “${head.vi}”` : ''}: ${problem.vi}`,
    en: `Sheet “${sheet}”, row ${row}${head ? `, column “${head.en}”` : ''}: ${problem.en}`,
  },
})

const wordsOf = (cell: ReadCell): string => (cell === undefined ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell))

const isHead = (written: string, { vi, en }: Text): boolean => plainText(written) === plainText(vi) || plainText(written) === plainText(en)

/** Reads a sheet whose first row holds the heads; `keys` are those it must have, of the rest any may be missing. */
export function readTable({ name, rows: [first = [], ...rest] }: ReadSheet, keys: readonly KeyName[], columns: readonly ValueColumn[]): ReadTable {
  const problemAt = problemIn(name)
  const known: readonly Head[] = [...keys.map((key): Head => ({ kind: 'key', name: key, head: headWords[key] })), ...columns.map((column): Head => ({ kind: 'value', column, head: column.head }))]
  const heads = first.map((cell) => known.find(({ head }) => isHead(wordsOf(cell), head)))
  const issues: Issue[] = first.flatMap((cell, index) => {
    const written = wordsOf(cell)
    if (written === '') return []
    if (!heads[index]) return [problemAt(1, undefined, problemWords.unknownColumn(written))]
    return heads.indexOf(heads[index]) < index ? [problemAt(1, undefined, problemWords.doubleColumn(written))] : []
  })
  for (const key of keys) if (key !== 'titleEn' && !heads.some((head) => head?.kind === 'key' && head.name === key)) issues.push(problemAt(1, undefined, problemWords.noColumn(headWords[key])))
  const rows = rest.flatMap((cells, index): readonly SheetRow[] => {
    if (cells.every((cell) => cell === undefined)) return []
    const number = index + 2
    const values = heads.flatMap((head, place) => (head?.kind === 'value' ? [{ column: head.column, value: valueIn(cells[place], head.column, (problem) => issues.push(problemAt(number, head.head, problem))) }] : []))
    return [{ number, key: (key) => cells[heads.findIndex((head) => head?.kind === 'key' && head.name === key)], values }]
  })
  return { rows, issues, problemAt }
}

function valueIn(cell: ReadCell, { kind }: ValueColumn, tell: (problem: Text) => void): Answer | undefined {
  if (cell === undefined) return undefined
  const read = readValue(cell, kind)
  if ('value' in read) return read.value
  tell(read.problem)
  return undefined
}
