import type { Insertable, Selectable } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import type { DraftCommentTable } from './draft-table.ts'

/** Comments with the names of who wrote and settled them, in the order they were written. */
export async function listComments(tx: Tx, draftId: string) {
  return tx
    .selectFrom('draft_comments')
    .innerJoin('people as writer', 'writer.id', 'draft_comments.written_by')
    .leftJoin('people as resolver', 'resolver.id', 'draft_comments.resolved_by')
    .selectAll('draft_comments')
    .select(['writer.name as writer', 'resolver.name as resolver'])
    .where('draft_id', '=', draftId)
    .orderBy('number')
    .execute()
}

export async function findComment(tx: Tx, draftId: string, id: string): Promise<Selectable<DraftCommentTable> | undefined> {
  return tx.selectFrom('draft_comments').selectAll().where('draft_id', '=', draftId).where('id', '=', id).executeTakeFirst()
}

export async function insertComment(tx: Tx, comment: Insertable<DraftCommentTable>): Promise<string> {
  const { id } = await tx.insertInto('draft_comments').values(comment).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Whether it was open until now. */
export async function resolveComment(tx: Tx, id: string, personId: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('draft_comments').set({ resolved_at: now, resolved_by: personId }).where('id', '=', id).where('resolved_at', 'is', null).executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
