import { comparableResult, compilePlan, PlanDictionary, type HouseholdRecord, type PlanResult } from '@tieuchi/runtime/plan'
import { evaluate, RowConflict, type Assembly, type HouseholdInput, type Moment } from '@tieuchi/runtime'

/** What an execution says of a household: a result, or that the interpreter must judge it. */
export type Verdict = PlanResult | 'interpreter'

/** A way to judge households by some rules that is not the interpreter, made ready for one release and moment. */
export interface PreparedExecution {
  readonly judge: (input: HouseholdInput) => Verdict
}

export type Preparation = PreparedExecution | { readonly reason: string }

export interface Execution {
  readonly name: string
  /** Why it cannot run these rules at all, or how it does. */
  readonly prepare: (assembly: Assembly, moment: Moment) => Preparation
}

const overObjects = (change: (record: HouseholdRecord) => HouseholdRecord): Execution['prepare'] => (assembly, moment) => {
  const compiled = compilePlan(assembly, new PlanDictionary(assembly.common))
  if (compiled.kind === 'none') return { reason: compiled.reason }
  const plan = compiled.plan.at(moment)
  return {
    judge: (input) => {
      const record = change(compiled.plan.layout.record(input))
      return plan.judge(record) ? plan.result(record) : 'interpreter'
    },
  }
}

/** Every execution that is not the interpreter. A new one is a line here, and nowhere else. */
export const executions: readonly Execution[] = [
  { name: 'plan over objects', prepare: overObjects((record) => record) },
  { name: 'plan over objects, always three-valued', prepare: overObjects((record) => ({ ...record, full: 0 })) },
]

/** What the interpreter says; undefined where the rules contradict themselves on a household. */
export const judgeByInterpreter = async (assembly: Assembly, input: HouseholdInput, moment: Moment): Promise<PlanResult | undefined> => {
  try {
    return comparableResult((await evaluate(assembly, { input, moment })).result)
  } catch (error) {
    if (error instanceof RowConflict) return undefined
    throw error
  }
}
