import { defaultRangeExtractor, useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useState } from 'react'

/** Rows drawn beyond what is seen. */
const overscan = 12
/** A scroll that goes on asks for nothing yet. */
const pause = 80

interface VirtualRowsOptions {
  /** The body of the table, once it is there. */
  readonly body: HTMLElement | null
  readonly count: number
  /** Height of a row before it was measured. */
  readonly estimate: number
  readonly look: (first: number, last: number) => void
}

export interface VirtualRows {
  readonly items: readonly VirtualItem[]
  readonly measure: (element: Element | null) => void
  /** Height in front of an item that rows which are not drawn would take. */
  readonly gapBefore: (position: number) => number
  readonly gapAfter: number
  /** The row that has the focus stays, however far one scrolls. */
  readonly keep: (index: number | undefined) => void
}

/** Draws of a long table only the rows in sight; the page itself scrolls. */
export const useVirtualRows = ({ body, count, estimate, look }: VirtualRowsOptions): VirtualRows => {
  'use no memo' // The virtualizer stays the same object while its answers change.
  const margin = useDistanceFromTop(body)
  const [kept, keep] = useState<number>()
  // oxlint-disable-next-line react/incompatible-library -- the compiler passes over this function
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => estimate,
    overscan,
    scrollMargin: margin,
    rangeExtractor: (range) => (kept === undefined || kept >= count ? defaultRangeExtractor(range) : [...new Set([...defaultRangeExtractor(range), kept])].toSorted((a, b) => a - b)),
  })
  const items = virtualizer.getVirtualItems()
  const first = virtualizer.range?.startIndex ?? 0
  const last = virtualizer.range?.endIndex ?? 0
  useEffect(() => {
    const waiting = setTimeout(() => look(Math.max(0, first - overscan), last + overscan), pause)
    return () => clearTimeout(waiting)
  }, [first, last, look])
  const gapBefore = (position: number) => (items[position]?.start ?? 0) - (items[position - 1]?.end ?? margin)
  return { items, measure: virtualizer.measureElement, gapBefore, gapAfter: virtualizer.getTotalSize() + margin - (items.at(-1)?.end ?? margin), keep }
}

/** What stands above may become higher at any time: a filter more, an error. */
const useDistanceFromTop = (element: HTMLElement | null): number => {
  const [distance, setDistance] = useState(0)
  useLayoutEffect(() => {
    if (!element) return undefined
    const measure = () => setDistance(element.getBoundingClientRect().top + window.scrollY)
    measure()
    const watching = new ResizeObserver(measure)
    watching.observe(document.documentElement)
    return () => watching.disconnect()
  }, [element])
  return distance
}
