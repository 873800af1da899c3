import type { Insertable, Selectable } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import type { NoticeTable } from './notice-table.ts'

export type NoticeRow = Selectable<NoticeTable>

export async function insertNotice(tx: Tx, notice: Insertable<NoticeTable>): Promise<void> {
  await tx.insertInto('notices').values(notice).execute()
}

/** The newest first. */
export async function listNotices(tx: Tx, person: string, most: number): Promise<NoticeRow[]> {
  return tx.selectFrom('notices').selectAll().where('person_id', '=', person).orderBy('id', 'desc').limit(most).execute()
}

export async function countUnread(tx: Tx, person: string): Promise<number> {
  const { unread } = await tx
    .selectFrom('notices')
    .select(({ fn }) => fn.countAll<number>().as('unread'))
    .where('person_id', '=', person)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return unread
}

export async function markRead(tx: Tx, person: string, ids: readonly number[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await tx.updateTable('notices').set({ read_at: at }).where('person_id', '=', person).where('id', 'in', [...ids]).where('read_at', 'is', null).execute()
}
