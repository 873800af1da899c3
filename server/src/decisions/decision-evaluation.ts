import { checkInput } from '@tieuchi/runtime/validation/server'
import {
  evaluateFurther, evaluationErrorText, explainResults, isEvaluationError, MissingExtension, Reading, RowConflict,
  type Assembly, type CommonDocument, type Evaluation, type EvaluationResult, type ExplanationNode, type HouseholdInput, type Issue, type Moment, type Places,
} from '@tieuchi/runtime'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import type { PinnedRules } from '../policies/policy-schema.ts'
import { pinnedLayers } from '../policies/policy-service.ts'
import type { RuleBook } from '../policies/rule-book.ts'

export interface EvaluationQuestion {
  readonly programme: string
  readonly rules: PinnedRules
  readonly input: HouseholdInput
  readonly moment: Moment
}

export interface FurtherQuestion extends Pick<EvaluationQuestion, 'programme' | 'rules'> {
  readonly reading: Reading
}

/** Evaluates in every layer the rules are pinned for, the national one first. */
export const evaluatePinned = (tx: Tx, book: RuleBook, { input, moment, ...question }: EvaluationQuestion): Promise<Evaluation[]> =>
  evaluateFurtherPinned(tx, book, { ...question, reading: new Reading({ input, moment }) })

/** The same of a household that something else was asked of. */
export async function evaluateFurtherPinned(tx: Tx, book: RuleBook, { programme, rules, reading }: FurtherQuestion): Promise<Evaluation[]> {
  const evaluations: Evaluation[] = []
  for (const layer of pinnedLayers(rules, programme)) {
    const assembly = await book.assembly(tx, programme, layer, rules)
    evaluations.push(await evaluateFurther(assembly, reading).catch((error: unknown) => refuseRules(assembly, error)))
  }
  return evaluations
}

/** Tells rules that contradict each other, or that are too large, from a mistake of ours. */
function refuseRules(assembly: Assembly, error: unknown): never {
  if (!isEvaluationError(error)) throw error
  const code = error instanceof RowConflict ? 'rules_conflict' : error instanceof MissingExtension ? 'rules_package' : 'rules_limit'
  throw new Problem(code, { reason: evaluationErrorText(assembly, error) })
}

/** Results keyed by layer, as they are stored and sent. */
export const resultsByLayer = (evaluations: readonly Evaluation[]): Record<string, EvaluationResult> =>
  Object.fromEntries(evaluations.map(({ result }) => [result.layer, result]))

/** One explanation per outcome and entitlement of the household and its members, keyed by layer. `places` name the units whose rules were read. */
export async function explainLayers(evaluations: readonly Evaluation[], places: Places): Promise<Record<string, ExplanationNode[]>> {
  const layers = await Promise.all(evaluations.map(async (evaluation) => [evaluation.result.layer, await explainResults(evaluation, places)] as const))
  return Object.fromEntries(layers)
}

/** Refuses answers that do not fit the dictionary, naming each. */
export function demandValidInput(common: CommonDocument, input: unknown): void {
  const issues: Issue[] = checkInput(common, input).filter(({ severity }) => severity === 'error')
  if (issues.length > 0) throw new Problem('invalid_answers', {}, issues)
}
