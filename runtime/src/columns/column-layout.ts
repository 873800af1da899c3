import { bitsOfColumn, isOfMembers, type Column } from './column.ts'

/** Households side by side in the bits of one word. */
export const rowsOfBlock = 32

/** Words of the ids of a block's households, and of a member slot's ids where they are UUIDs. */
export const idWords = 4 * rowsOfBlock

/**
 * Where the bits of each column stand in a block of 32 households: one word for each bit of the household's columns, the
 * ids, then for each member slot one word for each bit of the members' columns (and the members' ids where UUIDs occur).
 * Everything of 32 households lies together, so a pass reads memory once, in order.
 */
export interface ColumnLayout {
  readonly columns: readonly Column[]
  /** First word of each column: in the block, or in the member's slot. Where a column has a bit that says whether there is an answer, it comes first. */
  readonly offsets: readonly number[]
  readonly householdWords: number
  readonly memberWords: number
  /** Whether member slots keep UUIDs. */
  readonly memberUuids: boolean
  /** How many earlier decisions there is room for; absent where no household has a history. */
  readonly historySlots: number | undefined
}

/** What a layout has room for besides the questions of the dictionary. */
export type LayoutExtras = Pick<ColumnLayout, 'memberUuids' | 'historySlots'>

export const layOut = (columns: readonly Column[], { memberUuids, historySlots }: LayoutExtras): ColumnLayout => {
  let householdWords = 0
  let memberWords = 0
  const offsets = columns.map((column) => {
    const offset = isOfMembers(column) ? memberWords : householdWords
    if (isOfMembers(column)) memberWords += bitsOfColumn(column)
    else householdWords += bitsOfColumn(column)
    return offset
  })
  return { columns, offsets, householdWords, memberWords, memberUuids, historySlots }
}

/** Some columns in arrays of numbers, which are read many times faster than objects. */
export interface ColumnGroup {
  /** The place of each among all columns. */
  readonly indexes: Int32Array
  /** First word of each: in the block, or in the member's slot. */
  readonly offsets: Int32Array
}

/** Those of the answered columns that are in a group: the others have no bits. */
export const columnGroup = ({ columns, offsets }: ColumnLayout, isIn: (column: Column) => boolean): ColumnGroup => {
  const indexes = columns.flatMap((column, index) => (column.answered && isIn(column) ? [index] : []))
  return { indexes: Int32Array.from(indexes), offsets: Int32Array.from(indexes, (index) => offsets[index] ?? 0) }
}

/** First word of the households' ids in a block. */
export const idsOffset = ({ householdWords }: ColumnLayout): number => householdWords

/** Words of one member slot. */
export const slotWords = ({ memberWords, memberUuids }: ColumnLayout): number => memberWords + (memberUuids ? idWords : 0)

/** First word of a member slot in a block. */
export const slotOffset = (layout: ColumnLayout, slot: number): number => layout.householdWords + idWords + slot * slotWords(layout)

/** Words of a block of households with a number of members. */
export const blockWords = (layout: ColumnLayout, members: number): number => slotOffset(layout, members)

/** Whether there is a column of this name. */
export const hasColumn = ({ columns }: ColumnLayout, place: Column['place'], id: string): boolean => columns.some((column) => column.place === place && column.id === id)

/** The place of a column among the columns; a name that is no column is a programmer's mistake. */
export const columnIndex = ({ columns }: ColumnLayout, place: Column['place'], id: string): number => {
  const index = columns.findIndex((column) => column.place === place && column.id === id)
  if (index === -1) throw new Error(`No column of ${place} is named ${id}`)
  return index
}
