import { evaluate, explain, type HouseholdInput } from '@tieuchi/runtime'
import { judgeByInterpreter } from '../baselines/by-interpreter.ts'
import { handWrittenLaw } from '../baselines/hand-written-law.ts'
import { judgeByHand } from '../baselines/hand-written.ts'
import { differencesOf } from '../baselines/judgement.ts'
import { median, threadTime } from '../measure.ts'
import { definePart } from '../part.ts'
import { householdAt } from '../workload/households.ts'
import { dayNumber, typedHousehold } from '../workload/typed-household.ts'
import { readWorkload } from '../workload/workload.ts'

const households = 200
const rounds = 5

/** One household and a person waiting: evaluated, and explained in full. */
export const interpreter = definePart({
  figures: {
    complete: { title: 'one household by the interpreter, with its complete explanation', measure: 'time', bar: { at_most: 5 } },
    missing: { title: 'the same with 10 % of the answers missing', measure: 'time', bar: { at_most: 5 } },
  },
  prepare: async () => {
    const workload = readWorkload()
    const day = workload.moment.facts_at
    const inputsWith = (missing: number) => Array.from({ length: households }, (_, index) => householdAt(index, { day, missing }))
    const inputs = { complete: inputsWith(0), missing: inputsWith(0.1) }
    /** What one of them takes: all are timed together, for the clock of a thread ticks too slowly for one. */
    const timeEach = async (all: readonly HouseholdInput[]): Promise<number> => {
      const start = threadTime()
      for (const input of all) await explain(await evaluate(workload.assembly, { input, moment: workload.moment }), 'class')
      return (threadTime() - start) / all.length
    }
    return {
      agree: async () => {
        const law = handWrittenLaw(workload.release)
        const byHand = inputs.complete.map((input) => judgeByHand(typedHousehold(input), dayNumber(day), law))
        return differencesOf('interpreter', byHand, await judgeByInterpreter(workload, inputs.complete))
      },
      measure: async () => {
        const medians: { complete: number; missing: number }[] = []
        for (let round = 0; round < rounds; round += 1) medians.push({ complete: await timeEach(inputs.complete), missing: await timeEach(inputs.missing) })
        return { complete: median(medians.map(({ complete }) => complete)), missing: median(medians.map(({ missing }) => missing)) }
      },
    }
  },
})
