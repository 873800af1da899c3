import { evaluate, type HouseholdInput } from '@tieuchi/runtime'
import { comparableResult, compilePlan, PlanDictionary, type BoundPlan, type HouseholdRecord, type ObjectPlan, type PlanParts, type PlanResult } from '@tieuchi/runtime/plan'
import { judgementOf } from './baselines/by-interpreter.ts'
import { handWrittenLaw } from './baselines/hand-written-law.ts'
import { judgeByHand } from './baselines/hand-written.ts'
import type { Judgement } from './baselines/judgement.ts'
import { dayNumber, type TypedHousehold } from './workload/typed-household.ts'
import type { Workload } from './workload/workload.ts'

/** What every contestant finds: the class, the indicators, their count and the points of the sheet. */
const facts = ['deprivation_count', 'points_a']

export const planParts: PlanParts = { outcomes: true, rules: true, facts, entitlements: false }

export const planOf = ({ assembly, common }: Workload, dictionary = new PlanDictionary(common)): ObjectPlan => {
  const compiled = compilePlan(assembly, dictionary, planParts)
  if (compiled.kind === 'none') throw new Error(`The workload has no plan: ${compiled.reason}`)
  return compiled.plan
}

/** Judges records one after the other; answers how many. Results stay in the plan's memory, as those of the hand-written rules in an object. */
export const judgeByPlan = (plan: BoundPlan, records: readonly HouseholdRecord[]): number => {
  let judged = 0
  for (const record of records) if (plan.judge(record)) judged += 1
  return judged
}

/** Results of the plan; undefined where it leaves a household to the interpreter. */
export const resultsOfPlan = (plan: BoundPlan, records: readonly HouseholdRecord[]): readonly (PlanResult | undefined)[] =>
  records.map((record) => (plan.judge(record) ? plan.result(record) : undefined))

const noJudgement: Judgement = { class: 'left to the interpreter', indicators: 0, deprivation_count: 0, points_a: 0 }

export const judgementsOfPlan = (plan: BoundPlan, records: readonly HouseholdRecord[]): readonly Judgement[] =>
  records.map((record) => (plan.judge(record) ? judgementOf(plan.result(record)) : noJudgement))

/** The hand-written rules over households, and what they found last so that no optimiser leaves them out. */
export const handWrittenRun = ({ release, moment }: Workload, households: readonly TypedHousehold[]) => {
  const law = handWrittenLaw(release)
  const day = dayNumber(moment.facts_at)
  return {
    judgements: () => households.map((household) => judgeByHand(household, day, law)),
    run: () => {
      let judged = 0
      for (const household of households) if (judgeByHand(household, day, law).class !== '') judged += 1
      return judged
    },
  }
}

/** The interpreter's results, of the facts that a plan finds too. */
export const resultsOfInterpreter = async ({ assembly, moment }: Workload, inputs: readonly HouseholdInput[]): Promise<readonly PlanResult[]> => {
  const results: PlanResult[] = []
  for (const input of inputs) {
    const result = comparableResult((await evaluate(assembly, { input, moment })).result)
    results.push({ ...result, facts: result.facts.filter(({ id }) => facts.includes(id)) })
  }
  return results
}

/** Households on which two results differ, each in a sentence. */
export const differentResults = (name: string, expected: readonly PlanResult[], found: readonly (PlanResult | undefined)[]): readonly string[] =>
  expected.flatMap((result, index) => {
    const [right, other] = [JSON.stringify(result), JSON.stringify(found[index])]
    return right === other ? [] : [`${name} on household ${index}: ${other} instead of ${right}`]
  })
