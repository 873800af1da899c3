import type { Insertable } from 'kysely'
import type { Db, Tx } from '../plugins/database.ts'
import type { BatchCheckTable } from './batch-table.ts'

export async function insertCheck(db: Db | Tx, check: Insertable<BatchCheckTable>): Promise<void> {
  await db.insertInto('batch_checks').values(check).execute()
}

export async function listChecks(db: Db | Tx, run: string) {
  return db.selectFrom('batch_checks').selectAll().where('run', '=', run).orderBy('id').execute()
}
