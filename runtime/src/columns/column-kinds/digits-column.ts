import { personalNumberPattern } from '../../values/personal-number.ts'
import { unfit, unmoved, type ColumnKind } from './column-kind.ts'

/** Bits of one digit. */
export const digitBits = 4
/** Digits of a personal number. */
export const digitCount = 12

const pattern = new RegExp(personalNumberPattern)

/** A personal number digit by digit, the last one lowest. */
export const digitsColumn: ColumnKind = {
  first: () => ({ width: digitBits * digitCount, base: 0, decimals: 0 }),
  write: (_encoding, answer) => (typeof answer === 'string' && pattern.test(answer) ? Number.parseInt(answer, 16) : unfit),
  widened: (encoding) => encoding,
  moved: unmoved,
  read: (_encoding, raw) => raw.toString(16).padStart(digitCount, '0'),
}
