import { setImmediate } from 'node:timers/promises'
import { evaluate, explain, questionTitle, type Assembly, type Evaluation, type ExplanationNode, type HouseholdInput, type Question, type Text } from '@tieuchi/runtime'
import { Problem } from '../plugins/problem.ts'
import type { Tx } from '../plugins/database.ts'
import { listHouseholdsOf } from '../register-columns/register-columns-queries.ts'
import { listAttributesOn } from '../units/unit-queries.ts'
import { findNoted, listNoted } from './impact-household-queries.ts'
import { categoriesOf } from './impact-figures.ts'
import type { NamedImpactRow } from './impact-queries.ts'
import type { ImpactRules } from './impact-rules.ts'
import type { ImpactExplanation, ImpactHousehold, ImpactHouseholds, ImpactListing } from './impact-schema.ts'
import { getRunOrThrow, rulesOfRun, subjectWordsOf } from './impact-service.ts'
import { standingKey } from './standing.ts'

/** The households of the reader's area that a run tells of, in the order of places and names. */
export async function listHouseholds(tx: Tx, id: string, listing: ImpactListing): Promise<ImpactHouseholds> {
  const run = await getRunOrThrow(tx, id)
  const rules = await rulesOfRun(tx, run)
  const { categories, placeOf } = categoriesOf(run.flow?.cells ?? [], subjectWordsOf(rules.question.after.assembly, run.subject))
  const keyOf = (place: number | undefined): string | undefined => {
    const category = place === undefined ? undefined : categories[place]
    return category && standingKey(category)
  }
  const [from, to] = [keyOf(listing.from), keyOf(listing.to)]
  const { total, rows } = await listNoted(tx, id, { ...listing, before: from, after: to })
  const inputs = await readInputs(tx, run, rows.map((row) => row.id))
  const households: ImpactHousehold[] = []
  for (const row of rows) {
    const judged = await judgeBoth(rules, run, inputs.get(row.id))
    households.push({
      id: row.id, name: row.name, place: row.place ?? '', unit: { id: row.unit_id, name: row.unit_name },
      before: placeOf(row.before), after: placeOf(row.after),
      reasons: row.reasons.map((reason) => [...reason]), lines: [...row.lines],
      conditions: row.changed && judged ? decidingConditions(judged.before.explanation, judged.after.explanation) : [],
      questions: row.undetermined && judged ? askedIn(rules.question.after.assembly, judged.after.missing, inputs.get(row.id)) : [],
    })
    await setImmediate()
  }
  return { total, households }
}

/** A household under both rules, as the register knows it now. */
export async function explainHousehold(tx: Tx, id: string, household: string): Promise<ImpactExplanation> {
  const run = await getRunOrThrow(tx, id)
  const rules = await rulesOfRun(tx, run)
  const noted = await findNoted(tx, id, household)
  const input = (await readInputs(tx, run, [household])).get(household)
  const judged = noted && (await judgeBoth(rules, run, input))
  if (!noted || !judged) throw new Problem('impact_household_not_found')
  const { placeOf } = categoriesOf(run.flow?.cells ?? [], subjectWordsOf(rules.question.after.assembly, run.subject))
  const side = ({ explanation, missing }: Judged, standing: string, assembly: Assembly) => ({ category: placeOf(standing), explanation: [explanation], missing: missing.map((question) => ({ ...question, title: titleOf(assembly, question, input) })) })
  return { id: household, name: noted.label, before: side(judged.before, noted.before, rules.question.before.assembly), after: side(judged.after, noted.after, rules.question.after.assembly) }
}

/** The answers of some households on the day of a run. */
async function readInputs(tx: Tx, { at }: NamedImpactRow, ids: readonly string[]): Promise<ReadonlyMap<string, HouseholdInput>> {
  if (ids.length === 0) return new Map()
  const attributes = await listAttributesOn(tx, at)
  const stored = await listHouseholdsOf(tx, at, ids)
  return new Map(stored.map(({ id, unit_id: unit, answers, members }) => [id, { household: JSON.parse(answers), members: JSON.parse(members), unit: attributes.get(unit) ?? {} }]))
}

