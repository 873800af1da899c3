import type { Insertable } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import type { AttachmentTable } from './attachment-table.ts'

/** An attachment without its bytes. */
export interface AttachmentRow {
  readonly id: string
  readonly item: string
  readonly member: string | null
  readonly name: string
  readonly media_type: string
  readonly size: number
  readonly sha256: string
  readonly attached_at: Date
  readonly attached_by: string
}

const described = ['id', 'item', 'member', 'name', 'media_type', 'size', 'sha256', 'attached_at', 'attached_by'] as const

/** Those of a submission in the order they came. */
export async function listAttachments(tx: Tx, submission: string): Promise<readonly AttachmentRow[]> {
  return tx.selectFrom('attachments').select(described).where('submission_id', '=', submission).orderBy('attached_at').orderBy('name').orderBy('id').execute()
}

export interface AttachmentContent {
  readonly name: string
  readonly media_type: string
  readonly content: Buffer
}

export async function findContent(tx: Tx, submission: string, id: string): Promise<AttachmentContent | undefined> {
  return tx.selectFrom('attachments').select(['name', 'media_type', 'content']).where('submission_id', '=', submission).where('id', '=', id).executeTakeFirst()
}

/** The new row; undefined where the same bytes stand at that place already. */
export async function insertAttachment(tx: Tx, attachment: Insertable<AttachmentTable>): Promise<AttachmentRow | undefined> {
  return tx
    .insertInto('attachments')
    .values(attachment)
    .onConflict((conflict) => conflict.columns(['submission_id', 'item', 'member', 'sha256']).doNothing())
    .returning(described)
    .executeTakeFirst()
}

export async function deleteAttachments(tx: Tx, submission: string, ids: readonly string[]): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('attachments').where('submission_id', '=', submission).where('id', 'in', [...ids]).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

const copied = ['item', 'member', 'name', 'media_type', 'size', 'sha256', 'content', 'attached_at', 'attached_by'] as const

/** What is attached to one submission, attached to another as well. */
export async function copyAttachments(tx: Tx, from: string, to: string): Promise<void> {
  await tx
    .insertInto('attachments')
    .columns(['submission_id', ...copied])
    .expression((eb) => eb.selectFrom('attachments').select((inner) => [inner.val(to).$castTo<string>().as('submission_id'), ...copied]).where('submission_id', '=', from))
    .execute()
}
