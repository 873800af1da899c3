import { isDay, type Assembly, type HouseholdInput, type Moment } from '@tieuchi/runtime'
import { ColumnComparison } from '@tieuchi/runtime/columns/column-comparison.ts'
import { circuitSpace, judgeColumns, type CircuitSpace } from '@tieuchi/runtime/columns/column-plan.ts'
import { NotInColumns } from '@tieuchi/runtime/columns/not-in-columns.ts'
import type { OutcomeFlow, RowPlace } from '@tieuchi/runtime/columns/outcome-flow.ts'
import { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import { compileProgram, PlanDictionary, Unplannable, type PlanOutcome, type PlanProgram, type PlanResult } from '@tieuchi/runtime/plan'
import { byInterpreter, type Execution, type Preparation, type Verdict } from './execution.ts'

/** A program with a register of nothing but the households to judge. */
interface Batch {
  readonly space: CircuitSpace
  readonly program: PlanProgram
}

/** What an execution finds in each row of a batch. */
type FindRows = (batch: Batch) => Promise<(place: RowPlace) => Verdict>

const idOf = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`

const numberOf = (id: string): number => Number.parseInt(id.slice(-12), 16)

const batchOf = (inputs: readonly HouseholdInput[], program: PlanProgram, { common }: Assembly, moment: Moment): Batch => {
  const register = new RegisterColumns(common)
  inputs.forEach((input, number) => register.put({ id: idOf(number), unit: 'unit', input }))
  return { space: circuitSpace(register, program.graph.dictionary, moment), program }
}

/** What columns cannot say of these rules they cannot say of an empty register either. */
const prepared = async (assembly: Assembly, moment: Moment, find: FindRows): Promise<Preparation> => {
  try {
    const program = compileProgram(assembly, new PlanDictionary(assembly.common), 'partial')
    await find(batchOf([], program, assembly, moment))
    return { judgeAll: (inputs) => verdicts(inputs, batchOf(inputs, program, assembly, moment), find) }
  } catch (error) {
    if (error instanceof Unplannable || error instanceof NotInColumns) return { reason: error.message }
    throw error
  }
}

/** Which gates there are depends on what the households answered: there may be too many of them. */
const rethrowUnlessTooLarge = (error: unknown): undefined => {
  if (!(error instanceof NotInColumns)) throw error
}

/** Households that no column can hold are the interpreter's. */
const verdicts = async (inputs: readonly HouseholdInput[], batch: Batch, find: FindRows): Promise<readonly Verdict[]> => {
  const { register } = batch.space
  const found = inputs.map((): Verdict => byInterpreter)
  const look = await find(batch).catch(rethrowUnlessTooLarge)
  if (!look) return found
  for (const { members, rows } of register.buckets) {
    for (let row = 0; row < rows; row += 1) found[numberOf(register.idOf(members, row))] = look({ members, row })
  }
  return found
}

/** Columns hold no household whose members may not all be listed, and know no answer in words of one's own but those that rules name. */
const reach = { releases: 0.7, left: 0.6 }

/** The plan over columns. */
export const overColumns = (name: string): Execution => ({
  name,
  reach,
  told: (result) => result,
  prepare: (assembly, moment) => prepared(assembly, moment, async ({ space, program }) => {
    const results = await judgeColumns(space, program)
    return ({ members, row }) => (results.escapes(members, row) ? byInterpreter : results.result(members, row))
  }),
})

/** Where a household stands in its outcomes: values of which there are endlessly many are not categories. */
const standing = ({ outcomes }: PlanResult): object => ({ outcomes: outcomes.map(({ id, state, value }) => standingIn(id, state, value)) })

const standingIn = (id: string, state: string, value: PlanOutcome['value']): object => ({ id, state, ...((typeof value === 'boolean' || (typeof value === 'string' && !isDay(value))) && { value }) })

/** The values of all parameters that a what-if may change, as they are. */
const ownValues = ({ graph }: PlanProgram): ReadonlyMap<number, number> =>
  new Map(graph.parameters.flatMap(({ lane, value }, index) => (lane === 'code' ? [] : [[index, value] as const])))

/** A what-if that moves no parameter from its place, though every one is an input of the run: nobody's result is another. */
export const whatIf = (name: string): Execution => ({
  name,
  reach,
  told: standing,
  prepare: (assembly, moment) => prepared(assembly, moment, async ({ space, program }) => {
    const flows: (readonly [string, OutcomeFlow])[] = []
    for (const { id } of program.outputs.outcomes) flows.push([id, await new ColumnComparison(space, program, { outcome: id }).against({ program, values: ownValues(program) })])
    return (place) => standingAt(flows, place)
  }),
})

const standingAt = (flows: readonly (readonly [string, OutcomeFlow])[], place: RowPlace): Verdict => {
  const found = flows.map(([id, flow]) => ({ id, ...flow.at(place) }))
  if (found.some(({ before, after }) => before.state === 'apart' || after.state === 'apart')) return byInterpreter
  return { outcomes: found.map(({ id, before, after, differs }) => ({ ...standingIn(id, after.state, after.value), ...(differs && { before }) })) }
}
