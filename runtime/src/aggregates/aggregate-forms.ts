import type { ComparisonForms } from '../conditions/operators/comparison-forms.ts'

/**
 * What an aggregate is built of in an execution for many households, besides what comparisons are built of: lists (`List`), values
 * (`Side`) and truths (`Answer`) are that execution's own. Everything is three-valued: of members that may count, values known in
 * part, and lists that may be longer than what is listed it says what every possibility leaves open. A comparison with what does not
 * apply is false. What an execution cannot do is refused there, and the interpreter judges.
 */
export interface AggregateForms<List, Side, Answer> extends ComparisonForms<Side, Answer> {
  /** How many count. */
  readonly count: (list: List) => Side
  /** Whether at least one counts. */
  readonly any: (list: List) => Answer
  /** Whether all count; true of an empty list. */
  readonly every: (list: List) => Answer
  /** Which part of the base counts; not applicable of an empty base. */
  readonly share: (list: List) => Side
  /** The sum of what is taken of each that counts; one for which it does not apply is left out. */
  readonly sum: (list: List) => Side
  /** The least of those values; not applicable over none. */
  readonly leastOf: (list: List) => Side
  /** The greatest of those values; not applicable over none. */
  readonly greatestOf: (list: List) => Side
  /** The list in which only those count of whose value a comparison holds, with whatever was found over a list before. */
  readonly which: (list: List, holds: (value: Side) => Answer) => List
  /** The list in which something else is taken of each. */
  readonly each: (list: List, change: (value: Side) => Side) => List
  /** One value where a truth holds, another where it does not. */
  readonly choose: (truth: Answer, then: Side, otherwise: Side) => Side
  /** A value where a truth holds; elsewhere it does not apply. */
  readonly only: (truth: Answer, value: Side) => Side
  readonly divide: (a: Side, b: Side) => Side
  /** A truth as what an aggregate comes to. */
  readonly truth: (truth: Answer) => Side
}

/** An aggregate in the terms of whatever runs it: no code of any document enters it, and it sees no nodes. */
export type AggregateForm = <List, Side, Answer>(forms: AggregateForms<List, Side, Answer>, list: List) => Side
