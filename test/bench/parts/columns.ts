import { makeKernel } from '@tieuchi/runtime/columns/circuit/kernel.ts'
import { circuitSpace, judgeColumns, type ColumnResults } from '@tieuchi/runtime/columns/column-plan.ts'
import { runHere, type KernelPart, type RunKernel } from '@tieuchi/runtime/columns/planes.ts'
import type { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import { compileProgram, PlanDictionary } from '@tieuchi/runtime/plan'
import { judgementOf } from '../baselines/by-interpreter.ts'
import { differencesOf, type Judgement } from '../baselines/judgement.ts'
import { handWrittenRun, planParts } from '../contestants.ts'
import { processorTime, ratioOf, timeInTurn } from '../measure.ts'
import { definePart } from '../part.ts'
import { householdsFrom } from '../workload/households.ts'
import { numberOfHousehold, registerOf } from '../workload/register.ts'
import { typedHousehold } from '../workload/typed-household.ts'
import { readWorkload, type Workload } from '../workload/workload.ts'

const households = 100_000

/** Judges all columns once, and keeps the circuit so that it can run again over the same memory. */
const judgeOnce = async ({ assembly, common, moment }: Workload, register: RegisterColumns) => {
  const dictionary = new PlanDictionary(common)
  let again: () => void = () => undefined
  const run: RunKernel = (program, parts: readonly KernelPart[]) => {
    const kernel = makeKernel(program)
    again = () => {
      for (const { memory, run: part } of parts) kernel(memory, part)
    }
    return runHere(program, parts)
  }
  const results = await judgeColumns(circuitSpace(register, dictionary, moment), compileProgram(assembly, dictionary, 'partial', planParts), { run })
  return { results, again: () => again() }
}

/** What columns found, in the order of the workload. */
const judgementsInOrder = (register: RegisterColumns, results: ColumnResults): readonly Judgement[] => {
  const judgements = new Map<number, Judgement>()
  for (const { members, rows } of register.buckets) {
    for (let row = 0; row < rows; row += 1) {
      if (!results.escapes(members, row)) judgements.set(numberOfHousehold(register.idOf(members, row)), judgementOf(results.result(members, row)))
    }
  }
  return Array.from({ length: register.size }, (_, number) => judgements.get(number) ?? { class: 'not in columns', indicators: 0, deprivation_count: 0, points_a: 0 })
}

/** The plan over columns, on one thread, against the rules by hand over objects; and what columns take. */
export const columns = definePart({
  figures: {
    complete: { title: 'plan over columns against that hand-written function', measure: 'ratio', bar: { at_most: 0.4 } },
    bytes: { title: 'bytes per household in the column store', measure: 'size', bar: { at_most: 150 } },
  },
  prepare: async () => {
    const workload = readWorkload()
    const day = workload.moment.facts_at
    const hand = handWrittenRun(workload, Array.from(householdsFrom(households, { day }), typedHousehold))
    const register = registerOf(workload.common, householdsFrom(households, { day }))
    const { results, again } = await judgeOnce(workload, register)
    return {
      agree: () => Promise.resolve(differencesOf('columns', hand.judgements(), judgementsInOrder(register, results))),
      measure: async () => {
        const times = await timeInTurn([
          { name: 'hand', run: hand.run },
          { name: 'columns', run: () => (again(), register.size) },
        ], { warmUp: 3, rounds: 11, clock: processorTime })
        return { complete: ratioOf(times, 'columns', 'hand'), bytes: register.bytes / register.size }
      },
    }
  },
})
