import type { HouseholdInput, Moment } from '../documents/input-document.ts'
import type { PlanResult } from '../plan/results/plan-result.ts'
import type { Assembly } from '../release/assembly.ts'

/** Rules made ready to be run by something that is not the interpreter. */
export interface ReadyExecution {
  /** The result, or that it leaves the household to the interpreter. */
  judge(input: HouseholdInput, moment: Moment): PlanResult | 'interpreter'
}

/** A way to run rules that is not the interpreter; undefined for rules that it cannot run at all, which the interpreter then judges. */
export type Execution = (assembly: Assembly) => ReadyExecution | undefined
