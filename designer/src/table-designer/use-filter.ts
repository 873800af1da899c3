import type { TableRow } from '@tieuchi/runtime'
import { useDeferredValue, useMemo, useState } from 'react'
import { matchesSearch } from '../ui/search-text.ts'
import { keptEntries, useKept } from '../ui/use-kept.ts'
import { textOfCell } from './cell-writing.ts'
import type { TableColumn } from './table-column.ts'
import type { UnreadCells } from './use-unread-cells.ts'
import { cellKey } from './writing.ts'

export interface Filter {
  /** What is looked for, by the key of the column. */
  readonly texts: Readonly<Record<string, string>>
  readonly active: boolean
  readonly set: (column: string, text: string) => void
  readonly clear: () => void
}

export interface ShownRow {
  readonly row: TableRow
  /** Its place in the whole table. */
  readonly index: number
}

/** A row that was not changed and stands where it stood is not drawn again. */
const keptRows = (before: readonly ShownRow[], now: readonly ShownRow[]): readonly ShownRow[] =>
  keptEntries(before, now, ({ row }) => row.id, (a, b) => a.row === b.row && a.index === b.index)

/** The rows whose cells hold what is looked for in each column, without diacritics. */
export const useFilter = (rows: readonly TableRow[], columns: readonly TableColumn[], unread: UnreadCells): { readonly shown: readonly ShownRow[]; readonly filter: Filter } => {
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const looked = useDeferredValue(texts)
  const asked = useMemo(() => columns.filter(({ key }) => (looked[key] ?? '').trim() !== ''), [columns, looked])
  const shown = useMemo(() => {
    const all = rows.map((row, index): ShownRow => ({ row, index }))
    if (asked.length === 0) return all
    return all.filter(({ row }) => asked.every((column) => matchesSearch(unread.get(cellKey(row.id, column.key))?.text ?? textOfCell(row, column), (looked[column.key] ?? '').trim())))
  }, [rows, asked, looked, unread])
  return {
    shown: useKept(shown, keptRows),
    filter: {
      texts,
      active: asked.length > 0,
      set: (column, text) => setTexts((before) => ({ ...before, [column]: text })),
      clear: () => setTexts({}),
    },
  }
}
