import { randomInt } from 'node:crypto'

const letters = 'abcdefghijklmnopqrstuvwxyz234567'

/** An id for something new in a document: ten random base32 characters. */
export const randomId = (): string => Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')
