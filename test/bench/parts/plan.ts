import { differencesOf } from '../baselines/judgement.ts'
import { differentResults, handWrittenRun, judgeByPlan, judgementsOfPlan, planOf, resultsOfInterpreter, resultsOfPlan } from '../contestants.ts'
import { processorTime, ratioOf, timeInTurn } from '../measure.ts'
import { definePart } from '../part.ts'
import { householdAt, householdsFrom } from '../workload/households.ts'
import { typedHousehold } from '../workload/typed-household.ts'
import { readWorkload } from '../workload/workload.ts'

const households = 100_000
const sample = 300

/** The plan over objects of one shape, against the same rules by hand over complete answers. */
export const plan = definePart({
  figures: {
    complete: { title: 'plan over objects, complete answers, against a hand-written function of the same rules', measure: 'ratio', bar: { at_most: 1.5 } },
    missing: { title: 'the same three-valued, 10 % of the answers missing', measure: 'ratio', bar: { at_most: 2 } },
  },
  prepare: async () => {
    const workload = readWorkload()
    const day = workload.moment.facts_at
    const compiled = planOf(workload)
    const [complete, missing] = [compiled.at(workload.moment), compiled.at(workload.moment)]
    const hand = handWrittenRun(workload, Array.from(householdsFrom(households, { day }), typedHousehold))
    const records = Array.from(householdsFrom(households, { day }), (input) => compiled.layout.record(input))
    const incomplete = Array.from(householdsFrom(households, { day, missing: 0.1 }), (input) => compiled.layout.record(input))
    return {
      agree: async () => {
        const inputs = Array.from({ length: sample }, (_, index) => householdAt(index, { day, missing: 0.1 }))
        return [
          ...differencesOf('plan', hand.judgements(), judgementsOfPlan(complete, records)),
          ...differentResults('plan with missing answers', await resultsOfInterpreter(workload, inputs), resultsOfPlan(missing, incomplete.slice(0, sample))),
        ]
      },
      measure: async () => {
        const times = await timeInTurn([
          { name: 'hand', run: hand.run },
          { name: 'complete', run: () => judgeByPlan(complete, records) },
          { name: 'missing', run: () => judgeByPlan(missing, incomplete) },
        ], { warmUp: 3, rounds: 11, clock: processorTime })
        return { complete: ratioOf(times, 'complete', 'hand'), missing: ratioOf(times, 'missing', 'hand') }
      },
    }
  },
})
