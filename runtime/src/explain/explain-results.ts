import type { ExplanationNode } from '../documents/evaluation-document.ts'
import type { Evaluation } from '../logic/evaluate.ts'
import type { Places } from './explain-origin.ts'
import { explain } from './explain.ts'

/** A result of an evaluation: of the household, or of the member that is named. */
export interface ResultName {
  readonly id: string
  readonly member?: string
}

/** Every outcome and entitlement of the household and of each member, in the order of the result. */
export const resultNames = ({ outcomes, member_outcomes: ofMembers, entitlements }: Evaluation['result']): readonly ResultName[] => [
  ...outcomes.map(({ id }) => ({ id })),
  ...Object.entries(ofMembers).flatMap(([member, results]) => results.map(({ id }) => ({ id, member }))),
  ...entitlements.map(({ id, member }) => ({ id, ...(member !== undefined && { member }) })),
]

/**
 * Why each of them came out as it did, as `explain` tells it; the first line of a member's result names the member.
 * `places` are the names of the units whose overlays were read.
 */
export const explainResults = (evaluation: Evaluation, places: Places = {}): Promise<ExplanationNode[]> =>
  Promise.all(resultNames(evaluation.result).map(({ id, member }) => explain(evaluation, id, member, places)))
