import type { KeyboardEvent } from 'react'

/** Letters that answer while a question has the focus, as people expect them of paper forms typed in: có, không; yes, no. */
const letters: Readonly<Record<string, boolean>> = { c: true, y: true, k: false, n: false }

/** What a key says to a question of yes and no: an answer, to take it back (`clear`), or nothing. */
export const yesNoByKey = (event: KeyboardEvent): boolean | 'clear' | undefined => (isClearKey(event) ? 'clear' : isPlain(event) ? letters[event.key.toLowerCase()] : undefined)

/** Whether a key takes the answer back. */
export const isClearKey = (event: KeyboardEvent): boolean => isPlain(event) && (event.key === 'Delete' || event.key === 'Backspace')

const isPlain = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => !ctrlKey && !metaKey && !altKey
