import { evaluate, type EvaluationResult, type HouseholdInput } from '@tieuchi/runtime'
import type { Workload } from '../workload/workload.ts'
import { indicatorBit, type IndicatorName, type Judgement } from './judgement.ts'

const judgementOf = ({ outcomes, rules, facts }: EvaluationResult, points: unknown): Judgement => ({
  class: String(outcomes.find(({ id }) => id === 'class')?.value),
  indicators: rules.reduce((mask, { id, result }) => (result === true ? mask | indicatorBit(id as IndicatorName) : mask), 0),
  deprivation_count: Number(facts.find(({ id }) => id === 'deprivation_count')?.value),
  sheet_points: Number(points),
})

/** What the definition of meaning says of complete households. */
export const judgeByInterpreter = async ({ assembly, moment }: Workload, inputs: readonly HouseholdInput[]): Promise<readonly Judgement[]> => {
  const judgements: Judgement[] = []
  for (const input of inputs) {
    const { result, interpreter } = await evaluate(assembly, { input, moment })
    const { possible } = await interpreter.readFact({ fact: 'sheet_points' }, {})
    judgements.push(judgementOf(result, possible.kind === 'set' ? possible.scalars[0] : undefined))
  }
  return judgements
}
