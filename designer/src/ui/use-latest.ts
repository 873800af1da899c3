import { useCallback, useLayoutEffect, useRef } from 'react'

/** Always the same function, which does what the newest one does: for parts of a page that are costly to draw and need not be drawn again. */
export const useLatest = <Args extends readonly unknown[], Result>(work: (...args: Args) => Result): ((...args: Args) => Result) => {
  const newest = useRef(work)
  useLayoutEffect(() => {
    newest.current = work
  })
  return useCallback((...args: Args) => newest.current(...args), [])
}
