import { evaluate, type HouseholdInput } from '@tieuchi/runtime'
import type { PlanResult } from '@tieuchi/runtime/plan'
import type { Workload } from '../workload/workload.ts'
import { indicatorBit, type IndicatorName, type Judgement } from './judgement.ts'

/** A result of the product in the form all contestants are compared in. */
export const judgementOf = ({ outcomes, rules, facts }: Pick<PlanResult, 'outcomes' | 'rules' | 'facts'>): Judgement => ({
  class: String(outcomes.find(({ id }) => id === 'class')?.value),
  indicators: rules.reduce((mask, { id, result }) => (result === true ? mask | indicatorBit(id as IndicatorName) : mask), 0),
  deprivation_count: Number(facts.find(({ id }) => id === 'deprivation_count')?.value),
  points_a: Number(facts.find(({ id }) => id === 'points_a')?.value),
})

/** What the definition of meaning says of complete households. */
export const judgeByInterpreter = async ({ assembly, moment }: Workload, inputs: readonly HouseholdInput[]): Promise<readonly Judgement[]> => {
  const judgements: Judgement[] = []
  for (const input of inputs) judgements.push(judgementOf((await evaluate(assembly, { input, moment })).result))
  return judgements
}
