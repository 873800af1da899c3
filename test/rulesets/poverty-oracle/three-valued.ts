/** True, false, or not known: strong Kleene. */
export type Truth = boolean | 'unknown'

/** False as soon as one is false; true where all are. */
export const and = (...truths: readonly Truth[]): Truth => (truths.includes(false) ? false : truths.includes('unknown') ? 'unknown' : true)

/** True as soon as one is true; false where all are. */
export const or = (...truths: readonly Truth[]): Truth => (truths.includes(true) ? true : truths.includes('unknown') ? 'unknown' : false)

export const not = (truth: Truth): Truth => (truth === 'unknown' ? truth : !truth)

/** What something is of an answer; unknown where nobody answered. */
export const ofAnswer = <Answer>(answer: Answer | undefined, judge: (answer: Answer) => boolean): Truth => (answer === undefined ? 'unknown' : judge(answer))

/** Whole numbers from `from` to `to`, both included. */
export interface Span {
  readonly from: number
  readonly to: number
}

export const atLeast = ({ from, to }: Span, limit: number): Truth => (from >= limit ? true : to < limit ? false : 'unknown')

export const atMost = ({ from, to }: Span, limit: number): Truth => (to <= limit ? true : from > limit ? false : 'unknown')

export const below = (span: Span, limit: number): Truth => not(atLeast(span, limit))

/** How many are true: those that certainly are, to those that may be. */
export const countTrue = (truths: readonly Truth[]): Span => {
  const from = truths.filter((truth) => truth === true).length
  return { from, to: from + truths.filter((truth) => truth === 'unknown').length }
}
