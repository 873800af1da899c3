import { daysInMonth } from '../../values/day.ts'
import { bitsOf, digitsOf, hasRoom, noDigits, unfit, widen, writesLetters, type ColumnKind, type Letters } from './column-kind.ts'

/** Where the parts of a date stand among its bits: whether day and month are open, then the day from 1, the month from 0, the year. */
export const dateBits = { dayOpen: 0, monthOpen: 1, day: 2, month: 7, year: 11 } as const

const dayOpen = 2 ** dateBits.dayOpen
const monthOpen = 2 ** dateBits.monthOpen
const day = 2 ** dateBits.day
const month = 2 ** dateBits.month
const year = 2 ** dateBits.year

const firstYear = 1900
const yearsTogether = 4

const hyphen = 45

/** Month and day of an answer among its bits; undefined where `parseDays` would not read it. */
const withinYear = (letters: Letters, from: number, to: number, years: number): number | undefined => {
  if (to - from === 4) return monthOpen + day + dayOpen
  const months = letters[from + 4] === hyphen ? digitsOf(letters, from + 5, from + 7) : noDigits
  if (months < 1 || months > 12) return undefined
  if (to - from === 7) return (months - 1) * month + day + dayOpen
  const days = to - from === 10 && letters[from + 7] === hyphen ? digitsOf(letters, from + 8, to) : noDigits
  return days >= 1 && days <= daysInMonth(years, months) ? (months - 1) * month + days * day : undefined
}

/** A day, or a month or year where only that is known; then day and month are the first. The order of numbers is that of the first days. */
export const dateColumn: ColumnKind = {
  flagged: false,
  knownBits: () => [dateBits.day, dateBits.month],
  first: () => ({ width: dateBits.year + bitsOf(127), base: firstYear, decimals: 0 }),
  ...writesLetters(({ base, width }, letters, from, to) => {
    const years = digitsOf(letters, from, from + 4)
    const rest = years > 0 ? withinYear(letters, from, to, years) : undefined
    if (rest === undefined) return unfit
    const raw = (years - base) * year + rest
    return raw >= 0 && hasRoom(raw, width) ? raw : widen
  }),
  widened: ({ base, width }, answer) => {
    const years = Number(String(answer).slice(0, 4))
    const from = Math.min(base, Math.floor(years / yearsTogether) * yearsTogether)
    const last = Math.max(years, base + 2 ** (width - dateBits.year) - 1)
    return { base: from, width: dateBits.year + bitsOf(last - from), decimals: 0 }
  },
  moved: (raw, from, to) => raw + (from.base - to.base) * year,
  read: ({ base }, raw) => {
    const text = String(Math.floor(raw / year) + base).padStart(4, '0')
    if (Math.floor(raw / monthOpen) % 2 === 1) return text
    const dated = `${text}-${pad((Math.floor(raw / month) % 16) + 1)}`
    return raw % 2 === dayOpen ? dated : `${dated}-${pad(Math.floor(raw / day) % 32)}`
  },
}

const pad = (number: number): string => String(number).padStart(2, '0')
