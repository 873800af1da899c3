import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { useCallback } from 'react'

/** Height of a row; of the head and the filters above. */
export const ROW_HEIGHT = 32
const HEAD_HEIGHT = 72
const OVERSCAN = 8

export interface GridRows {
  readonly items: readonly VirtualItem[]
  readonly gapBefore: (position: number) => number
  readonly gapAfter: number
}

/** Draws of a long table the rows in sight, and always the one where the keys stand. */
export const useGridRows = (frame: HTMLElement | null, count: number, active: number): GridRows => {
  'use no memo' // The virtualizer stays the same object while its answers change.
  const getScrollElement = useCallback(() => frame, [frame])
  // oxlint-disable-next-line react/incompatible-library -- the compiler passes over this function
  const virtualizer = useVirtualizer({
    count,
    getScrollElement,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    paddingStart: HEAD_HEIGHT,
    rangeExtractor: (range) => (active < count ? [...new Set([...defaultRangeExtractor(range), active])].toSorted((a, b) => a - b) : defaultRangeExtractor(range)),
  })
  const items = virtualizer.getVirtualItems()
  return {
    items,
    gapBefore: (position) => (items[position]?.start ?? 0) - (items[position - 1]?.end ?? HEAD_HEIGHT),
    gapAfter: virtualizer.getTotalSize() - (items.at(-1)?.end ?? HEAD_HEIGHT),
  }
}
