import type { Assembly, HouseholdInput, Moment } from '@tieuchi/runtime'
import type { PlanResult } from '@tieuchi/runtime/plan'

/** In place of a result: the interpreter must judge the household. */
export const byInterpreter = 'interpreter'

/** What an execution says of a household, in the form of its `told`, or that the interpreter must judge it. */
export type Verdict = object | typeof byInterpreter

/** A way to judge households by some rules that is not the interpreter, made ready for one release and moment. */
export interface PreparedExecution {
  /** Verdicts in the order of the households. */
  readonly judgeAll: (inputs: readonly HouseholdInput[]) => Promise<readonly Verdict[]>
}

export type Preparation = PreparedExecution | { readonly reason: string }

export interface Execution {
  readonly name: string
  /** The part of releases made up at random that it runs at least, and of their households that it leaves to the interpreter at most. */
  readonly reach: { readonly releases: number; readonly left: number }
  /** Why it cannot run these rules at all, or how it does. */
  readonly prepare: (assembly: Assembly, moment: Moment) => Promise<Preparation>
  /** The part of a result that it tells. */
  readonly told: (result: PlanResult) => object
}
