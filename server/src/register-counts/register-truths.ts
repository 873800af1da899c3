import { setImmediate } from 'node:timers/promises'
import type { Assembly, Moment } from '@tieuchi/runtime'
import { dictionaryOf } from '@tieuchi/runtime/columns/column-kinds/column-kind.ts'
import { columnIndex } from '@tieuchi/runtime/columns/column-layout.ts'
import { unitColumn } from '@tieuchi/runtime/columns/column.ts'
import { circuitSpace } from '@tieuchi/runtime/columns/column-plan.ts'
import { judgeTruths } from '@tieuchi/runtime/columns/judge-truths.ts'
import { NotInColumns } from '@tieuchi/runtime/columns/not-in-columns.ts'
import type { RunKernel } from '@tieuchi/runtime/columns/planes.ts'
import type { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import type { RegisterRow } from '@tieuchi/runtime/columns/row-encoding.ts'
import { countTruths, type CountedTruths } from '@tieuchi/runtime/columns/truth-counts.ts'
import { compileTruths, PlanDictionary } from '@tieuchi/runtime/plan'
import { sharedMemory } from '../register-columns/register-building.ts'
import { TruthTally, type RegisterTruths } from './truth-tally.ts'

export interface TruthQuestion {
  readonly assembly: Assembly
  readonly moment: Moment
  /** Only households of these units. */
  readonly units: readonly string[]
}

/** So many households are judged one by one at most: a millisecond or two each. */
const mostOneByOne = 2000
/** After so many others have their turn. */
const rowsOfTurn = 20

/** Counts over the register by columns, and one by one what columns cannot hold or say. Stops where the signal says so. */
export async function countRegister(register: RegisterColumns, question: TruthQuestion, run: RunKernel, signal: AbortSignal): Promise<RegisterTruths> {
  const { assembly, moment } = question
  const reach = new Set(question.units)
  const inhabited = inhabitedUnits(register)
  const units = inhabited.filter((unit) => reach.has(unit))
  const dictionary = new PlanDictionary(assembly.common)
  const program = compileTruths(assembly, dictionary)
  const counted = await orNothing(countTruths(circuitSpace(register, dictionary, moment), program, { ...(units.length < inhabited.length && { units }), run, allocate: sharedMemory, pause: () => setImmediate() }))
  const tally = new TruthTally(counted)
  for (const { unit, input } of counted ? apartRows(register, counted) : allRows(register)) {
    if (!reach.has(unit)) continue
    signal.throwIfAborted()
    if (tally.judged >= mostOneByOne) tally.leftOut += 1
    else tally.add(input.members?.length ?? 0, await judgeTruths(assembly, { input, moment }))
    if (tally.judged % rowsOfTurn === 0) await setImmediate()
  }
  return tally.truths
}

/** Every unit in which somebody lives or lived. */
function inhabitedUnits({ layout }: RegisterColumns): readonly string[] {
  const column = layout.columns[columnIndex(layout, 'row', unitColumn)]
  return column ? dictionaryOf(column.encoding).texts() : []
}

/** Rules of which no code can be made are judged household by household. */
async function orNothing(counting: Promise<CountedTruths>): Promise<CountedTruths | undefined> {
  try {
    return await counting
  } catch (error) {
    if (error instanceof NotInColumns) return undefined
    throw error
  }
}

function* apartRows(register: RegisterColumns, { apart }: CountedTruths): Generator<RegisterRow> {
  for (const { members, row } of apart) yield register.readAt(members, row)
  yield* register.apart.values()
}

function* allRows(register: RegisterColumns): Generator<RegisterRow> {
  for (const { members, rows } of register.buckets) for (let row = 0; row < rows; row += 1) yield register.readAt(members, row)
  yield* register.apart.values()
}
