import { evaluate, explain, isEvaluationError, questionTitle, type Assembly, type Evaluation, type ExplanationNode, type HouseholdInput, type Question, type Text } from '@tieuchi/runtime'
import { readHistories } from '../known-households/known-household.ts'
import type { Tx } from '../plugins/database.ts'
import { listHouseholdsOf } from '../register-columns/register-columns-queries.ts'
import { listAttributesOn } from '../units/unit-queries.ts'
import { decidingConditions } from './deciding-conditions.ts'
import type { NamedImpactRow } from './impact-queries.ts'
import type { ImpactRules } from './impact-rules.ts'
import type { ImpactHousehold } from './impact-schema.ts'
import { readByBoth } from './judging/impact-question.ts'

/** The answers of some households on the day of a run, and what the rules read of earlier decisions on them. */
export async function readInputs(tx: Tx, { question }: ImpactRules, ids: readonly string[]): Promise<ReadonlyMap<string, HouseholdInput>> {
  if (ids.length === 0) return new Map()
  const { facts_at: day, unit_at: unitDay } = question.moment
  const attributes = await listAttributesOn(tx, unitDay)
  const stored = await listHouseholdsOf(tx, day, ids)
  const histories = await readHistories(tx, ids, readByBoth(question))
  return new Map(stored.map(({ id, unit_id: unit, answers, members }) => [id, { household: JSON.parse(answers), members: JSON.parse(members), unit: attributes.get(unit) ?? {}, ...histories.get(id) }]))
}

/** One side: why it stands where it stands, and what can still decide. */
export interface Judged {
  readonly explanation: ExplanationNode
  readonly missing: readonly Question[]
}

interface JudgedBoth {
  readonly before: Judged
  readonly after: Judged
}

/** A household under both rules. Undefined where a household is not known any more, or rules contradict themselves on it. */
export async function judgeBoth({ question: { before, after, moment } }: ImpactRules, { subject }: Pick<NamedImpactRow, 'subject'>, input: HouseholdInput | undefined): Promise<JudgedBoth | undefined> {
  if (!input) return undefined
  try {
    const [old, now] = [await evaluate(before.assembly, { input, moment }), await evaluate(after.assembly, { input, moment })]
    const member = memberToldOf(subject, now, old)
    const judged = async (evaluation: Evaluation): Promise<Judged> => ({ explanation: await explain(evaluation, subject, member), missing: missingOf(evaluation, subject) })
    return { before: await judged(old), after: await judged(now) }
  } catch (error) {
    if (!isEvaluationError(error)) throw error
    return undefined
  }
}

const missingOf = ({ result: { outcomes, entitlements } }: Evaluation, subject: string): readonly Question[] => [...outcomes, ...entitlements].flatMap(({ id, missing }) => (id === subject ? missing : []))

/** Of an entitlement of members the one whose case tells most: who is granted it after, else before, else may be. */
function memberToldOf(subject: string, now: Evaluation, old: Evaluation): string | undefined {
  const [after, before] = [now, old].map(({ result }) => result.entitlements.filter(({ id, member }) => id === subject && member !== undefined))
  const inState = (state: string, side = after) => side?.find((each) => each.state === state)
  return (inState('granted') ?? inState('granted', before) ?? inState('undetermined') ?? after?.[0])?.member
}

/** A question as it is put to the household. */
export const titleOf = (assembly: Assembly, question: Question, input: HouseholdInput | undefined): Text => questionTitle(assembly, input?.members ?? [], question)

const askedIn = (assembly: Assembly, missing: readonly Question[], input: HouseholdInput | undefined): ImpactHousehold['questions'] => missing.map((question) => ({ ...question, title: titleOf(assembly, question, input) }))

/** What there is to tell of a household. */
export interface Told {
  readonly changed: boolean
  readonly undetermined: boolean
}

/** What of a household rules read otherwise than before, where its result changes, and what can still decide it, where it is undetermined. */
export async function tellHousehold(rules: ImpactRules, run: Pick<NamedImpactRow, 'subject'>, { changed, undetermined }: Told, input: HouseholdInput | undefined): Promise<Pick<ImpactHousehold, 'conditions' | 'questions'>> {
  const judged = await judgeBoth(rules, run, input)
  return {
    conditions: changed && judged ? decidingConditions(judged.before.explanation, judged.after.explanation) : [],
    questions: undetermined && judged ? askedIn(rules.question.after.assembly, judged.after.missing, input) : [],
  }
}
