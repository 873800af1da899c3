import { useEffect, useRef, type RefObject } from 'react'

/** Keeps the open tab of a list in sight where the list is wider than the screen; `shown` once the list is there. */
export const useTabInSight = (tab: string, shown = true): RefObject<HTMLDivElement | null> => {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!shown || tab === '') return
    const open = list.current?.querySelector('[role="tab"][aria-selected="true"]')
    if (list.current && list.current.scrollWidth > list.current.clientWidth) open?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [tab, shown])
  return list
}
