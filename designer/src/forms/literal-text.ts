import type { Language, Literal } from '@tieuchi/runtime'
import { readNumber, writeNumber } from './number-text.ts'

const hundred = 100

/** A share is written in percent. */
export const writeLiteral = (literal: Literal | undefined, unit: string, language: Language): string => {
  if (typeof literal !== 'number') return literal === undefined ? '' : String(literal)
  return writeNumber(unit === 'share' ? Number((literal * hundred).toPrecision(15)) : literal, language)
}

/** Reads a number as people write it, a share in percent; undefined where it is none. */
export const readLiteral = (text: string, unit: string, language: Language): Literal | undefined => {
  const written = unit === 'share' ? text.replace(/%\s*$/, '') : text
  const read = readNumber(written, { language, whole: false, negative: true })
  if (!('number' in read)) return undefined
  return unit === 'share' ? Number((read.number / hundred).toPrecision(15)) : read.number
}
