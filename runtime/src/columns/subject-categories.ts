import type { PlanProgram } from '../plan/compile/compile-program.ts'
import type { EntitlementOutput } from '../plan/results/plan-outputs.ts'
import type { NodeLowering } from './lowering/node-gates.ts'
import { anyOfMembers } from './lowering/member-folds.ts'
import { categorise, type CategorisedOutcome } from './outcome-categories.ts'

/** An outcome of the household, or an entitlement, as categories. Throws `NotInColumns`. */
export const categoriseSubject = (lowering: NodeLowering, program: PlanProgram, id: string): CategorisedOutcome => {
  const outcome = program.outputs.outcomes.find((output) => output.id === id)
  if (outcome) return categorise(lowering, program, outcome)
  const entitlement = program.outputs.entitlements.find((output) => output.id === id)
  if (entitlement) return categoriseEntitlement(lowering, program, entitlement)
  throw new Error(`The rules have no outcome ${id} of the household, and no such entitlement`)
}

/**
 * Of members it is granted where one of them has it, and refused where none can have it: columns hold only households all of whose
 * members are listed.
 */
const categoriseEntitlement = (lowering: NodeLowering, { escape }: PlanProgram, { of, certain, possible }: EntitlementOutput): CategorisedOutcome => {
  const { gates } = lowering
  const ofHousehold = (node: EntitlementOutput['certain']) => (of === 'members' ? anyOfMembers(gates, lowering.bit(node), 0) : lowering.bit(node))
  const [granted, perhaps, judged] = [ofHousehold(certain), ofHousehold(possible), gates.not(lowering.bit(escape))]
  return {
    categories: [
      { state: 'determined', value: 'granted' },
      { state: 'determined', value: 'refused' },
      { state: 'undetermined' },
      { state: 'apart' },
    ],
    gates: [gates.and(judged, granted), gates.and(judged, gates.not(perhaps)), gates.every([judged, perhaps, gates.not(granted)]), gates.not(judged)],
  }
}
