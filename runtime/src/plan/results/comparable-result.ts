import type { EntitlementResult, EvaluationResult, FactResult, OutcomeResult } from '../../documents/evaluation-document.ts'
import type { Answer } from '../../documents/input-document.ts'
import type { PlanEntitlement, PlanFact, PlanOutcome, PlanResult } from './plan-result.ts'

const byText = (a: Answer, b: Answer): number => {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** A list without its order, which means nothing. */
export const inOrder = (answer: Answer): Answer => (typeof answer === 'object' ? answer.toSorted(byText) : answer)

/** Possible values in one order. */
export const possibleInOrder = (answers: readonly Answer[]): readonly Answer[] => answers.map(inOrder).toSorted(byText)

const outcome = ({ id, state, value, possible }: OutcomeResult): PlanOutcome => ({
  id, state, ...(value !== undefined && { value: inOrder(value) }), ...(possible && { possible: possibleInOrder(possible) }),
})

const entitlement = ({ id, member, state, level, amount, period }: EntitlementResult): PlanEntitlement => ({
  id,
  ...(member !== undefined && { member }),
  state,
  ...(level !== undefined && { level: inOrder(level) }),
  ...(amount !== undefined && { amount }),
  ...(period?.at_most !== undefined && { at_most: period.at_most }),
  ...(period?.from !== undefined && { from: period.from }),
  ...(period?.to !== undefined && { to: period.to }),
})

const fact = ({ id, value, from, to, not_applicable: none }: FactResult): PlanFact => ({
  id,
  ...(value !== undefined && { value: inOrder(value) }),
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
  ...(none && { not_applicable: true }),
})

/** The interpreter's result as far as another evaluation can be compared with it. */
export const comparableResult = (result: EvaluationResult): PlanResult => ({
  outcomes: result.outcomes.map(outcome),
  member_outcomes: Object.fromEntries(Object.entries(result.member_outcomes).map(([id, outcomes]) => [id, outcomes.map(outcome)])),
  entitlements: result.entitlements.map(entitlement),
  rules: result.rules.map(({ set, id, result: truth }) => ({ set, id, result: truth })),
  facts: result.facts.map(fact),
})
