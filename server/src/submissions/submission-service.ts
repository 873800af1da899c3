import { isDeepStrictEqual } from 'node:util'
import { Reading, type HouseholdInput } from '@tieuchi/runtime'
import { settleAttachments } from '../attachments/attachment-settling.ts'
import { demandValidInput } from '../decisions/decision-evaluation.ts'
import { findDecisionOf } from '../decisions/decision-queries.ts'
import { momentOf } from '../decisions/decision-proof.ts'
import { decideToStore } from '../decisions/decision-service.ts'
import { identify } from '../households/household-identity.ts'
import { isRecorded, nameUnrecorded } from '../households/household-queries.ts'
import { changeOfRegister, readRegister } from '../households/household-register.ts'
import type { RecordedHistory } from '../known-households/recorded-history.ts'
import { findName } from '../people/person-queries.ts'
import { formatDay } from '../plugins/clock.ts'
import type { Db, Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { formSetOf } from '../policies/form-rules.ts'
import { rulesToJudge } from '../policies/pinned-rules.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { asSignedIn, type Entry } from '../sessions/session-service.ts'
import { describeOnDate } from '../units/unit-service.ts'
import { asSeenOrThrow, changeDraftOrThrow, getDraftOrThrow, getSubmissionOrThrow, getToSendOrThrow, isRepeated, movedSince, saveDraftOrThrow } from './submission-draft.ts'
import { isOvertaken, storeSending, type SubmissionToSend } from './sending-queries.ts'
import { historyAmong, historyOf, inputOf } from './submission-history.ts'
import { demandNewest, findNewerRules } from './submission-newer-rules.ts'
import { groundOf } from './submission-opening.ts'
import { findCorrection, findDraft, type SubmissionRow } from './submission-queries.ts'
import type { ChangedDate, NewerRules, Saved, SavedAnswers, Submission, SubmissionAnswers, Submitted } from './submission-schema.ts'
import { askedFields, demandChecks } from './submission-sending.ts'
import type { Work } from './submission-work.ts'

/** A submission as its page shows it. */
export async function describeSubmission(tx: Tx, book: RuleBook, row: SubmissionRow): Promise<Submission> {
  const decision = await findDecisionOf(tx, row.id)
  const correction = decision === undefined ? undefined : await findCorrection(tx, row)
  return describeWith(tx, row, { decision, correction, newer: await findNewerRules(tx, book, row), history: await historyOf(tx, book, row) })
}

/** What is known of a submission beside its row. */
interface Circumstances {
  readonly decision: string | undefined
  readonly history: RecordedHistory
  readonly newer?: NewerRules | undefined
  readonly correction?: string | undefined
  /** Name of who changed it last. */
  readonly updatedBy?: string
}

async function describeWith(tx: Tx, row: SubmissionRow, { decision, history, newer, correction, updatedBy }: Circumstances): Promise<Submission> {
  return {
    id: row.id,
    household: row.household_id,
    label: row.label,
    unit: await describeOnDate(tx, row.unit_id, row.unit_at),
    programme: row.programme,
    form: row.form,
    moment: momentOf(row),
    rules: row.rules,
    ...(newer && { newer }),
    ...(row.state === 'draft' && (await knownMembers(tx, row))),
    state: row.state,
    version: row.version,
    answers: row.answers,
    ...history,
    updated_at: row.updated_at.toISOString(),
    updated_by: { id: row.updated_by, name: updatedBy ?? (await findName(tx, row.updated_by)) },
    ...(decision === undefined ? {} : { decision }),
    ...(correction === undefined ? {} : { corrected_by: correction }),
  }
}

/** Members the register knows on the day of a draft, so that its page can tell who is new. */
async function knownMembers(tx: Tx, row: SubmissionRow): Promise<Pick<Submission, 'known_members'>> {
  if (!(await isRecorded(tx, row.household_id))) return {}
  const { members } = await readRegister(tx, row.household_id, row.facts_at)
  return { known_members: members.map(({ id }) => id) }
}

/** Keeps what was entered so far. It may be incomplete; what is there must fit the dictionary. Nothing new is no new version. */
export async function saveAnswers(tx: Tx, { book, signedIn, now }: Work, id: string, { version, answers }: SavedAnswers): Promise<Saved> {
  const stored = await getSubmissionOrThrow(tx, id)
  if (isRepeated(stored, version, answers, signedIn.person.id)) return savedAs(stored)
  const draft = await asSeenOrThrow(tx, stored, version)
  if (isDeepStrictEqual(draft.answers, answers)) return savedAs(draft)
  const { common } = await book.assembly(tx, draft.programme, 'national', draft.rules)
  demandValidInput(common, entered(answers))
  const identity = identify(common, answers)
  const saved = await saveDraftOrThrow(tx, draft, { answers, label: identity.label, updated_at: now, updated_by: signedIn.person.id })
  await nameUnrecorded(tx, draft.household_id, identity)
  return savedAs(saved)
}

const savedAs = ({ version, updated_at: updated }: Pick<SubmissionRow, 'version' | 'updated_at'>): Saved => ({ version, updated_at: updated.toISOString() })

/** Judges a draft by the rules of another day. */
export async function changeDate(tx: Tx, { book, signedIn, now }: Work, id: string, { version, reference_date: day }: ChangedDate): Promise<SubmissionRow> {
  const draft = await getDraftOrThrow(tx, id, version)
  const { moment, rules, form } = await groundOf(tx, book, { programme: draft.programme, referenceDate: day, unit: draft.unit_id })
  await describeOnDate(tx, draft.unit_id, moment.unit_at)
  const other = await findDraft(tx, draft.household_id, draft.programme, moment.law_at)
  if (other !== undefined && other.id !== id) throw new Problem('draft_exists', { at: formatDay(day) })
  return changeDraftOrThrow(tx, draft, { ...moment, rules: JSON.stringify(rules), form: form.form.id, updated_at: now, updated_by: signedIn.person.id })
}

/**
 * Sends a draft by the newest rules of its moment: checks it, decides, freezes it and brings the register up to date, all or nothing, in a
 * transaction of its own.
 */
export async function sendSubmission(db: Db, book: RuleBook, entry: Entry, id: string, submitted: Submitted): Promise<Submission> {
  const { now } = entry
  try {
    return await asSignedIn(db, entry, { ask: (tx) => getToSendOrThrow(tx, id), work: (tx, signedIn, toSend) => sendWithin(tx, { book, signedIn, now }, toSend, submitted) })
  } catch (error) {
    throw isOvertaken(error) ? await asSignedIn(db, entry, { ask: (tx) => movedSince(tx, id, submitted.version), work: async (_tx, _signedIn, moved) => moved }) : error
  }
}

async function sendWithin(tx: Tx, { book, signedIn: { person }, now }: Work, { row, spells, decisions }: SubmissionToSend, { version, reasons = {} }: Submitted): Promise<Submission> {
  const { id } = row
  const { draft, otherRules } = await demandNewest(tx, book, await asSeenOrThrow(tx, row, version))
  const form = await formSetOf(tx, book, draft)
  const [{ assembly: { common } }] = form.parts
  const moment = momentOf(draft)
  const history = await historyAmong(tx, book, draft, decisions)
  const input = inputOf(draft, await describeOnDate(tx, draft.unit_id, draft.unit_at), history)
  demandValidInput(common, input)
  const attached = await settleAttachments(tx, form, draft)
  const reading = new Reading({ input, moment })
  await demandChecks({ form, reading, membership: draft.answers, attached, reasons })
  const { household_id, unit_id, programme, answers } = draft
  const frozen = { form: draft.form, reasons, updated_at: now, updated_by: person.id }
  const register = changeOfRegister(spells, { household_id, unit_id, answers, identity: identify(common, answers), asked: askedFields(form), from: moment.facts_at, now })
  const decision = await decideToStore(tx, book, { submission: id, unit: unit_id, programme, rules: rulesToJudge(draft.rules), reading, decidedBy: person.id, now })
  // Nothing is asked once it is stored, so what will be answered is put together before.
  const sent = await describeWith(tx, { ...draft, ...frozen, state: 'submitted', version: version + 1 }, { decision: undefined, history, updatedBy: person.name })
  return { ...sent, decision: await storeSending(tx, { id, version, frozen, otherRules, register, decision }) }
}

/** What the dictionary speaks of; who came and went is none of its questions. */
const entered = ({ household, members }: SubmissionAnswers): HouseholdInput => ({ household, members })
