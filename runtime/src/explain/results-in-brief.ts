import type { OutcomeResult } from '../documents/evaluation-document.ts'

/**
 * The results that stand beside a name in a list: of those whose values are codes the first, and the others as far as each came out
 * as one code. Several codes are too long there, and of a second that is not concluded nobody could tell which it is.
 */
export const resultsInBrief = <Result extends Pick<OutcomeResult, 'state' | 'value' | 'list'>>(outcomes: readonly Result[]): readonly Result[] =>
  outcomes.filter(({ list }) => list !== undefined).filter(({ state, value }, index) => index === 0 || (state === 'determined' && !Array.isArray(value)))
