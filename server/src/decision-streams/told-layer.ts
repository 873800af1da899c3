import type { EvaluationResult, Grounds } from '@tieuchi/runtime'
import { comparableResult, type PlanEntitlement, type PlanOutcome, type PlanResult } from '@tieuchi/runtime/plan'
import type { ToldLayer } from './stream-schema.ts'

/** What of a result a stream tells, in the form in which it can be compared. */
export const toldOf = ({ outcomes, member_outcomes: ofMembers, entitlements }: PlanResult): Pick<PlanResult, 'outcomes' | 'member_outcomes' | 'entitlements'> =>
  ({ outcomes, member_outcomes: ofMembers, entitlements })

/** Whether something could not be concluded. */
export const isOpen = ({ outcomes, member_outcomes: ofMembers, entitlements }: ReturnType<typeof toldOf>): boolean =>
  [...outcomes, ...Object.values(ofMembers).flat(), ...entitlements].some(({ state }) => state === 'undetermined')

/** A result with which nothing is open, as it is sent. */
export const closedLayer = (told: ReturnType<typeof toldOf>): ToldLayer => told as ToldLayer

/** What the interpreter found, with the answers that can still decide where it could not conclude. */
export function layerOf(result: EvaluationResult): ToldLayer {
  const told = toldOf(comparableResult(result))
  const layer = {
    outcomes: withMissing(told.outcomes, result.outcomes),
    member_outcomes: Object.fromEntries(Object.entries(told.member_outcomes).map(([member, own]) => [member, withMissing(own, result.member_outcomes[member] ?? [])])),
    entitlements: withMissing(told.entitlements, result.entitlements),
  }
  return layer as ToldLayer
}

const withMissing = <Told extends PlanOutcome | PlanEntitlement>(told: readonly Told[], grounds: readonly Grounds[]) =>
  told.map((each, index) => (each.state === 'undetermined' ? { ...each, missing: grounds[index]?.missing ?? [] } : each))
