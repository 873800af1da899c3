import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import { prepared, writer } from '../plugins/database-prepared.ts'
import type { SubmissionTable } from './submission-table.ts'

export type SubmissionRow = Selectable<SubmissionTable>

export async function findSubmission(tx: Tx, id: string): Promise<SubmissionRow | undefined> {
  const [found] = await submissionById(tx, { id })
  return found
}

/** Named, because the database refuses a prepared statement over all columns once there is another. */
export const submissionColumns = [
  'id', 'household_id', 'unit_id', 'programme', 'form', 'label', 'law_at', 'facts_at', 'unit_at', 'rules', 'state', 'version', 'answers', 'reasons',
  'created_at', 'created_by', 'updated_at', 'updated_by', 'search_label', 'sort_name',
] as const

const submissionById = prepared(['id'], ({ id }: { readonly id: string }) => writer.selectFrom('submissions').select(submissionColumns).where('id', '=', id))

export async function findDraft(tx: Tx, householdId: string, programme: string, lawAt: string): Promise<SubmissionRow | undefined> {
  return tx
    .selectFrom('submissions')
    .selectAll()
    .where('household_id', '=', householdId)
    .where('programme', '=', programme)
    .where('law_at', '=', lawAt)
    .where('state', '=', 'draft')
    .executeTakeFirst()
}

/** The submission decided last for the household, programme and day of one that was sent, where that was after it. */
export async function findCorrection(tx: Tx, { id, household_id: household, programme, law_at: day }: SubmissionRow): Promise<string | undefined> {
  const last = await tx
    .selectFrom('submissions')
    .innerJoin('decisions', 'decisions.submission_id', 'submissions.id')
    .select('submissions.id')
    .where('submissions.household_id', '=', household)
    .where('submissions.programme', '=', programme)
    .where('submissions.law_at', '=', day)
    .orderBy('decisions.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last === undefined || last.id === id ? undefined : last.id
}

/** The new row, or undefined where the household already has a draft of this programme and date. */
export async function insertSubmission(tx: Tx, submission: Insertable<SubmissionTable>): Promise<SubmissionRow | undefined> {
  return tx
    .insertInto('submissions')
    .values(submission)
    .onConflict((conflict) => conflict.columns(['household_id', 'programme', 'law_at']).where('state', '=', 'draft').doNothing())
    .returningAll()
    .executeTakeFirst()
}

/** Changes a draft that is still at the version seen, and raises the version; undefined where it is not. */
export async function updateDraft(tx: Tx, id: string, version: number, change: Updateable<SubmissionTable>): Promise<SubmissionRow | undefined> {
  return tx
    .updateTable('submissions')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .returningAll()
    .executeTakeFirst()
}

/** What saving changes of a draft, at the version seen. */
interface SavedDraft extends Pick<Updateable<SubmissionTable>, 'answers' | 'label' | 'updated_at' | 'updated_by'> {
  readonly id: string
  readonly version: number
}

/** Saves a draft that is still at the version seen, and raises the version; whether it was. */
export async function saveDraft(tx: Tx, draft: SavedDraft): Promise<boolean> {
  return (await savedDraft(tx, draft)).length === 1
}

const savedDraft = prepared(['id', 'version', 'answers', 'label', 'updated_at', 'updated_by'], ({ id, version, ...change }: SavedDraft) =>
  writer
    .updateTable('submissions')
    .set(change)
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .returning('id'))

/** A draft that until the end of the transaction nobody else changes, sends or attaches to; undefined where it is none. */
export async function holdDraft(tx: Tx, id: string): Promise<SubmissionRow | undefined> {
  return tx.selectFrom('submissions').selectAll().where('id', '=', id).where('state', '=', 'draft').forNoKeyUpdate().executeTakeFirst()
}

/** Whether a draft was there to delete. */
export async function deleteDraft(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('submissions').where('id', '=', id).where('state', '=', 'draft').executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
