import { bitsOf, digitsOf, hasRoom, noDigits, unfit, unmoved, widen, writesLetters, type ColumnKind } from './column-kind.ts'

/** Where the parts of a personal number stand among its bits: six digits that mean nothing, year, century and sex, and the place counted from 1. */
export const digitsBits = { serial: 0, year: 20, sign: 27, place: 31 } as const

const [place, sign, year] = [2 ** digitsBits.place, 2 ** digitsBits.sign, 2 ** digitsBits.year] as const

/** All digits of a personal number, by `personalNumberPattern`. */
const digits = 12

const part = (raw: number, from: number, to: number): number => Math.floor(raw / 2 ** from) % 2 ** (to - from)

const written = (number: number, length: number): string => String(number).padStart(length, '0')

/** A personal number by its parts, each a number. The place makes none of them 0. */
export const digitsColumn: ColumnKind = {
  flagged: false,
  knownBits: (width) => [digitsBits.place, width],
  first: () => ({ width: digitsBits.place + 1, base: 0, decimals: 0 }),
  ...writesLetters(({ width }, letters, from, to) => {
    if (to - from !== digits) return unfit
    const places = digitsOf(letters, from, from + 3)
    const signs = digitsOf(letters, from + 3, from + 4)
    const years = digitsOf(letters, from + 4, from + 6)
    const serials = digitsOf(letters, from + 6, to)
    if (places === noDigits || signs === noDigits || years === noDigits || serials === noDigits) return unfit
    const raw = (places + 1) * place + signs * sign + years * year + serials
    return hasRoom(raw, width) ? raw : widen
  }),
  widened: (encoding, answer) => ({ ...encoding, width: digitsBits.place + bitsOf(Number(String(answer).slice(0, 3)) + 1) }),
  moved: unmoved,
  read: ({ width }, raw) => {
    const bits = digitsBits
    return `${written(part(raw, bits.place, width) - 1, 3)}${part(raw, bits.sign, bits.place)}${written(part(raw, bits.year, bits.sign), 2)}${written(part(raw, bits.serial, bits.year), 6)}`
  },
}
