import { useEffect, useRef } from 'react'
import { householdLink } from './household-columns.tsx'
import { householdsPlace } from './impact-address.ts'

/** Once a household is closed, and its drawer is gone, the focus comes back to its link; where that is out of sight, to the list. */
export const useFocusBack = (open: string | undefined): void => {
  const shown = useRef(open)
  useEffect(() => {
    const closed = open === undefined ? shown.current : undefined
    shown.current = open
    if (closed === undefined) return
    const link = document.getElementById(householdLink(closed)) ?? document.getElementById(householdsPlace)
    link?.focus({ preventScroll: true })
  }, [open])
}
