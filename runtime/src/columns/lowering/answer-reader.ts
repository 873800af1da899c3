import type { PlanDictionary, PlanField } from '../../plan/dictionary/plan-dictionary.ts'
import type { AnswerLane } from '../../plan/graph/node.ts'
import { columnOfField, flagBits, isOfMembers, knownBits, type ColumnPlace } from '../column.ts'
import { columnIndex, hasColumn } from '../column-layout.ts'
import { ones, zero, type Gate, type Gates } from '../circuit/gates.ts'
import type { RegisterColumns } from '../register-columns.ts'
import { laneOfColumn, type ColumnGates, type LaneGates } from './answer-gates.ts'
import { HistoryReader } from './history-reader.ts'
import { recodedTexts } from './text-recoding.ts'

/** Reads answers of the register as gates. */
export interface AnswerReader {
  /** No household of the register has more members, or fewer. */
  readonly mostMembers: number
  readonly fewestMembers: number
  readonly lane: (place: 'household' | 'members' | 'unit', index: number, name: AnswerLane) => LaneGates
  readonly history: HistoryReader
}

/**
 * Answers of a register as its columns hold them. Plans code texts that stand in no list over all questions, columns each for
 * itself; `compared` are the codes that the rules compare with. Every other text is one code that no rule knows. A question
 * that the register does not know yet nobody has answered.
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
    const known = flags === 1 && register.isUsed(index, 0) ? source(0) : gates.some(bits.slice(...knownBits(column)))
    return { column, known: register.hasGaps(index) ? known : ones, bits }
  }
  const { freeTexts } = dictionary
  const texts = [...new Set(compared)].filter((code) => code > 0 && code < freeTexts.size).map((code) => ({ code, text: freeTexts.text(code) }))
  return {
    mostMembers: register.mostMembers,
    fewestMembers: register.fewestMembers,
    history: new HistoryReader(gates, register, dictionary, gatesOf),
    lane: (place, index, name) => {
      const { id, encoding } = dictionary.fieldAt(place, index)
      const columnGates = hasColumn(layout, place, id) ? gatesOf(place, id) : unasked(dictionary.fieldAt(place, index), dictionary)
      if (encoding.kind !== 'text' || encoding.domain !== undefined) return laneOfColumn(gates, columnGates, name)
      return { kind: 'number', number: recodedTexts(gates, columnGates, texts, freeTexts.size) }
    },
  }
}

const unasked = ({ id, place, schema, encoding }: PlanField, dictionary: PlanDictionary): ColumnGates => {
  const domain = 'domain' in encoding ? encoding.domain : undefined
  const column = columnOfField(id, place, schema, domain === undefined ? undefined : dictionary.texts(domain).texts())
  return { column, known: zero, bits: Array.from({ length: column.encoding.width }, () => zero) }
}
