import { allBits, bitsOf, codeOfText, dictionaryOf, hasRoom, unfit, unmoved, widen, type ColumnKind } from './column-kind.ts'

/** One text, or one code of a list, by its number in the dictionary counted from 1; 0 is no answer, as plans have it. */
export const textColumn: ColumnKind = {
  flagged: false,
  knownBits: allBits,
  first: (texts) => ({ width: bitsOf(texts), base: 0, decimals: 0 }),
  write: (encoding, answer) => {
    if (typeof answer !== 'string') return unfit
    const code = codeOfText(encoding, answer)
    if (code === undefined) return unfit
    return hasRoom(code + 1, encoding.width) ? code + 1 : widen
  },
  widened: (encoding) => ({ ...encoding, width: bitsOf(dictionaryOf(encoding).size) }),
  moved: unmoved,
  read: (encoding, raw) => dictionaryOf(encoding).text(raw - 1),
}
