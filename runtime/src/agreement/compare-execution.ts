import type { HouseholdInput, Moment } from '../documents/input-document.ts'
import { evaluate } from '../logic/evaluate.ts'
import { isEvaluationError } from '../logic/evaluation-error.ts'
import { comparableResult } from '../plan/results/comparable-result.ts'
import type { PlanResult } from '../plan/results/plan-result.ts'
import type { Assembly } from '../release/assembly.ts'
import { canonicalJson } from '../release/canonical-json.ts'
import type { ReadyExecution } from './execution.ts'

/** A household to try, as of its moment. */
export interface Trial {
  readonly input: HouseholdInput
  readonly moment: Moment
}

/** One result that came out differently, as each side told it; absent where a side has no such result. */
export interface Disagreement {
  /** Place of the household among those tried, from 1. */
  readonly household: number
  /** The piece whose result it is. */
  readonly piece: string
  readonly member?: string
  readonly interpreter?: unknown
  readonly execution?: unknown
}

interface Named {
  readonly piece: string
  readonly member?: string
  readonly result: unknown
}

const namedResults = ({ outcomes, member_outcomes: members, entitlements, rules, facts }: PlanResult): ReadonlyMap<string, Named> =>
  new Map<string, Named>([
    ...outcomes.map((outcome) => [`outcome ${outcome.id}`, { piece: outcome.id, result: outcome }] as const),
    ...Object.entries(members).flatMap(([member, own]) => own.map((outcome) => [`outcome ${outcome.id} ${member}`, { piece: outcome.id, member, result: outcome }] as const)),
    ...entitlements.map((each) => [`entitlement ${each.id} ${each.member ?? ''}`, { piece: each.id, ...(each.member !== undefined && { member: each.member }), result: each }] as const),
    ...rules.map((rule) => [`rule ${rule.set}.${rule.id}`, { piece: rule.set, result: rule }] as const),
    ...facts.map((fact) => [`fact ${fact.id}`, { piece: fact.id, result: fact }] as const),
  ])

/** Undefined where the rules contradict themselves on the household, or need too much computing for it. */
async function interpret(assembly: Assembly, { input, moment }: Trial): Promise<PlanResult | undefined> {
  try {
    return comparableResult((await evaluate(assembly, { input, moment })).result)
  } catch (error) {
    if (isEvaluationError(error)) return undefined
    throw error
  }
}

/** Judges households by an execution and by the interpreter, and tells every result on which they differ. */
export async function compareExecution(assembly: Assembly, execution: ReadyExecution, trials: readonly Trial[]): Promise<readonly Disagreement[]> {
  const found: Disagreement[] = []
  for (const [index, trial] of trials.entries()) {
    const judged = execution.judge(trial.input, trial.moment)
    if (judged === 'interpreter') continue
    const expected = await interpret(assembly, trial)
    found.push(...differencesOf(index + 1, expected, judged))
  }
  return found
}

function differencesOf(household: number, expected: PlanResult | undefined, judged: PlanResult): readonly Disagreement[] {
  const [own, other] = [expected ? namedResults(expected) : new Map<string, Named>(), namedResults(judged)]
  return [...new Set([...own.keys(), ...other.keys()])].flatMap((key) => {
    const [mine, theirs] = [own.get(key), other.get(key)]
    const named = mine ?? theirs
    if (!named || (mine && theirs && canonicalJson(mine.result) === canonicalJson(theirs.result))) return []
    const { result: _result, ...place } = named
    return [{ household, ...place, ...(mine && { interpreter: mine.result }), ...(theirs && { execution: theirs.result }) }]
  })
}
