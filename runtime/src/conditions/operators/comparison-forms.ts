/**
 * What a comparison is built of in an execution for many households: values (`Side`) and truths (`Answer`) are that execution's own –
 * nodes of the plan, of which come code over objects, circuits over columns and statements of the database. Everything is
 * three-valued and treats a value of which only a part is known as the language does; what a side of another kind is given to is
 * refused there (`Unplannable`), and the interpreter judges the release alone.
 */
export interface ComparisonForms<Side, Answer> {
  readonly unknown: () => Answer
  readonly not: (truth: Answer) => Answer
  readonly both: (a: Answer, b: Answer) => Answer
  readonly either: (a: Answer, b: Answer) => Answer
  readonly same: (a: Side, b: Side) => Answer
  /** a < b, of numbers or days. */
  readonly less: (a: Side, b: Side) => Answer
  readonly among: (left: Side, list: readonly Side[]) => Answer
  /** Whether several codes hold one. */
  readonly contains: (left: Side, code: Side) => Answer
  readonly number: (value: number) => Side
  readonly add: (a: Side, b: Side) => Side
  readonly subtract: (a: Side, b: Side) => Side
  readonly multiply: (a: Side, b: Side) => Side
  readonly least: (a: Side, b: Side) => Side
  readonly greatest: (a: Side, b: Side) => Side
  /** Completed months from the first day to the second; fewer than none where the second is earlier. */
  readonly monthsBetween: (from: Side, to: Side) => Side
  readonly yearOf: (day: Side) => Side
}

/** An operator in the terms of whatever runs it: no code of any document enters it, and it sees no nodes. */
export type PlanForm = <Side, Answer>(forms: ComparisonForms<Side, Answer>, left: Side, right: readonly Side[]) => Answer

/** The form of an operator with one value on its right. */
export const ofOne = (compare: <Side, Answer>(forms: ComparisonForms<Side, Answer>, left: Side, right: Side) => Answer): PlanForm =>
  (forms, left, [right]) => (right === undefined ? forms.unknown() : compare(forms, left, right))

/** The form of an operator with two values on its right. */
export const ofTwo = (compare: <Side, Answer>(forms: ComparisonForms<Side, Answer>, left: Side, right: readonly [Side, Side]) => Answer): PlanForm =>
  (forms, left, [first, second]) => (first === undefined || second === undefined ? forms.unknown() : compare(forms, left, [first, second]))
