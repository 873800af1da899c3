import { codeOfText, dictionaryOf, mostBits, unfit, unmoved, widen, type ColumnKind } from './column-kind.ts'

/** Several codes of a list, a bit for each in the order of the list. */
export const codesColumn: ColumnKind = {
  first: (texts) => ({ width: Math.max(1, texts), base: 0, decimals: 0 }),
  write: (encoding, answer) => {
    if (typeof answer !== 'object' || new Set(answer).size < answer.length) return unfit
    const bits = answer.flatMap((text) => codeOfText(encoding, text) ?? [])
    if (bits.length < answer.length || bits.some((bit) => bit >= mostBits)) return unfit
    return bits.every((bit) => bit < encoding.width) ? bits.reduce((sum, bit) => sum + 2 ** bit, 0) : widen
  },
  widened: (encoding) => ({ ...encoding, width: Math.min(mostBits, dictionaryOf(encoding).size) }),
  moved: unmoved,
  read: (encoding, raw) => Array.from({ length: encoding.width }, (_bit, bit) => bit).filter((bit) => Math.floor(raw / 2 ** bit) % 2 === 1).map((bit) => dictionaryOf(encoding).text(bit)),
}
