import type { TablePiece, TableRow } from '@tieuchi/runtime'
import { at, rangeOf, rectangleOf, type Selection } from './grid-selection.ts'
import type { RowTool } from './TableTools.tsx'
import type { Filter, ShownRow } from './use-filter.ts'
import type { TableWriting } from './use-table-writing.ts'

interface RowToolsParts {
  readonly piece: TablePiece
  readonly shown: readonly ShownRow[]
  readonly filter: Filter
  readonly writing: TableWriting
  readonly selection: Selection
  readonly select: (selection: Selection) => void
}

export interface RowTools {
  readonly run: (tool: RowTool) => void
  readonly isPossible: (tool: RowTool) => boolean
  readonly move: (direction: -1 | 1) => void
  /** A row let go in front of another, or behind all; with it the others that are selected where it is one of them. */
  readonly drop: (dragged: unknown, onto: unknown) => void
}

/** What is done to the rows that are selected. Rows are put elsewhere only where all are in sight; one always stays. */
export const useRowTools = ({ piece, shown, filter, writing, selection, select }: RowToolsParts): RowTools => {
  const { top, bottom, left } = rectangleOf(selection)
  const rows = rangeOf(top, bottom).flatMap((place) => shown[place]?.row ?? [])
  const behind = (row: TableRow | undefined): TableRow | undefined => piece.rows[piece.rows.findIndex(({ id }) => id === row?.id) + 1]

  const isPossible = (tool: RowTool): boolean => {
    if (rows.length === 0) return tool === 'above' || tool === 'below'
    if (tool === 'up') return top > 0 && !filter.active
    if (tool === 'down') return bottom < shown.length - 1 && !filter.active
    return tool !== 'remove' || rows.length < piece.rows.length
  }

  const move = (direction: -1 | 1): void => {
    if (!isPossible(direction === -1 ? 'up' : 'down')) return
    writing.move(rows, shown[direction === -1 ? top - 1 : bottom + 2]?.row.id)
    const { anchor, head } = selection
    select({ anchor: { ...anchor, row: anchor.row + direction }, head: { ...head, row: head.row + direction } })
  }

  const insert = (before: TableRow | undefined, place: number): void => {
    filter.clear()
    writing.insert(before?.id)
    select(at(place, left))
  }

  const work: Readonly<Record<RowTool, () => void>> = {
    above: () => insert(rows[0], shown[top]?.index ?? 0),
    below: () => insert(behind(rows.at(-1)), (shown[bottom]?.index ?? -1) + 1),
    duplicate: () => writing.duplicate(rows),
    up: () => move(-1),
    down: () => move(1),
    remove: () => writing.remove(rows),
  }
  const drop = (dragged: unknown, onto: unknown): void => {
    const block = rows.some(({ id }) => id === dragged) ? rows : piece.rows.filter(({ id }) => id === dragged)
    const inBlock = (row: TableRow): boolean => block.some(({ id }) => id === row.id)
    const from = onto === undefined ? piece.rows.length : piece.rows.findIndex(({ id }) => id === onto)
    const before = piece.rows.slice(from).find((row) => !inBlock(row))
    const place = piece.rows.filter((row) => !inBlock(row)).findIndex(({ id }) => id === before?.id)
    if (block.length === 0 || from === -1) return
    writing.move(block, before?.id)
    select(at(place === -1 ? piece.rows.length - block.length : place, left))
  }
  return { run: (tool) => work[tool](), isPossible, move, drop }
}
