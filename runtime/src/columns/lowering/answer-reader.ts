import type { PlanDictionary } from '../../plan/dictionary/plan-dictionary.ts'
import type { AnswerLane } from '../../plan/graph/node.ts'
import { flagBits, isOfMembers, knownBits, type ColumnPlace } from '../column.ts'
import { dictionaryOf } from '../column-kinds/column-kind.ts'
import { columnIndex } from '../column-layout.ts'
import { bitLength, bitsOfConstant, equalBits } from '../circuit/bit-numbers.ts'
import { ones, zero, type Gate, type Gates } from '../circuit/gates.ts'
import { sliced, type SlicedNumber } from '../circuit/sliced-number.ts'
import type { RegisterColumns } from '../register-columns.ts'
import { laneOfColumn, type ColumnGates, type LaneGates } from './answer-gates.ts'

/** Reads answers of the register as gates. */
export interface AnswerReader {
  /** No household of the register has more members, or fewer. */
  readonly mostMembers: number
  readonly fewestMembers: number
  readonly lane: (place: 'household' | 'members' | 'unit', index: number, name: AnswerLane) => LaneGates
}

/**
 * Answers of a register as its columns hold them. Plans code texts that stand in no list over all questions, columns each for
 * itself; `compared` are the codes that the rules compare with. Every other text is one code that no rule knows. A column that does
 * not hold a compared text yet takes its number now: whoever answers with it later is found by the same gates.
 */
export const columnReader = (gates: Gates, register: RegisterColumns, dictionary: PlanDictionary, compared: readonly number[]): AnswerReader => {
  const { layout } = register
  const gatesOf = (place: ColumnPlace, id: string): ColumnGates => {
    const index = columnIndex(layout, place, id)
    const column = layout.columns[index]
    const offset = layout.offsets[index] ?? 0
    if (!column) throw new Error(`No column ${index}`)
    const source = (word: number): Gate => gates.source({ kind: isOfMembers(column) ? 'member' : 'household', word: offset + word })
    const flags = flagBits(column)
    const bits = Array.from({ length: column.encoding.width }, (_bit, bit) => (register.isUsed(index, flags + bit) ? source(flags + bit) : zero))
    const known = flags === 1 ? source(0) : gates.some(bits.slice(...knownBits(column)))
    return { column, known: register.hasGaps(index) ? known : ones, bits }
  }
  const { freeTexts } = dictionary
  const codes = [...new Set(compared)].filter((code) => code > 0 && code < freeTexts.size)
  return {
    mostMembers: register.mostMembers,
    fewestMembers: register.fewestMembers,
    lane: (place, index, name) => {
      const { id, encoding } = dictionary.fieldAt(place, index)
      const columnGates = gatesOf(place, id)
      const isFree = encoding.kind === 'text' && encoding.domain === undefined
      return isFree ? { kind: 'number', number: recoded(gates, columnGates, codes.map((code) => ({ code, text: freeTexts.text(code) })), freeTexts.size) } : laneOfColumn(gates, columnGates, name)
    },
  }
}

/** The code of each text that a rule compares with, one code for every other text, 0 for none. */
const recoded = (gates: Gates, { column, known, bits }: ColumnGates, texts: readonly { readonly code: number; readonly text: string }[], otherCode: number): SlicedNumber => {
  const holds = texts.map(({ code, text }) => {
    const own = dictionaryOf(column.encoding).code(text)
    return { code, gate: equalBits(gates, bits, bitsOfConstant(BigInt(own + 1))) }
  })
  const other = gates.and(known, gates.not(gates.some(holds.map(({ gate }) => gate))))
  const coded = [...holds, { code: otherCode, gate: other }]
  const width = bitLength(BigInt(otherCode))
  return sliced({ bits: Array.from({ length: width }, (_bit, bit) => gates.some(coded.filter(({ code }) => ((code >> bit) & 1) === 1).map(({ gate }) => gate))) })
}
