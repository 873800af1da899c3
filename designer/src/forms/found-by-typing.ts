import type { KeyboardEvent } from 'react'
import { filterEntries, SHOWN_ENTRIES } from './choice-entries.ts'

/** Signs of an input method are not keys yet. */
const COMPOSING = 229

/**
 * Enter takes the entry that is marked. The list of Mantine remembers it by a place apart from the mark, and sets that place anew by a
 * timer after it opens: on a busy page that is after something was typed, and Enter would take another entry or none.
 */
const takeMarked = (event: KeyboardEvent<HTMLInputElement>): void => {
  if (event.key !== 'Enter' || event.nativeEvent.keyCode === COMPOSING) return
  const list = document.getElementById(event.currentTarget.getAttribute('aria-controls') ?? '')
  const marked = list?.querySelector<HTMLElement>('[data-combobox-selected]')
  if (!marked) return
  event.preventDefault()
  event.stopPropagation()
  marked.click()
}

/** A list in which one types, without diacritics, and takes the first entry left with Enter. */
export const foundByTyping = { searchable: true, filter: filterEntries, limit: SHOWN_ENTRIES, selectFirstOptionOnChange: true, onKeyDownCapture: takeMarked } as const
