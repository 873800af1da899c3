import { isDeepStrictEqual } from 'node:util'
import type { Assembly, HouseholdInput, Moment } from '@tieuchi/runtime'
import type { PlanResult } from '@tieuchi/runtime/plan'
import { executions, judgeByInterpreter, type PreparedExecution, type Verdict } from './executions.ts'

/** A household on which an execution and the interpreter differ. */
export interface Difference {
  readonly execution: string
  readonly input: HouseholdInput
  /** The parts that differ, by execution and by the interpreter. */
  readonly found: unknown
  readonly expected: unknown
}

export interface Comparison {
  readonly households: number
  readonly determined: number
  readonly undetermined: number
  /** Households that an execution left to the interpreter, by its name. */
  readonly left: Readonly<Record<string, number>>
  readonly differences: readonly Difference[]
  /** Executions that cannot run these rules, with the reason. */
  readonly without: Readonly<Record<string, string>>
}

const isDetermined = ({ outcomes, member_outcomes: members }: PlanResult): boolean => [...outcomes, ...Object.values(members).flat()].every(({ state }) => state !== 'undetermined')

/** The parts of two results that are not the same. */
const partsApart = (found: PlanResult, expected: PlanResult): { readonly found: unknown; readonly expected: unknown } => {
  const names = (Object.keys(expected) as (keyof PlanResult)[]).filter((name) => !isDeepStrictEqual(found[name], expected[name]))
  const part = (result: PlanResult) => Object.fromEntries(names.map((name) => [name, result[name]]))
  return { found: part(found), expected: part(expected) }
}

/** How an execution departs from the interpreter; one that leaves the household to it never does. */
const differenceOf = (execution: string, input: HouseholdInput, verdict: Verdict, expected: PlanResult | undefined): Difference | undefined => {
  if (verdict === 'interpreter') return undefined
  if (expected === undefined) return { execution, input, found: verdict, expected: 'rows that contradict each other' }
  return isDeepStrictEqual(verdict, expected) ? undefined : { execution, input, ...partsApart(verdict, expected) }
}

const prepareAll = (assembly: Assembly, moment: Moment) => {
  const prepared = executions.map(({ name, prepare }) => ({ name, preparation: prepare(assembly, moment) }))
  return {
    ready: prepared.flatMap(({ name, preparation }): readonly { readonly name: string; readonly execution: PreparedExecution }[] => ('judge' in preparation ? [{ name, execution: preparation }] : [])),
    without: Object.fromEntries(prepared.flatMap(({ name, preparation }) => ('reason' in preparation ? [[name, preparation.reason]] : []))),
  }
}

/** Judges households by every execution and by the interpreter. */
export const compareExecutions = async (assembly: Assembly, moment: Moment, inputs: Iterable<HouseholdInput>): Promise<Comparison> => {
  const { ready, without } = prepareAll(assembly, moment)
  const counts = { households: 0, determined: 0, undetermined: 0 }
  const left = Object.fromEntries(ready.map(({ name }) => [name, 0]))
  const differences: Difference[] = []
  for (const input of inputs) {
    const expected = await judgeByInterpreter(assembly, input, moment)
    counts.households += 1
    if (expected) counts[isDetermined(expected) ? 'determined' : 'undetermined'] += 1
    for (const { name, execution } of ready) {
      const verdict = execution.judge(input)
      if (verdict === 'interpreter') left[name] = (left[name] ?? 0) + 1
      const difference = differenceOf(name, input, verdict, expected)
      if (difference) differences.push(difference)
    }
  }
  return { ...counts, left, differences, without }
}