interface Judged {
  readonly explanation: ExplanationNode
  readonly missing: readonly Question[]
}

/** Undefined where a household is not known any more, or rules contradict themselves on it. */
async function judgeBoth({ question: { before, after, moment } }: ImpactRules, { subject }: NamedImpactRow, input: HouseholdInput | undefined): Promise<{ readonly before: Judged; readonly after: Judged } | undefined> {
  if (!input) return undefined
  try {
    const [old, now] = [await evaluate(before.assembly, { input, moment }), await evaluate(after.assembly, { input, moment })]
    const member = memberToldOf(subject, now, old)
    const judged = async (evaluation: Evaluation): Promise<Judged> => ({ explanation: await explain(evaluation, subject, member), missing: missingOf(evaluation, subject) })
    return { before: await judged(old), after: await judged(now) }
  } catch {
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

/** So many conditions are told of one household. */
const mostConditions = 3

const leavesOf = (node: ExplanationNode): readonly ExplanationNode[] => (node.kind === 'leaf' ? [node] : node.children.flatMap(leavesOf))

const results: Readonly<Record<string, Text>> = { true: { vi: 'đúng', en: 'true' }, false: { vi: 'không đúng', en: 'false' }, unknown: { vi: 'chưa rõ', en: 'not known' } }

const toldOf = ({ result, sentence }: ExplanationNode): Text => results[String(result)] ?? sentence

/** A comparison with what was read and compared, and whether it holds. */
function written(leaf: ExplanationNode): Text {
  const { sentence, read, compared } = leaf
  const inLanguage = (language: keyof Text, against: string): string => {
    const values = read && compared && ` (${read[language]} ${against} ${compared[language]})`
    return `${sentence[language]}${values ?? ''}: ${toldOf(leaf)[language]}`
  }
  return { vi: inLanguage('vi', 'so với'), en: inLanguage('en', 'against') }
}

const sameWords = (a: Text | undefined, b: Text | undefined): boolean => a?.vi === b?.vi

/** The same of the rules before: only what differs, where the rest is said already. */
function writtenBefore(leaf: ExplanationNode, now: ExplanationNode): Text {
  const { sentence, read, compared } = leaf
  if (!compared || !sameWords(sentence, now.sentence) || !sameWords(read, now.read)) return written(leaf)
  const inLanguage = (language: keyof Text, against: string): string => `${against} ${compared[language]}: ${toldOf(leaf)[language]}`
  return { vi: inLanguage('vi', 'so với'), en: inLanguage('en', 'against') }
}

/** Comparisons that come out otherwise than before; where there are none, those that only one of the rules makes and that hold. */
function decidingConditions(before: ExplanationNode, after: ExplanationNode): ImpactHousehold['conditions'] {
  const [olds, news] = [before, after].map((root) => new Map(leavesOf(root).map((leaf) => [leaf.id, leaf])))
  const turned = [...(news ?? [])].flatMap(([id, now]) => {
    const old = olds?.get(id)
    return old && old.result !== now.result ? [{ before: writtenBefore(old, now), after: written(now) }] : []
  })
  // Rows of a table often ask the same.
  const different = [...new Map(turned.map((condition) => [condition.after.vi, condition])).values()]
  if (different.length > 0) return different.slice(0, mostConditions)
  const only = (own: ReadonlyMap<string, ExplanationNode> | undefined, other: ReadonlyMap<string, ExplanationNode> | undefined): readonly Text[] => [...(own ?? [])].flatMap(([id, leaf]) => (other?.has(id) === false && leaf.result === true ? [written(leaf)] : []))
  return [...only(news, olds).map((after_) => ({ after: after_ })), ...only(olds, news).map((before_) => ({ before: before_ }))].slice(0, mostConditions)
}

const titleOf = (assembly: Assembly, question: Question, input: HouseholdInput | undefined): Text => questionTitle(assembly, input?.members ?? [], question)

const askedIn = (assembly: Assembly, missing: readonly Question[], input: HouseholdInput | undefined): ImpactHousehold['questions'] => missing.map((question) => ({ ...question, title: titleOf(assembly, question, input) }))
