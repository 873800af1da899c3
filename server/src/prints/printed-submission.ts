import { placesOf, type Assembly, type EvaluationResult, type ExplanationNode, type FormSet, type HouseholdInput, type MemberAnswers, type Places } from '@tieuchi/runtime'
import { evaluatePinned, explainLayers, resultsByLayer } from '../decisions/decision-evaluation.ts'
import { momentOf } from '../decisions/decision-proof.ts'
import { findDecision, findDecisionOf, type DecisionRow } from '../decisions/decision-queries.ts'
import { getDecisionOrThrow } from '../decisions/decision-service.ts'
import type { RecordedHistory } from '../known-households/recorded-history.ts'
import type { Tx } from '../plugins/database.ts'
import { formSetOf } from '../policies/form-rules.ts'
import { pinnedLayers } from '../policies/policy-service.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { getSubmissionOrThrow } from '../submissions/submission-draft.ts'
import { historyOf, inputOf as inputOfRow } from '../submissions/submission-history.ts'
import type { SubmissionRow } from '../submissions/submission-queries.ts'
import type { UnitOnDate } from '../units/unit-schema.ts'
import { describeOnDate } from '../units/unit-service.ts'

/** A submission with its unit of its date and the rules it is pinned to, the national layer first. */
export interface PrintedSubmission {
  readonly row: SubmissionRow
  readonly unit: UnitOnDate
  readonly history: RecordedHistory
  readonly places: Places
  readonly layers: readonly Assembly[]
  /** What was asked, with the pages of other programmes. */
  readonly form: FormSet
}

/** What came out in one layer. */
export interface LayerResult {
  readonly assembly: Assembly
  readonly result: EvaluationResult
}

/** The same with why. */
export interface ExplainedLayer extends LayerResult {
  readonly explanations: readonly ExplanationNode[]
}

export async function readSubmission(tx: Tx, book: RuleBook, id: string): Promise<PrintedSubmission> {
  const row = await getSubmissionOrThrow(tx, id)
  const unit = await describeOnDate(tx, row.unit_id, row.unit_at)
  return { row, unit, history: await historyOf(tx, book, row), places: placesOf(unit), layers: await readLayers(tx, book, row), form: await formSetOf(tx, book, row) }
}

/** Pinned rules in every layer there is, the national one first. */
export async function readLayers(tx: Tx, book: RuleBook, { programme, rules }: Pick<SubmissionRow, 'programme' | 'rules'>): Promise<readonly Assembly[]> {
  const layers: Assembly[] = []
  for (const layer of pinnedLayers(rules, programme)) layers.push(await book.assembly(tx, programme, layer, rules))
  return layers
}

export const membersOf = ({ row }: PrintedSubmission): readonly MemberAnswers[] => row.answers.members

export const inputOf = ({ row, unit, history }: PrintedSubmission): HouseholdInput => inputOfRow(row, unit, history)

const ofLayers = <T extends object>(layers: readonly Assembly[], results: DecisionRow['layers'], more: (layer: string) => T): readonly (LayerResult & T)[] =>
  layers.flatMap((assembly) => {
    const result = results[assembly.layer]
    return result ? [{ assembly, result, ...more(assembly.layer) }] : []
  })

/** What was decided, as it is stored; nothing while it is a draft. */
export async function readResults(tx: Tx, { row, layers }: PrintedSubmission): Promise<readonly LayerResult[]> {
  const id = await findDecisionOf(tx, row.id)
  const decision = id === undefined ? undefined : await findDecision(tx, id)
  return decision ? ofLayers(layers, decision.layers, () => ({})) : []
}

/** What was decided and why; of a draft what comes out so far. */
export async function explainSubmission(tx: Tx, book: RuleBook, submission: PrintedSubmission): Promise<readonly ExplainedLayer[]> {
  const { row, layers, places } = submission
  const id = await findDecisionOf(tx, row.id)
  if (id !== undefined) {
    const decision = await getDecisionOrThrow(tx, book, id)
    return ofLayers(layers, decision.layers, (layer) => ({ explanations: decision.explanations[layer] ?? [] }))
  }
  const evaluations = await evaluatePinned(tx, book, { programme: row.programme, rules: row.rules, input: inputOf(submission), moment: momentOf(row) })
  const explanations = await explainLayers(evaluations, places)
  return ofLayers(layers, resultsByLayer(evaluations), (layer) => ({ explanations: explanations[layer] ?? [] }))
}
