import { bitsOf, dictionaryOf, unfit, unmoved, widen, type ColumnKind } from './column-kind.ts'

/** One text, or one code of a list, by its number in the dictionary. */
export const textColumn: ColumnKind = {
  first: (texts) => ({ width: bitsOf(texts - 1), base: 0, decimals: 0 }),
  write: (encoding, answer) => {
    if (typeof answer !== 'string') return unfit
    const code = dictionaryOf(encoding).code(answer)
    return code < 2 ** encoding.width ? code : widen
  },
  widened: (encoding) => ({ ...encoding, width: bitsOf(dictionaryOf(encoding).size - 1) }),
  moved: unmoved,
  read: (encoding, raw) => dictionaryOf(encoding).text(raw),
}
