import { useEffect, useRef, type RefObject } from 'react'

/** Keeps the open tab of a list in sight where the list is larger than its place; `shown` once the list is there. */
export const useTabInSight = (tab: string, shown = true): RefObject<HTMLDivElement | null> => {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!shown || tab === '') return
    const open = list.current?.querySelector('[role="tab"][aria-selected="true"]')
    const { scrollWidth = 0, clientWidth = 0, scrollHeight = 0, clientHeight = 0 } = list.current ?? {}
    if (scrollWidth > clientWidth || scrollHeight > clientHeight) open?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [tab, shown])
  return list
}
