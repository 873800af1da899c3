import type { Assembly } from '../release/assembly.ts'
import type { PlanParts } from './compile/compile-outputs.ts'
import { Unplannable } from './compile/unplannable.ts'
import type { PlanDictionary } from './dictionary/plan-dictionary.ts'
import { ObjectPlan } from './object-plan.ts'

/** A plan, or why there is none: then the interpreter judges every household. */
export type CompiledPlan = { readonly kind: 'plan'; readonly plan: ObjectPlan } | { readonly kind: 'none'; readonly reason: string }

/** Compiles a release that has passed `checkRelease`. */
export const compilePlan = (assembly: Assembly, dictionary: PlanDictionary, parts: PlanParts = {}): CompiledPlan => {
  try {
    return { kind: 'plan', plan: new ObjectPlan(assembly, dictionary, parts) }
  } catch (error) {
    if (error instanceof Unplannable) return { kind: 'none', reason: error.message }
    throw error
  }
}
