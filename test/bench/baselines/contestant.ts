import type { TypedHousehold } from '../workload/typed-household.ts'
import type { Judgement } from './judgement.ts'

/** Another rules engine, made ready for the workload: judges one household after the other. */
export type Judge = (household: TypedHousehold) => Judgement | Promise<Judgement>

export const judgeAll = async (judge: Judge, households: readonly TypedHousehold[]): Promise<readonly Judgement[]> => {
  const judgements: Judgement[] = []
  for (const household of households) judgements.push(await judge(household))
  return judgements
}
