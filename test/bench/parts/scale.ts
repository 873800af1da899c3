import { differentResults, judgeByPlan, planOf, resultsOfInterpreter, resultsOfPlan } from '../contestants.ts'
import { median, processorTime, ratioOf, threadTime, timeInTurn } from '../measure.ts'
import { definePart } from '../part.ts'
import { householdAt, householdsFrom } from '../workload/households.ts'
import type { Workload } from '../workload/workload.ts'
import { readWorkload } from '../workload/workload.ts'

const households = 5_000
const sample = 20
const compilations = 5

const compileTime = async (workload: Workload): Promise<number> => {
  const { compile } = await timeInTurn([{ name: 'compile', run: () => (planOf(workload).at(workload.moment), 1) }], { warmUp: 0, rounds: compilations, clock: threadTime })
  return median(compile)
}

/** What a release sixteen times as large costs, and what compiling one costs. */
export const scale = definePart({
  figures: {
    rows: { title: 'plan over objects, 1.280 rows against 80 rows', measure: 'ratio', bar: { at_most: 24 } },
    compile: { title: 'compile a release', measure: 'time', bar: { at_most: 50 } },
  },
  prepare: async () => {
    const [small, large] = [readWorkload(), readWorkload(16)]
    const day = small.moment.facts_at
    const prepared = [small, large].map((workload) => {
      const compiled = planOf(workload)
      return { workload, bound: compiled.at(workload.moment), records: Array.from(householdsFrom(households, { day }), (input) => compiled.layout.record(input)) }
    })
    const inputs = Array.from({ length: sample }, (_, index) => householdAt(index, { day }))
    return {
      agree: async () => {
        const differences: string[] = []
        for (const { workload, bound, records } of prepared) {
          differences.push(...differentResults('plan', await resultsOfInterpreter(workload, inputs), resultsOfPlan(bound, records.slice(0, sample))))
        }
        return differences
      },
      measure: async () => {
        const [few, many] = prepared
        if (!few || !many) throw new Error('Two sheets are compared')
        const times = await timeInTurn([
          { name: 'few', run: () => judgeByPlan(few.bound, few.records) },
          { name: 'many', run: () => judgeByPlan(many.bound, many.records) },
        ], { warmUp: 3, rounds: 9, clock: processorTime })
        return { rows: ratioOf(times, 'many', 'few'), compile: await compileTime(few.workload) }
      },
    }
  },
})
