import type { Answer } from '../../documents/input-document.ts'
import { scaledNumber } from '../../plan/dictionary/number-scale.ts'
import { allBits, bitsOf, hasRoom, mostBits, unfit, widen, type ColumnForm, type ColumnKind } from './column-kind.ts'

/** Digits that a decimal surely keeps as a double: within them the number that was written is the number that prints. */
const exactBelow = 10 ** 15
const mostDecimals = 15

/** Made once: a power costs more than all the rest of writing a number. */
const powersOfTen = Array.from({ length: mostDecimals + 1 }, (_power, decimals) => 10 ** decimals)

/** The number in units of its last decimal place; undefined where it does not end there or is too large. */
const scaled = (number: number, decimals: number): number | undefined => {
  const power = powersOfTen[decimals] ?? Number.NaN
  const units = Math.round(number * power)
  return Math.abs(units) < exactBelow && units / power === number ? units : undefined
}

const decimalsOf = (number: number): number | undefined =>
  Array.from({ length: mostDecimals + 1 }, (_place, decimals) => decimals).find((decimals) => scaled(number, decimals) !== undefined)

/** A number in units of the column's last decimal place, above the column's least number. */
export const numberColumn: ColumnKind = {
  flagged: true,
  knownBits: allBits,
  first: () => ({ width: 1, base: 0, decimals: 0 }),
  write: (encoding, answer) => {
    if (typeof answer !== 'number' || (encoding.scale && scaledNumber(answer, encoding.scale) === undefined)) return unfit
    const units = scaled(answer, encoding.decimals)
    const raw = units === undefined ? widen : units - encoding.base
    if (raw >= 0 && hasRoom(raw, encoding.width)) return raw
    return widenedForm(encoding, answer) ? widen : unfit
  },
  widened: (encoding, answer) => {
    const form = widenedForm(encoding, answer)
    if (!form) throw new Error(`No column holds ${String(answer)}`)
    return form
  },
  moved: (raw, from, to) => (raw + from.base) * 10 ** (to.decimals - from.decimals) - to.base,
  read: ({ base, decimals }, raw) => (raw + base) / 10 ** decimals,
}

/** A form that holds the answer and everything the present form holds; undefined where that would take too many bits. */
const widenedForm = (form: ColumnForm, answer: Answer): ColumnForm | undefined => {
  const places = typeof answer === 'number' ? decimalsOf(answer) : undefined
  if (places === undefined) return undefined
  const decimals = Math.max(form.decimals, places)
  const units = Math.round(Number(answer) * 10 ** decimals)
  const factor = 10 ** (decimals - form.decimals)
  const base = Math.min(form.base * factor, units < 0 ? -(2 ** bitsOf(-units)) : 0)
  const width = Math.max(bitsOf((form.base + 2 ** form.width - 1) * factor - base), units - base < 2 ** form.width && factor === 1 ? form.width : bitsOf(units - base))
  return Math.abs(units) < exactBelow && width <= mostBits ? { width, base, decimals } : undefined
}
