import { personalNumberPattern } from '../../values/personal-number.ts'
import { bitsOf, hasRoom, unfit, unmoved, widen, type ColumnKind } from './column-kind.ts'

/** Where the parts of a personal number stand among its bits: six digits that mean nothing, year, century and sex, and the place counted from 1. */
export const digitsBits = { serial: 0, year: 20, sign: 27, place: 31 } as const

const pattern = new RegExp(personalNumberPattern)

const part = (raw: number, from: number, to: number): number => Math.floor(raw / 2 ** from) % 2 ** (to - from)

const written = (number: number, digits: number): string => String(number).padStart(digits, '0')

/** A personal number by its parts, each a number. The place makes none of them 0. */
export const digitsColumn: ColumnKind = {
  flagged: false,
  knownBits: (width) => [digitsBits.place, width],
  first: () => ({ width: digitsBits.place + 1, base: 0, decimals: 0 }),
  write: ({ width }, answer) => {
    if (typeof answer !== 'string' || !pattern.test(answer)) return unfit
    const number = (from: number, to: number) => Number(answer.slice(from, to))
    const raw = (number(0, 3) + 1) * 2 ** digitsBits.place + number(3, 4) * 2 ** digitsBits.sign + number(4, 6) * 2 ** digitsBits.year + number(6, 12)
    return hasRoom(raw, width) ? raw : widen
  },
  widened: (encoding, answer) => ({ ...encoding, width: digitsBits.place + bitsOf(Number(String(answer).slice(0, 3)) + 1) }),
  moved: unmoved,
  read: ({ width }, raw) => {
    const { serial, year, sign, place } = digitsBits
    return `${written(part(raw, place, width) - 1, 3)}${part(raw, sign, place)}${written(part(raw, year, sign), 2)}${written(part(raw, serial, year), 6)}`
  },
}
