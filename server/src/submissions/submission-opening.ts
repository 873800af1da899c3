import { momentAt, prefillAnswers, wholeForms, type Assembly, type FormSet, type Moment } from '@tieuchi/runtime'
import { randomUUID } from 'node:crypto'
import { copyAttachments } from '../attachments/attachment-queries.ts'
import { findHousehold, insertHousehold } from '../households/household-queries.ts'
import { identify } from '../households/household-identity.ts'
import { readRegister } from '../households/household-register.ts'
import { calendarDayOrThrow, formatDay } from '../plugins/clock.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { formSetOf, pinFormRules } from '../policies/form-rules.ts'
import type { PinnedFormRules } from '../policies/policy-schema.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import type { SignedIn } from '../sessions/session-service.ts'
import { describeOnDate, getInReachOrThrow } from '../units/unit-service.ts'
import type { UnitOnDate } from '../units/unit-schema.ts'
import { answersFor } from './submission-newer-rules.ts'
import { findDraft, findSubmission, insertSubmission, type SubmissionRow } from './submission-queries.ts'
import type { NewSubmission, SubmissionAnswers } from './submission-schema.ts'

/** The rules, form and unit of a submission for a reference date. */
export interface Ground {
  readonly moment: Moment
  readonly rules: PinnedFormRules
  readonly assembly: Assembly
  readonly form: FormSet
}

export interface GroundQuestion {
  readonly programme: string
  readonly referenceDate: string
  /** Id of the unit of the household. */
  readonly unit: string
}

export async function groundOf(tx: Tx, book: RuleBook, { programme, referenceDate, unit }: GroundQuestion): Promise<Ground> {
  const at = calendarDayOrThrow(referenceDate)
  const rules = await pinFormRules(tx, { programme, unit, moment: momentAt(at) })
  const assembly = await book.assembly(tx, programme, 'national', rules)
  const [form] = wholeForms(assembly.release)
  if (form === undefined) throw new Problem('no_form', { programme, at: formatDay(at) })
  return { moment: momentAt(at), rules, assembly, form: await formSetOf(tx, book, { programme, form: form.id, rules }) }
}

/** Opens a submission for a household of the register, or for one met now. A draft of the same date is opened again. */
export async function openSubmission(tx: Tx, book: RuleBook, signedIn: SignedIn, asked: NewSubmission, now: Date): Promise<SubmissionRow> {
  const { household, ground, answers } = await (asked.household === undefined ? meetHousehold(tx, book, signedIn, asked) : takeHousehold(tx, book, asked.household, asked))
  const person = signedIn.person.id
  const opened = await insertSubmission(tx, {
    household_id: household.id,
    unit_id: household.unit_id,
    programme: asked.programme,
    form: ground.form.form.id,
    label: identify(ground.assembly.common, answers).label || household.label,
    ...ground.moment,
    rules: JSON.stringify(ground.rules),
    answers: JSON.stringify(answers),
    created_at: now,
    created_by: person,
    updated_at: now,
    updated_by: person,
  })
  if (opened && asked.copy_of !== undefined) await copyAttachments(tx, asked.copy_of, opened.id)
  const draft = opened ?? (await findDraft(tx, household.id, asked.programme, ground.moment.law_at))
  if (draft === undefined) throw new Problem('household_not_found')
  return draft
}

interface Opening {
  readonly household: { readonly id: string; readonly unit_id: string; readonly label: string }
  readonly ground: Ground
  readonly answers: SubmissionAnswers
}

async function takeHousehold(tx: Tx, book: RuleBook, id: string, { programme, reference_date: referenceDate, copy_of: original }: NewSubmission): Promise<Opening> {
  const household = await findHousehold(tx, id)
  if (household === undefined) throw new Problem('household_not_found')
  const ground = await groundOf(tx, book, { programme, referenceDate, unit: household.unit_id })
  await describeOnDate(tx, household.unit_id, ground.moment.unit_at)
  if (original !== undefined) return { household, ground, answers: copied(ground.assembly, await getSentOrThrow(tx, original, id)) }
  const known = await readRegister(tx, id, ground.moment.facts_at)
  const { household: answers, members } = prefillAnswers(ground.form, known)
  return { household, ground, answers: { household: answers, members: members.length > 0 ? members : [newMember()] } }
}

/** What was answered, as far as the rules ask it. Who came and went is in the register already. */
function copied({ common }: Assembly, { answers }: SubmissionRow): SubmissionAnswers {
  const { household, members } = answersFor(common, answers)
  return { household, members }
}

async function getSentOrThrow(tx: Tx, id: string, household: string): Promise<SubmissionRow> {
  const row = await findSubmission(tx, id)
  if (row === undefined || row.household_id !== household || row.state !== 'submitted') throw new Problem('submission_not_found')
  return row
}

/** A household met for the first time stands in the register at once, so that it is found again. */
async function meetHousehold(tx: Tx, book: RuleBook, signedIn: SignedIn, { programme, reference_date: referenceDate, unit: code }: NewSubmission): Promise<Opening> {
  const unit = await communeOrThrow(tx, signedIn, code, calendarDayOrThrow(referenceDate))
  const ground = await groundOf(tx, book, { programme, referenceDate, unit: unit.id })
  const answers = { household: {}, members: [newMember()] }
  const id = await insertHousehold(tx, unit.id, identify(ground.assembly.common, answers))
  return { household: { id, unit_id: unit.id, label: '' }, ground, answers }
}

async function communeOrThrow(tx: Tx, signedIn: SignedIn, code: string | undefined, at: string): Promise<UnitOnDate> {
  const unit = code === undefined ? await describeOnDate(tx, signedIn.unit.id, at) : await getInReachOrThrow(tx, code, at)
  if (unit.kind !== 'commune') throw new Problem('unit_too_wide', { unit: unit.name })
  return unit
}

const newMember = () => ({ id: randomUUID() })
