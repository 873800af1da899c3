import { canonicalJson, formSet, logicHash, logicHashOf, referencesOfForm, soundAnswers, wholeForms, type Assembly, type FormSetPart } from '@tieuchi/runtime'
import { checkInput } from '@tieuchi/runtime/validation/server'
import { momentOf } from '../decisions/decision-proof.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { contributorsOf, noneInForce, pinFormRules } from '../policies/form-rules.ts'
import { sameRules } from '../policies/pinned-rules.ts'
import type { PinnedFormRules } from '../policies/policy-schema.ts'
import { pinnedLayers } from '../policies/policy-service.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { changeDraftOrThrow, getDraftOrThrow } from './submission-draft.ts'
import type { SubmissionRow } from './submission-queries.ts'
import type { NewerRules, SubmissionAnswers } from './submission-schema.ts'
import { askedFields } from './submission-sending.ts'
import type { Work } from './submission-work.ts'

/** The rules in force today for a submission's moment, with their form. */
interface RulesOfNow extends NewerRules {
  /** Nothing of what they judge, ask and check is different. */
  readonly alike: boolean
}

/** Where the rules in force for its moment are no longer the pinned ones, those that are; undefined where nothing changed or none are in force. */
async function rulesOfNow(tx: Tx, book: RuleBook, row: SubmissionRow): Promise<RulesOfNow | undefined> {
  const rules = await inForce(tx, row)
  if (sameRules(row.rules, rules)) return undefined
  const [before, after] = [await rulesOf(tx, book, row.programme, row.rules), await rulesOf(tx, book, row.programme, rules)]
  const form = formOf(after.layers, row)
  return { rules, form, alike: canonicalJson(contentOf(before, row.form)) === canonicalJson(contentOf(after, form)) }
}

const inForce = (tx: Tx, row: SubmissionRow): Promise<PinnedFormRules> => pinFormRules(tx, { programme: row.programme, unit: row.unit_id, moment: momentOf(row) })

/** Pinned rules in every layer there is, and the programmes that contribute pages. */
interface Rules {
  readonly layers: readonly Assembly[]
  readonly contributors: readonly Assembly[]
}

async function rulesOf(tx: Tx, book: RuleBook, programme: string, rules: PinnedFormRules): Promise<Rules> {
  const layers: Assembly[] = []
  for (const layer of pinnedLayers(rules, programme)) layers.push(await book.assembly(tx, programme, layer, rules))
  return { layers, contributors: await contributorsOf(tx, book, rules) }
}

/** The form of the same id, or the first. */
function formOf([national]: readonly Assembly[], { programme, form, law_at: at }: SubmissionRow): string {
  const forms = national ? wholeForms(national.release) : []
  const found = forms.find(({ id }) => id === form) ?? forms[0]
  if (found === undefined) throw new Problem('no_form', { programme, at })
  return found.id
}

/** What judges and what asks, in a form to be compared; labels and help are words alone. */
const contentOf = ({ layers, contributors }: Rules, form: string): unknown => layers.map((assembly) => {
  if (!wholeForms(assembly.release).some(({ id }) => id === form)) return { logic: logicHash(assembly), form: null }
  const set = formSet(assembly, form, contributors)
  const { household, members } = askedFields(set)
  const [, ...pages] = set.parts
  return {
    logic: logicHash(assembly),
    form: set.form,
    pages: pages.map(pagesContent),
    questions: [...household, ...members].map((field) => ({ ...assembly.fields.get(field)?.schema, 'x-label': null, 'x-help': null })),
  }
})

/** Of the rules of a programme that contributes pages only what these read plays a part. */
const pagesContent = ({ assembly, checks, ...part }: FormSetPart): unknown => ({ checks, reads: logicHashOf(assembly, referencesOfForm({ checks, ...part }, [])) })

/**
 * Rules that would judge a submission otherwise, or ask other questions, than those it is pinned to; undefined where there are
 * none. Rules of other words alone are no others.
 */
export async function findNewerRules(tx: Tx, book: RuleBook, row: SubmissionRow): Promise<NewerRules | undefined> {
  const now = await rulesOfNow(tx, book, row).catch(noneInForce)
  return now && !now.alike ? { rules: now.rules, form: now.form } : undefined
}

/** A draft as it is sent. */
export interface Newest {
  /** Pinned to the rules of today. */
  readonly draft: SubmissionRow
  /** Those rules, where it was pinned to others of the same meaning. */
  readonly otherRules: PinnedFormRules | undefined
}

/** The draft pinned to the rules of today where they are alike; a problem where they are others, for those are to be seen first. */
export async function demandNewest(tx: Tx, book: RuleBook, row: SubmissionRow): Promise<Newest> {
  // Nearly every draft is pinned to what is in force. Those are the same object for as long as they stay, so that their text is written once.
  const rules = await inForce(tx, row)
  if (sameRules(row.rules, rules)) return { draft: { ...row, rules }, otherRules: undefined }
  const now = await rulesOfNow(tx, book, row)
  if (now === undefined) return { draft: row, otherRules: undefined }
  if (!now.alike) throw new Problem('rules_newer')
  return { draft: { ...row, rules: now.rules, form: now.form }, otherRules: now.rules }
}

/** Moves a draft to the newest rules of its moment. Answers to questions that are no more are left out. */
export async function moveToNewest(tx: Tx, { book, signedIn, now: at }: Work, id: string, version: number): Promise<SubmissionRow> {
  const draft = await getDraftOrThrow(tx, id, version)
  const now = await rulesOfNow(tx, book, draft)
  if (now === undefined) return draft
  const { common } = await book.assembly(tx, draft.programme, 'national', now.rules)
  return changeDraftOrThrow(tx, draft, { rules: JSON.stringify(now.rules), form: now.form, answers: JSON.stringify(answersFor(common, draft.answers)), updated_at: at, updated_by: signedIn.person.id })
}

/** The answers that a dictionary knows. */
export const answersFor = (common: Assembly['common'], answers: SubmissionAnswers): SubmissionAnswers => {
  const { household, members } = answers
  return soundAnswers(answers, checkInput(common, { household, members }))
}
