import { allBits, bitsOf, codeOfText, codeOfWritten, dictionaryOf, hasRoom, unfit, unmoved, widen, type ColumnEncoding, type ColumnKind } from './column-kind.ts'

/** One text, or one code of a list, by its number in the dictionary counted from 1; 0 is no answer, as plans have it. */
export const textColumn: ColumnKind = {
  flagged: false,
  knownBits: allBits,
  first: (texts) => ({ width: bitsOf(texts), base: 0, decimals: 0 }),
  write: (encoding, answer) => (typeof answer === 'string' ? numberOf(encoding, codeOfText(encoding, answer)) : unfit),
  writeWritten: (encoding, bytes, from, to) => numberOf(encoding, codeOfWritten(encoding, bytes, from, to)),
  widened: (encoding) => ({ ...encoding, width: bitsOf(dictionaryOf(encoding).size) }),
  moved: unmoved,
  read: (encoding, raw) => dictionaryOf(encoding).text(raw - 1),
}

const numberOf = ({ width }: ColumnEncoding, code: number | undefined): number => {
  if (code === undefined) return unfit
  return hasRoom(code + 1, width) ? code + 1 : widen
}
