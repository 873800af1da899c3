import { useEffect, useRef, type FocusEvent } from 'react'
import { focusQuestion } from './question-focus.ts'

interface FocusKept {
  readonly onFocus: (event: FocusEvent) => void
}

/**
 * Keeps the place of whoever types on while a question goes away under them, because it does not apply after all: they stand at the
 * next one then, or where there is none at the one before.
 */
export const useFocusKept = (name: string, fields: readonly string[]): FocusKept => {
  const order = useRef(fields)
  const stoodAt = useRef<string>(undefined)
  useEffect(() => {
    const gone = stoodAt.current
    if (gone === undefined || fields.includes(gone)) {
      order.current = fields
      return undefined
    }
    // The form takes the question from the page only after this.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return
      const place = order.current.indexOf(gone)
      const next = order.current.slice(place + 1).find((field) => fields.includes(field)) ?? order.current.slice(0, place).findLast((field) => fields.includes(field))
      stoodAt.current = next
      if (next !== undefined) focusQuestion(`${name}_${next}`)
    })
    return () => cancelAnimationFrame(frame)
  }, [name, fields])
  return {
    onFocus: ({ target }) => {
      const id = target.closest('[data-question]')?.getAttribute('data-question')
      stoodAt.current = id?.slice(name.length + 1)
    },
  }
}
