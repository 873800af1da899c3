import { widenedColumn } from './column.ts'
import { layOut, type ColumnLayout } from './column-layout.ts'
import { columnsOfHistory } from './history-columns.ts'
import type { RoomWanted } from './row-encoding.ts'

/** A layout with room for what did not fit. */
export const grownLayout = ({ columns, memberUuids, historySlots }: ColumnLayout, wanted: RoomWanted): ColumnLayout => {
  switch (wanted.kind) {
    case 'first':
      return layOut(columns.map((column, index) => (wanted.columns.has(index) ? { ...column, answered: true } : column)), { memberUuids, historySlots })
    case 'widen':
      return layOut(columns.map((column, index) => (index === wanted.column ? widenedColumn(column, wanted.answer) : column)), { memberUuids, historySlots })
    case 'uuids':
      return layOut(columns, { memberUuids: true, historySlots })
    case 'history':
      return layOut([...columns, ...columnsOfHistory(historySlots, wanted.slots)], { memberUuids, historySlots: wanted.slots })
  }
}
