import { bitLength, bitsOfConstant, equalBits } from '../circuit/bit-numbers.ts'
import type { Gates } from '../circuit/gates.ts'
import { dictionaryOf } from '../column-kinds/column-kind.ts'
import { sliced, type SlicedNumber } from '../circuit/sliced-number.ts'
import type { ColumnGates } from './answer-gates.ts'

/** A text and the code by which plans know it. */
export interface CodedText {
  readonly text: string
  readonly code: number
}

/**
 * The codes of some texts instead of those of the column; `otherCode` for every other text, 0 for none. A column that does not
 * hold one of the texts yet takes its number now: whoever answers with it later is found by the same gates.
 */
export const recodedTexts = (gates: Gates, { column, known, bits }: ColumnGates, texts: readonly CodedText[], otherCode?: number): SlicedNumber => {
  const holds = texts.map(({ code, text }) => {
    const own = dictionaryOf(column.encoding).code(text)
    return { code, gate: equalBits(gates, bits, bitsOfConstant(BigInt(own + 1))) }
  })
  const other = gates.and(known, gates.not(gates.some(holds.map(({ gate }) => gate))))
  const coded = otherCode === undefined ? holds : [...holds, { code: otherCode, gate: other }]
  const width = Math.max(0, ...coded.map(({ code }) => bitLength(BigInt(code))))
  return sliced({ bits: Array.from({ length: width }, (_bit, bit) => gates.some(coded.filter(({ code }) => ((code >> bit) & 1) === 1).map(({ gate }) => gate))) })
}
