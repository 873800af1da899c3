import { assemble, type HouseholdInput, type Release } from '@tieuchi/runtime'
import { ColumnComparison } from '@tieuchi/runtime/columns/column-comparison.ts'
import { circuitSpace } from '@tieuchi/runtime/columns/column-plan.ts'
import type { OutcomeFlow } from '@tieuchi/runtime/columns/outcome-flow.ts'
import { compileProgram, PlanDictionary, type BoundPlan, type PlanProgram } from '@tieuchi/runtime/plan'
import { planOf, planParts } from '../contestants.ts'
import { median, processorTime, timeInTurn } from '../measure.ts'
import { definePart } from '../part.ts'
import { householdAt } from '../workload/households.ts'
import { registerOf, unitOfHousehold, units } from '../workload/register.ts'
import { readWorkload, type Workload } from '../workload/workload.ts'

const households = 600_000

/** Every other household of a unit lacks a tenth of its answers. */
const inputAt = (day: string, index: number): HouseholdInput => householdAt(index, { day, missing: Math.floor(index / units) % 2 === 0 ? 0 : 0.1 })

function* register(day: string): Generator<HouseholdInput> {
  for (let index = 0; index < households; index += 1) yield inputAt(day, index)
}

/** The values of the income line that are tried, one after the other. */
const lines = [1_600_000, 1_700_000, 1_550_000, 1_800_000, 1_400_000] as const

const withLine = (workload: Workload, rural: number): Workload => {
  const line = workload.release.parameters['income_line']
  if (!line?.values) throw new Error('The release has no income line')
  const release: Release = { ...workload.release, parameters: { ...workload.release.parameters, income_line: { ...line, values: { ...line.values, rural } } } }
  return { ...workload, release, assembly: assemble({ programme: 'poverty', layer: 'national', common: workload.common, releases: { poverty: release } }) }
}

const lineIn = ({ graph }: PlanProgram): number => {
  const index = graph.parameters.findIndex(({ name, key }) => name === 'income_line' && key === 'rural')
  if (index === -1) throw new Error('The plan has no rural income line')
  return index
}

const changed = (program: PlanProgram, rural: number) => {
  const index = lineIn(program)
  return { program, values: new Map([[index, rural * (program.graph.parameters[index]?.scale ?? 1)]]) }
}

/** What became of a household, as the flow matrix names it. */
const categoryOf = ({ state, value }: { readonly state: string; readonly value?: unknown }): string => (state === 'determined' ? String(value) : state)

const matrixOf = ({ before, after, matrix, flipped }: OutcomeFlow): string =>
  JSON.stringify([...matrix.flatMap((line, from) => line.flatMap((count, to) => (count === 0 ? [] : [`${categoryOf(before[from] ?? { state: '' })} → ${categoryOf(after[to] ?? { state: '' })}: ${count}`]))).toSorted(), `flipped: ${flipped.length}`])

/** The same matrix of one unit by the plan over objects, household by household. */
const matrixByObjects = (before: Workload, after: Workload): string => {
  const counts = new Map<string, number>()
  let flipped = 0
  const [old, next] = [before, after].map((workload) => {
    const plan = planOf(workload)
    return { layout: plan.layout, bound: plan.at(workload.moment) }
  })
  if (!old || !next) throw new Error('Two releases are compared')
  for (let index = 0; index < households; index += units) {
    const [from, to] = [old, next].map(({ bound, layout }) => resultOf(bound, layout.record(inputAt(before.moment.facts_at, index))))
    counts.set(`${from} → ${to}`, (counts.get(`${from} → ${to}`) ?? 0) + 1)
    if (from !== to) flipped += 1
  }
  return JSON.stringify([...[...counts].map(([flow, count]) => `${flow}: ${count}`).toSorted(), `flipped: ${flipped}`])
}

const resultOf = (plan: BoundPlan, record: Parameters<BoundPlan['judge']>[0]): string => {
  if (!plan.judge(record)) return 'apart'
  const [outcome] = plan.result(record).outcomes
  return outcome ? categoryOf(outcome) : ''
}

/** A slider moved over a register of a province: the flow from class to class, and who changes. */
export const whatIf = definePart({
  figures: { matrix: { title: 'what-if on 600.000 households in memory with flow matrix', measure: 'time', bar: { at_most: 50 } } },
  prepare: async () => {
    const workload = readWorkload()
    const day = workload.moment.facts_at
    const dictionary = new PlanDictionary(workload.common)
    const program = compileProgram(workload.assembly, dictionary, 'partial', planParts)
    const space = circuitSpace(registerOf(workload.common, register(day)), dictionary, workload.moment)
    const comparison = new ColumnComparison(space, program, { outcome: 'class' })
    return {
      agree: async () => {
        const ofUnit = new ColumnComparison(space, program, { outcome: 'class', units: [unitOfHousehold(0)] })
        const [expected, found] = [matrixByObjects(workload, withLine(workload, lines[0])), matrixOf(await ofUnit.against(changed(program, lines[0])))]
        const counted = (await comparison.against(changed(program, lines[0]))).matrix.flat().reduce((sum, count) => sum + count, 0)
        return [
          ...(expected === found ? [] : [`the matrix of columns is ${found}, that of objects ${expected}`]),
          ...(counted === households ? [] : [`the matrix counts ${counted} households`]),
        ]
      },
      measure: async () => {
        let round = 0
        const { matrix } = await timeInTurn([{
          name: 'matrix',
          run: async () => {
            const line = lines[(round += 1) % lines.length] ?? lines[0]
            await comparison.against(changed(program, line))
            return 1
          },
        }], { warmUp: 1, rounds: lines.length, clock: processorTime })
        return { matrix: median(matrix) }
      },
    }
  },
})
