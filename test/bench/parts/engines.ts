import type { BoundPlan, HouseholdRecord } from '@tieuchi/runtime/plan'
import { judgeAll, type Judge } from '../baselines/contestant.ts'
import { jsonLogicJudge } from '../baselines/json-logic-engine.ts'
import { jsonRulesJudge } from '../baselines/json-rules-engine.ts'
import { differencesOf } from '../baselines/judgement.ts'
import { zenJudge } from '../baselines/zen-engine.ts'
import { judgeByPlan, judgementsOfPlan, planOf } from '../contestants.ts'
import { processorTime, ratioOf, timeInTurn, type Contestant } from '../measure.ts'
import { definePart } from '../part.ts'
import { householdsFrom } from '../workload/households.ts'
import { typedHousehold, type TypedHousehold } from '../workload/typed-household.ts'
import { readWorkload } from '../workload/workload.ts'

/** How many households one round gives each engine, so that a round of each takes about as long. */
const shares = { 'json-rules-engine': 100, zen: 300, 'json-logic-engine': 2_000 } as const

const households = 2_000

/** How often one round gives the plan all of them. */
const passes = 20

type EngineName = keyof typeof shares

const judgeManyTimes = (plan: BoundPlan, records: readonly HouseholdRecord[]): number => {
  let judged = 0
  for (let pass = 0; pass < passes; pass += 1) judged += judgeByPlan(plan, records)
  return judged
}

/** The plan over objects against other engines with the same rules. */
export const engines = definePart({
  figures: {
    json_rules_engine: { title: 'plan over objects against json-rules-engine run as documented, times faster', measure: 'ratio', bar: { at_least: 1_500 } },
    zen_engine: { title: 'plan over objects against @gorules/zen-engine, times faster', measure: 'ratio', bar: { at_least: 200 } },
    json_logic_engine: { title: 'plan over objects against json-logic-engine compiled, times faster', measure: 'ratio', bar: { at_least: 10 } },
  },
  prepare: async () => {
    const workload = readWorkload()
    const day = workload.moment.facts_at
    const compiled = planOf(workload)
    const bound = compiled.at(workload.moment)
    const typed = Array.from(householdsFrom(households, { day }), typedHousehold)
    const records = Array.from(householdsFrom(households, { day }), (input) => compiled.layout.record(input))
    const judges: Readonly<Record<EngineName, Judge>> = { 'json-rules-engine': jsonRulesJudge(workload), zen: zenJudge(workload), 'json-logic-engine': jsonLogicJudge(workload) }
    const names = Object.keys(judges) as EngineName[]
    const some = (name: EngineName): readonly TypedHousehold[] => typed.slice(0, shares[name])
    return {
      agree: async () => {
        const found = judgementsOfPlan(bound, records)
        const differences: string[] = []
        for (const name of names) differences.push(...differencesOf(name, found.slice(0, shares[name]), await judgeAll(judges[name], some(name))))
        return differences
      },
      measure: async () => {
        const others = names.map((name): Contestant<EngineName> => ({ name, run: async () => (await judgeAll(judges[name], some(name))).length }))
        const times = await timeInTurn<EngineName | 'plan'>([{ name: 'plan', run: () => judgeManyTimes(bound, records) }, ...others], { warmUp: 3, rounds: 9, clock: processorTime })
        return {
          json_rules_engine: ratioOf(times, 'json-rules-engine', 'plan'),
          zen_engine: ratioOf(times, 'zen', 'plan'),
          json_logic_engine: ratioOf(times, 'json-logic-engine', 'plan'),
        }
      },
    }
  },
})
