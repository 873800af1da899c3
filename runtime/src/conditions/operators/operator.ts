import { joinWords } from '../../limits/join-words.ts'
import type { Truth } from '../../documents/evaluation-document.ts'
import type { Text } from '../../documents/text.ts'
import type { Value } from '../../values/value.ts'
import type { ValueType } from '../../values/value-type.ts'
import type { PlanForm } from './comparison-forms.ts'
import type { TurningDays } from './turning-days.ts'

/** One place on the right of an operator that takes something else there than what stands on the left. */
export interface OperandPlace {
  readonly type: ValueType
  /** How its number is written for people, as in the dictionary's `x-unit`. */
  readonly unit?: string
  /** What is asked for there. */
  readonly label: Text
}

/** How an operator is written in a cell of a table, in front of what it compares with. */
export interface CellWords {
  /** Every way to begin, in both languages; read with and without diacritics. */
  readonly words: readonly string[]
  /** The way it is shown. */
  readonly shown: Text
}

/** Everything the product knows of an operator, in one typed object: those of the core and those of packages alike. */
export interface Operator {
  /** Short name for a list to choose from. */
  readonly label: Text
  /** How many values stand on the right: one, a pair, or any number. */
  readonly right: 'one' | 'pair' | 'list'
  /** Kinds of left side it may compare. */
  readonly accepts: readonly ValueType[]
  /** The places on the right, where they take something else than the left side is. */
  readonly operands?: readonly OperandPlace[]
  /** The sentence of a comparison that holds. `left` and `right` come written for people. */
  readonly sentence: (left: Text, right: readonly Text[]) => Text
  /** Compares applicable values, three-valued: this defines the meaning. The engine has dealt with "not applicable" before. */
  readonly compare: (left: Value, right: readonly Value[]) => Truth
  /** The same for executions that judge many households. */
  readonly plan: PlanForm
  /** Of operators whose right side is a limit: between which steps the comparison turns, for each place on the right. */
  readonly turns?: readonly TurningDays[]
  /** Absent where cells have a form of their own: ranges, and whether a parameter is established. */
  readonly cell?: CellWords
  /** The sign or words it is written with in a formula; absent as above. */
  readonly formula?: Text
}

/** The same in both languages. */
export const inBoth = (sign: string): Text => ({ vi: sign, en: sign })

/** `a <words> b` in both languages. */
export const infix = (vi: string, en: string) => (left: Text, [right]: readonly Text[]): Text => ({
  vi: `${left.vi} ${vi} ${right?.vi ?? ''}`,
  en: `${left.en} ${en} ${right?.en ?? ''}`,
})

/** `a <words> b, c, d` in both languages. */
export const infixList = (vi: string, en: string) => (left: Text, right: readonly Text[]): Text => ({
  vi: `${left.vi} ${vi} ${joinWords(right.map((text) => text.vi), ', ')}`,
  en: `${left.en} ${en} ${joinWords(right.map((text) => text.en), ', ')}`,
})
