import type { PlanDictionary } from '../../plan/dictionary/plan-dictionary.ts'
import { dayCode } from '../../plan/dictionary/day-code.ts'
import { entryTypes } from '../../plan/compile/entries.ts'
import type { AnswerLane } from '../../plan/graph/node.ts'
import { historyFieldIds, type HistoryFieldId } from '../../release/history-fields.ts'
import { endOfTime } from '../../values/day.ts'
import { bitsOfConstant, equalBits } from '../circuit/bit-numbers.ts'
import { zero, type Gate, type Gates } from '../circuit/gates.ts'
import { slicedChoose } from '../circuit/sliced-arithmetic.ts'
import { sliced, slicedConstant, type SlicedNumber } from '../circuit/sliced-number.ts'
import type { ColumnPlace } from '../column.ts'
import { historyFrom, historyKnown, outcomeOfText, slotColumn, type SlotField } from '../history-columns.ts'
import type { RegisterColumns } from '../register-columns.ts'
import { laneOfColumn, laneOfNothing, type ColumnGates, type LaneGates } from './answer-gates.ts'
import { recodedTexts } from './text-recoding.ts'

/** Stands in for all decisions of a household whose history nobody asked for. */
export const nobodyAsked = -1

const numberOf = (lane: LaneGates): SlicedNumber => (lane.kind === 'number' ? lane.number : sliced({ bits: [lane.gate] }))
const bitOf = (lane: LaneGates): Gate => (lane.kind === 'bit' ? lane.gate : zero)

/** Reads earlier decisions as gates, slot by slot; slots stand in the order in which decisions are looked at. */
export class HistoryReader {
  readonly slots: readonly number[]
  readonly #gates: Gates
  readonly #dictionary: PlanDictionary
  readonly #columnOf: (place: ColumnPlace, id: string) => ColumnGates
  readonly #isKnown: Gate

  constructor(gates: Gates, register: RegisterColumns, dictionary: PlanDictionary, columnOf: (place: ColumnPlace, id: string) => ColumnGates) {
    const { historySlots } = register.layout
    this.#gates = gates
    this.#dictionary = dictionary
    this.#columnOf = columnOf
    this.#isKnown = historySlots === undefined ? zero : bitOf(laneOfColumn(gates, columnOf('history', historyKnown), 'yes'))
    this.slots = [nobodyAsked, ...Array.from({ length: historySlots ?? 0 }, (_slot, slot) => slot)]
  }

  /** Whether a slot is an element of a history (by its place in the dictionary), seen from the household or from the member looked at. */
  isElement(slot: number, scope: 'entries' | 'memberEntries', history: number): Gate {
    if (slot === nobodyAsked) return this.#gates.not(this.#isKnown)
    const recorded = this.#dictionary.histories[history]
    if (!recorded) throw new Error(`The dictionary has no history ${history}`)
    const { column, bits } = this.#column(slot, 'outcome')
    const texts = column.encoding.dictionary?.texts() ?? []
    const isOutcome = this.#gates.some(texts.flatMap((text, code) => {
      const { programme, outcome } = outcomeOfText(text)
      return `${programme}.${outcome}` === recorded.outcome ? [equalBits(this.#gates, bits, bitsOfConstant(BigInt(code + 1)))] : []
    }))
    const isSeen = scope === 'entries' ? this.#gates.not(this.#yes(slot, 'of_member')) : bitOf(laneOfColumn(this.#gates, this.#columnOf('memberHistory', slotColumn(slot, 'mine')), 'yes'))
    return this.#gates.or(this.#yes(slot, 'stand_in'), this.#gates.every([isOutcome, this.#yes(slot, recorded.layer ?? 'national'), isSeen]))
  }

  /** Whether a slot holds a decision that was listed. */
  isListed(slot: number): Gate {
    return slot === nobodyAsked ? zero : this.#column(slot, 'outcome').known
  }

  /** Day since when the history is complete. */
  since(): SlicedNumber {
    if (this.#isKnown === zero) return slicedConstant(Infinity)
    const { known, ...column } = this.#columnOf('history', historyFrom)
    const day = numberOf(laneOfColumn(this.#gates, { known, ...column }, 'from'))
    return slicedChoose(this.#gates, this.#isKnown, slicedChoose(this.#gates, known, day, slicedConstant(-Infinity)), slicedConstant(Infinity))
  }

  /** A lane of a field of the decision in a slot. */
  lane(slot: number, index: number, name: AnswerLane): LaneGates {
    const field = historyFieldIds[index]
    if (slot === nobodyAsked || field === undefined) return laneOfNothing(name)
    return field === 'value' ? this.#value(slot, name) : this.#field(slot, field, name)
  }

  #column(slot: number, field: SlotField): ColumnGates {
    return this.#columnOf('history', slotColumn(slot, field))
  }

  #yes(slot: number, field: SlotField): Gate {
    return bitOf(laneOfColumn(this.#gates, this.#column(slot, field), 'yes'))
  }

  #field(slot: number, field: Exclude<HistoryFieldId, 'value'>, name: AnswerLane): LaneGates {
    if (field === 'standard') return this.#text(slot, 'standard')
    const { known, ...column } = this.#column(slot, field)
    const day = numberOf(laneOfColumn(this.#gates, { known, ...column }, name))
    if (field === 'decided_on') return { kind: 'number', number: day }
    const ended = field === 'to' ? slicedChoose(this.#gates, known, day, slicedConstant(dayCode(endOfTime))) : day
    return { kind: 'number', number: name === 'from' ? slicedChoose(this.#gates, this.#yes(slot, 'stand_in'), slicedConstant(-Infinity), ended) : ended }
  }

  #value(slot: number, name: AnswerLane): LaneGates {
    const [truth, number, text, date] = (['value_truth', 'value_number', 'value_text', 'value_date'] as const).map((field) => this.#column(slot, field))
    if (!truth || !number || !text || !date) throw new Error('A decision has four columns for its value')
    if (name === 'yes' || name === 'no') return laneOfColumn(this.#gates, truth, name)
    if (name === 'code') return this.#text(slot, 'value_text')
    if (name === 'type') return this.#type([['boolean', truth], ['number', number], ['text', text], ['date', date]])
    return { kind: 'number', number: slicedChoose(this.#gates, date.known, numberOf(laneOfColumn(this.#gates, date, name)), numberOf(laneOfColumn(this.#gates, number, name))) }
  }

  #type(columns: readonly (readonly [(typeof entryTypes)[number], ColumnGates])[]): LaneGates {
    const width = bitsOfConstant(BigInt(entryTypes.length)).length
    const bits = Array.from({ length: width }, (_bit, bit) => this.#gates.some(columns.flatMap(([type, { known }]) => ((entryTypes.indexOf(type) + 1) >> bit) & 1 ? [known] : [])))
    return { kind: 'number', number: sliced({ bits }) }
  }

  /** Results are few texts: each has the code by which plans know it. */
  #text(slot: number, field: SlotField): LaneGates {
    const columnGates = this.#column(slot, field)
    const { column } = columnGates
    const texts = (column.encoding.dictionary?.texts() ?? []).map((text) => ({ text, code: this.#dictionary.freeTexts.code(text) }))
    return { kind: 'number', number: recodedTexts(this.#gates, columnGates, texts) }
  }
}
