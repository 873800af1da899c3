import { allBits, codeOfText, codeOfWritten, dictionaryOf, mostBits, unfit, unmoved, widen, type ColumnEncoding, type ColumnKind } from './column-kind.ts'

/** The codes with one more; a list that names one twice is kept as it is. */
const withCode = ({ width }: ColumnEncoding, raw: number, bit: number | undefined): number => {
  if (bit === undefined || bit >= mostBits) return unfit
  if (bit >= width) return widen
  return Math.floor(raw / 2 ** bit) % 2 === 1 ? unfit : raw + 2 ** bit
}

/** Several codes of a list, a bit for each in the order of the list. */
export const codesColumn: ColumnKind = {
  flagged: true,
  knownBits: allBits,
  first: (texts) => ({ width: Math.max(1, texts), base: 0, decimals: 0 }),
  write: (encoding, answer) => {
    if (typeof answer !== 'object') return unfit
    let raw = 0
    for (let text = 0; text < answer.length && raw >= 0; text += 1) raw = withCode(encoding, raw, codeOfText(encoding, answer[text] ?? ''))
    return raw
  },
  writeWrittenTexts: (encoding, bytes, bounds, count) => {
    let raw = 0
    for (let text = 0; text < count && raw >= 0; text += 1) raw = withCode(encoding, raw, codeOfWritten(encoding, bytes, bounds[2 * text] ?? 0, bounds[2 * text + 1] ?? 0))
    return raw
  },
  widened: (encoding) => ({ ...encoding, width: Math.min(mostBits, dictionaryOf(encoding).size) }),
  moved: unmoved,
  read: (encoding, raw) => Array.from({ length: encoding.width }, (_bit, bit) => bit).filter((bit) => Math.floor(raw / 2 ** bit) % 2 === 1).map((bit) => dictionaryOf(encoding).text(bit)),
}
