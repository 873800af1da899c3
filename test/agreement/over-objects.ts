import { compilePlan, PlanDictionary, type HouseholdRecord } from '@tieuchi/runtime/plan'
import { byInterpreter, type Execution } from './execution.ts'

/** The plan over records, one after the other; `change` is what is done to a record before it is judged. */
export const overObjects = (name: string, change: (record: HouseholdRecord) => HouseholdRecord): Execution => ({
  name,
  reach: { releases: 0.9, left: 0.3 },
  told: (result) => result,
  prepare: async (assembly, moment) => {
    const compiled = compilePlan(assembly, new PlanDictionary(assembly.common))
    if (compiled.kind === 'none') return { reason: compiled.reason }
    const plan = compiled.plan.at(moment)
    return {
      judgeAll: async (inputs) => inputs.map((input) => {
        const record = change(compiled.plan.layout.record(input))
        return plan.judge(record) ? plan.result(record) : byInterpreter
      }),
    }
  },
})
