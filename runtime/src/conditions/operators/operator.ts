import { joinWords } from '../../limits/join-words.ts'
import type { Truth } from '../../documents/evaluation-document.ts'
import type { Text } from '../../documents/text.ts'
import type { Value } from '../../values/value.ts'

/** Everything the product knows of an operator, in one typed object. */
export interface Operator {
  /** Short name for a list to choose from. */
  readonly label: Text
  /** How many values stand on the right: one, a pair, or any number. */
  readonly right: 'one' | 'pair' | 'list'
  /** Kinds of left side it may compare. */
  readonly accepts: readonly ('number' | 'date' | 'boolean' | 'text' | 'list')[]
  /** The sentence of a comparison that holds. `left` and `right` come written for people. */
  readonly sentence: (left: Text, right: readonly Text[]) => Text
  /** Compares applicable values, three-valued. The engine has dealt with "not applicable" before. */
  readonly compare: (left: Value, right: readonly Value[]) => Truth
}

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
