import { isDeepStrictEqual } from 'node:util'
import type { Assembly, HouseholdInput, Moment } from '@tieuchi/runtime'
import type { PlanResult } from '@tieuchi/runtime/plan'
import { byInterpreter, type Execution, type Verdict } from './execution.ts'
import { executions, judgeByInterpreter } from './executions.ts'

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
const partsApart = (found: object, expected: object): { readonly found: unknown; readonly expected: unknown } => {
  const parts = (result: object): ReadonlyMap<string, unknown> => new Map(Object.entries(result))
  const [left, right] = [parts(found), parts(expected)]
  const apart = [...right.keys()].filter((name) => !isDeepStrictEqual(left.get(name), right.get(name)))
  return { found: Object.fromEntries(apart.map((name) => [name, left.get(name)])), expected: Object.fromEntries(apart.map((name) => [name, right.get(name)])) }
}

/** How an execution departs from the interpreter; one that leaves the household to it never does. */
const differenceOf = ({ name, told }: Execution, input: HouseholdInput, verdict: Verdict, expected: PlanResult | undefined): Difference | undefined => {
  if (verdict === byInterpreter) return undefined
  if (expected === undefined) return { execution: name, input, found: verdict, expected: 'rows that contradict each other' }
  const part = told(expected)
  return isDeepStrictEqual(verdict, part) ? undefined : { execution: name, input, ...partsApart(verdict, part) }
}

/** An execution with its verdicts on some households. */
interface Judged {
  readonly execution: Execution
  readonly verdicts: readonly Verdict[]
}

const judgeByAll = async (assembly: Assembly, moment: Moment, inputs: readonly HouseholdInput[]) => {
  const judged: Judged[] = []
  const without: Record<string, string> = {}
  for (const execution of executions) {
    const preparation = await execution.prepare(assembly, moment)
    if ('reason' in preparation) without[execution.name] = preparation.reason
    else judged.push({ execution, verdicts: await preparation.judgeAll(inputs) })
  }
  return { judged, without }
}

/** Judges households by every execution and by the interpreter. */
export const compareExecutions = async (assembly: Assembly, moment: Moment, inputs: readonly HouseholdInput[]): Promise<Comparison> => {
  const { judged, without } = await judgeByAll(assembly, moment, inputs)
  const counts = { determined: 0, undetermined: 0 }
  const left = Object.fromEntries(judged.map(({ execution, verdicts }) => [execution.name, verdicts.filter((verdict) => verdict === byInterpreter).length]))
  const differences: Difference[] = []
  for (const [index, input] of inputs.entries()) {
    const expected = await judgeByInterpreter(assembly, input, moment)
    if (expected) counts[isDetermined(expected) ? 'determined' : 'undetermined'] += 1
    for (const { execution, verdicts } of judged) {
      const difference = differenceOf(execution, input, verdicts[index] ?? byInterpreter, expected)
      if (difference) differences.push(difference)
    }
  }
  return { households: inputs.length, ...counts, left, differences, without }
}
