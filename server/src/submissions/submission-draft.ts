import { isDeepStrictEqual } from 'node:util'
import { deleteUnknownHousehold, holdHousehold } from '../households/household-queries.ts'
import { writeInstant } from '../plugins/clock.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { findName } from '../people/person-queries.ts'
import { findToSend, type SubmissionToSend } from './sending-queries.ts'
import { deleteDraft, findSubmission, holdDraft, saveDraft, updateDraft, type SubmissionRow } from './submission-queries.ts'
import type { SubmissionAnswers } from './submission-schema.ts'

export async function getSubmissionOrThrow(tx: Tx, id: string): Promise<SubmissionRow> {
  const row = await findSubmission(tx, id)
  if (row === undefined) throw new Problem('submission_not_found')
  return row
}

/** A submission with all that is known of its household. */
export async function getToSendOrThrow(tx: Tx, id: string): Promise<SubmissionToSend> {
  const found = await findToSend(tx, id)
  if (found === undefined) throw new Problem('submission_not_found')
  return found
}

/** The draft as the person saw it; a problem that names who changed or sent it since. */
export const getDraftOrThrow = async (tx: Tx, id: string, version: number): Promise<SubmissionRow> => asSeenOrThrow(tx, await getSubmissionOrThrow(tx, id), version)

/** A submission that was read, where it is a draft as the person saw it. */
export async function asSeenOrThrow(tx: Tx, row: SubmissionRow, version: number): Promise<SubmissionRow> {
  if (row.state !== 'draft' || row.version !== version) throw await changedSince(tx, row)
  return row
}

/** The draft, whatever its version, held until the end of the transaction; a problem that names who sent it where it is none any more. */
export async function holdDraftOrThrow(tx: Tx, id: string): Promise<SubmissionRow> {
  const draft = await holdDraft(tx, id)
  if (draft === undefined) throw await changedSince(tx, await getSubmissionOrThrow(tx, id))
  return draft
}

/** Changes the draft unless another transaction was faster. */
export async function changeDraftOrThrow(tx: Tx, row: SubmissionRow, change: Parameters<typeof updateDraft>[3]): Promise<SubmissionRow> {
  const changed = await updateDraft(tx, row.id, row.version, change)
  if (changed === undefined) throw await changedSince(tx, await getSubmissionOrThrow(tx, row.id))
  return changed
}

/** Keeps other answers of the draft unless another transaction was faster. */
export async function saveDraftOrThrow(tx: Tx, draft: SubmissionRow, { answers, label, updated_at, updated_by }: Pick<SubmissionRow, 'answers' | 'label' | 'updated_at' | 'updated_by'>): Promise<Pick<SubmissionRow, 'version' | 'updated_at'>> {
  const { id, version } = draft
  const saved = await saveDraft(tx, { id, version, answers: JSON.stringify(answers), label, updated_at, updated_by })
  if (!saved) throw await changedSince(tx, await getSubmissionOrThrow(tx, id))
  return { version: version + 1, updated_at }
}

/** Why a draft could not be sent: somebody changed it, or the register of its household. */
export async function movedSince(tx: Tx, id: string, version: number): Promise<Problem> {
  const row = await getSubmissionOrThrow(tx, id)
  return row.state === 'draft' && row.version === version ? new Problem('register_changed') : changedSince(tx, row)
}

/** Deletes a draft, and with it a household that was first met in it and is known from nowhere else. */
export async function discardDraft(tx: Tx, id: string): Promise<void> {
  const { household_id: household } = await getSubmissionOrThrow(tx, id)
  await holdHousehold(tx, household)
  if (!(await deleteDraft(tx, id))) throw await changedSince(tx, await getSubmissionOrThrow(tx, id))
  await deleteUnknownHousehold(tx, household)
}

/** Whether a save that seems to come too late is the person's own, sent again because the answer to it was lost. */
export const isRepeated = (row: SubmissionRow, version: number, answers: SubmissionAnswers, personId: string): boolean =>
  row.state === 'draft' && row.version === version + 1 && row.updated_by === personId && isDeepStrictEqual(row.answers, answers)

async function changedSince(tx: Tx, row: SubmissionRow): Promise<Problem> {
  const person = await findName(tx, row.updated_by)
  return new Problem(row.state === 'draft' ? 'submission_changed' : 'submission_frozen', { person, time: writeInstant(row.updated_at) })
}
