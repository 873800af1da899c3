import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** Whether an element is narrower than so many pixels; what it stands in may be narrower than the screen. Known before anything is painted. */
export const useNarrow = <Element extends HTMLElement>(below: number): { readonly ref: RefObject<Element | null>; readonly narrow: boolean } => {
  const ref = useRef<Element>(null)
  const [narrow, setNarrow] = useState(() => window.innerWidth < below)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => setNarrow(element.clientWidth < below)
    measure()
    const watching = new ResizeObserver(measure)
    watching.observe(element)
    return () => watching.disconnect()
  }, [below])
  return { ref, narrow }
}
