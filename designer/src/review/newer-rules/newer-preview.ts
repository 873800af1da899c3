import { diffReleases, formSet, isEvaluationError, evaluationErrorText, questionsOf, sentencesOfChanges, type Assembly, type AssemblyLayers, type EvaluationResult, type HouseholdInput, type Moment, type OutcomeResult, type Text } from '@tieuchi/runtime'
import { judge, layersOf } from '../use-judgement.ts'

/** An outcome of the household under both rules. */
export interface ComparedOutcome {
  readonly key: string
  readonly title: Text
  readonly before?: OutcomeResult
  readonly after?: OutcomeResult
}

/** What other rules would make of a household, and what else is different for who reviews it. */
export interface NewerPreview {
  readonly outcomes: readonly ComparedOutcome[]
  /** Labels of questions that only the newer form asks, and of those it no longer asks. */
  readonly added: readonly Text[]
  readonly dropped: readonly Text[]
  /** What is different in values and rules, in sentences. */
  readonly sentences: readonly Text[]
  /** Why the newer rules cannot judge these answers, where they cannot. */
  readonly problem?: Text
}

export interface PreviewQuestion {
  readonly before: AssemblyLayers
  /** Id of the form in use. */
  readonly form: string
  readonly results: readonly EvaluationResult[]
  readonly after: AssemblyLayers
  readonly newForm: string
  readonly input: HouseholdInput
  readonly moment: Moment
}

/** Compares what came out by the rules in use with what comes out by the newer ones. */
export const previewNewer = async ({ before, form, results, after, newForm, input, moment }: PreviewQuestion): Promise<NewerPreview> => {
  const [asked, next] = [labelsOf(before, form), labelsOf(after, newForm)]
  const told = {
    added: [...next].filter(([field]) => !asked.has(field)).map(([, label]) => label),
    dropped: [...asked].filter(([field]) => !next.has(field)).map(([, label]) => label),
    sentences: sentencesBetween(before.national, after.national),
  }
  try {
    const judged = layersOf(await judge(after, newForm, input, moment)).map(({ result }) => result)
    return { ...told, outcomes: compareOutcomes(results, judged) }
  } catch (error) {
    if (!isEvaluationError(error)) throw error
    return { ...told, outcomes: [], problem: evaluationErrorText(after.local ?? after.national, error) }
  }
}

const labelsOf = ({ national, contributors }: AssemblyLayers, form: string): ReadonlyMap<string, Text> =>
  new Map(questionsOf(formSet(national, form, contributors).form).map(({ item: { field, label } }) => [field, label ?? national.fields.get(field)?.schema['x-label'] ?? { vi: field, en: field }]))

const sentencesBetween = (before: Assembly, after: Assembly): readonly Text[] => {
  const changes = diffReleases(before.release, after.release).filter(({ path: [first] }) => first === 'parameters' || first === 'logic')
  return sentencesOfChanges(changes, { before: before.release, after: after.release, common: after.common, others: Object.fromEntries([...after.dependencies].map(([programme, { release }]) => [programme, release])) })
}

const compareOutcomes = (before: readonly EvaluationResult[], after: readonly EvaluationResult[]): readonly ComparedOutcome[] => {
  const keyed = (results: readonly EvaluationResult[]) => new Map(results.flatMap(({ layer, outcomes }) => outcomes.map((outcome) => [`${layer} ${outcome.id}`, outcome] as const)))
  const [old, next] = [keyed(before), keyed(after)]
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((key): readonly ComparedOutcome[] => {
    const [left, right] = [old.get(key), next.get(key)]
    const title = (right ?? left)?.title
    return title ? [{ key, title, ...(left && { before: left }), ...(right && { after: right }) }] : []
  })
}
