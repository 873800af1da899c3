import type { Answer, Issue, Text } from '@tieuchi/runtime'
import type { ReadCell, ReadSheet } from '../excel/excel-reading.ts'
import { plainText } from '../households/household-search.ts'
import { readValue, textOf } from './case-cells.ts'
import type { CellKind, ValueColumn } from './case-columns.ts'
import { headWords, problemWords } from './case-file-words.ts'

/** A column that is there in every draft. */
export type KeyName = Exclude<keyof typeof headWords, 'assumed' | 'expected'>

/** The columns of that kind a sheet has: those without which it cannot be read, and the others. */
export interface SheetKeys {
  readonly needed: readonly KeyName[]
  readonly other: readonly KeyName[]
}

/** One row that says something, with where each of its cells stands. */
export interface SheetRow {
  readonly number: number
  readonly key: (name: KeyName) => ReadCell
  /** What the cell under a column says that is there in every draft; nothing where it is blank, or not what the column holds. */
  readonly read: (name: KeyName, kind: CellKind) => Answer | undefined
  /** What the cells under the columns of values say, in the order of the columns; nothing for a blank cell or a wrong one. */
  readonly values: readonly { readonly column: ValueColumn; readonly value: Answer | undefined }[]
}

/** What a sheet says, and what is wrong with it by row and column. */
export interface ReadTable {
  readonly rows: readonly SheetRow[]
  readonly has: (name: KeyName) => boolean
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

const isHead = (written: string, { vi, en }: Text): boolean => plainText(written) === plainText(vi) || plainText(written) === plainText(en)

/** Reads a sheet whose first row holds the heads. */
export function readTable({ name, rows: [first = [], ...rest] }: ReadSheet, { needed, other }: SheetKeys, columns: readonly ValueColumn[]): ReadTable {
  const problemAt = problemIn(name)
  const known: readonly Head[] = [...[...needed, ...other].map((key): Head => ({ kind: 'key', name: key, head: headWords[key] })), ...columns.map((column): Head => ({ kind: 'value', column, head: column.head }))]
  const heads = first.map((cell) => known.find(({ head }) => isHead(textOf(cell), head)))
  const issues: Issue[] = first.flatMap((cell, index) => {
    const written = textOf(cell)
    if (written === '') return []
    if (!heads[index]) return [problemAt(1, undefined, problemWords.unknownColumn(written))]
    return heads.indexOf(heads[index]) < index ? [problemAt(1, undefined, problemWords.doubleColumn(written))] : []
  })
  const placeOf = (key: KeyName): number => heads.findIndex((head) => head?.kind === 'key' && head.name === key)
  for (const key of needed) if (placeOf(key) === -1) issues.push(problemAt(1, undefined, problemWords.noColumn(headWords[key])))
  const rows = rest.flatMap((cells, index): readonly SheetRow[] => {
    if (cells.every((cell) => cell === undefined)) return []
    const number = index + 2
    const values = heads.flatMap((head, place) => (head?.kind === 'value' ? [{ column: head.column, value: valueIn(cells[place], head.column.kind, (problem) => issues.push(problemAt(number, head.head, problem))) }] : []))
    const key = (of: KeyName): ReadCell => cells[placeOf(of)]
    return [{ number, key, read: (of, kind) => valueIn(key(of), kind, (problem) => issues.push(problemAt(number, headWords[of], problem))), values }]
  })
  return { rows, issues, problemAt, has: (key) => placeOf(key) !== -1 }
}

function valueIn(cell: ReadCell, kind: CellKind, tell: (problem: Text) => void): Answer | undefined {
  if (cell === undefined) return undefined
  const read = readValue(cell, kind)
  if ('value' in read) return read.value
  tell(read.problem)
  return undefined
}
