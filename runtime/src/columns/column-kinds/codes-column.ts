import { allBits, codeOfText, dictionaryOf, mostBits, unfit, unmoved, widen, type ColumnKind } from './column-kind.ts'

/** Several codes of a list, a bit for each in the order of the list. */
export const codesColumn: ColumnKind = {
  flagged: true,
  knownBits: allBits,
  first: (texts) => ({ width: Math.max(1, texts), base: 0, decimals: 0 }),
  write: (encoding, answer) => {
    if (typeof answer !== 'object' || (answer.length > 1 && new Set(answer).size < answer.length)) return unfit
    let raw = 0
    for (const text of answer) {
      const bit = codeOfText(encoding, text)
      if (bit === undefined || bit >= mostBits) return unfit
      if (bit >= encoding.width) return widen
      raw += 2 ** bit
    }
    return raw
  },
  widened: (encoding) => ({ ...encoding, width: Math.min(mostBits, dictionaryOf(encoding).size) }),
  moved: unmoved,
  read: (encoding, raw) => Array.from({ length: encoding.width }, (_bit, bit) => bit).filter((bit) => Math.floor(raw / 2 ** bit) % 2 === 1).map((bit) => dictionaryOf(encoding).text(bit)),
}
