import { allBits, unfit, unmoved, type ColumnKind } from './column-kind.ts'

/** Yes or no in one bit. */
export const truthColumn: ColumnKind = {
  flagged: true,
  knownBits: allBits,
  first: () => ({ width: 1, base: 0, decimals: 0 }),
  write: (_encoding, answer) => (typeof answer === 'boolean' ? Number(answer) : unfit),
  widened: (encoding) => encoding,
  moved: unmoved,
  read: (_encoding, raw) => raw === 1,
}
