import { randomBytes } from 'node:crypto'
import { newToken } from '../sessions/session-token.ts'

const startLength = 'tieuchi_00000000'.length

/** A key as it is shown once: it says whose it is, so that one left in a file is found and recognised, and 256 random bits. */
export const newKey = (): string => `tieuchi_${randomBytes(4).toString('hex')}_${newToken()}`

/** What is kept of a key in the open, to tell it from others. */
export const keyStart = (key: string): string => key.slice(0, startLength)
