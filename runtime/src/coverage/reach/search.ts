import type { Moment } from '../../documents/input-document.ts'
import { isEvaluationError } from '../../logic/evaluation-error.ts'
import type { Assembly } from '../../release/assembly.ts'
import type { Candidates } from './candidates.ts'
import { reachCondition } from './reach-condition.ts'
import { reachExpression } from './reach-expression.ts'
import { reachFact } from './reach-fact.ts'
import type { Draft, Reach } from './reach.ts'

/** A search with a budget of drafts; it ends, found or not, where the budget is used up. */
export const searchIn = (assembly: Assembly, moment: Moment, candidates: Candidates, drafts: number): Reach => {
  const reach: Reach = {
    assembly,
    moment,
    candidates,
    budget: { left: drafts },
    condition: (condition, want, draft, whose) => within(reach, () => reachCondition(reach, condition, want, draft, whose)),
    fact: (reference, want, draft, whose) => within(reach, () => reachFact(reach, reference, want, draft, whose)),
    expression: (expression, want, draft, whose) => within(reach, () => reachExpression(reach, expression, want, draft, whose)),
  }
  return reach
}

/**
 * Nothing is met any more once the budget is used up, so that a search ends at once. A household in which two rows of a
 * `unique` table hold at once has no result and leads nowhere.
 */
async function* within({ budget }: Reach, meet: () => AsyncGenerator<Draft>): AsyncGenerator<Draft> {
  if (budget.left <= 0) return
  try {
    yield* meet()
  } catch (error) {
    if (!isEvaluationError(error)) throw error
  }
}
