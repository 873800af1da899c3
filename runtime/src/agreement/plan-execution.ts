import { compilePlan } from '../plan/compile-plan.ts'
import { PlanDictionary } from '../plan/dictionary/plan-dictionary.ts'
import type { BoundPlan } from '../plan/object-plan.ts'
import type { Execution } from './execution.ts'

/** The compiled plan over records, by which batches are judged. */
export const planExecution: Execution = (assembly) => {
  const compiled = compilePlan(assembly, new PlanDictionary(assembly.common))
  if (compiled.kind === 'none') return undefined
  const { plan } = compiled
  const bound = new Map<string, BoundPlan>()
  return {
    judge: (input, moment) => {
      const key = `${moment.law_at} ${moment.facts_at} ${moment.unit_at}`
      const kernel = bound.get(key) ?? plan.at(moment)
      bound.set(key, kernel)
      const record = plan.layout.record(input)
      return kernel.judge(record) ? kernel.result(record) : 'interpreter'
    },
  }
}
