import { sql, type Selectable } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import { prepared } from '../plugins/database-prepared.ts'
import type { HouseholdIdentity } from './household-identity.ts'
import type { HouseholdTable } from './household-table.ts'
import { naming } from './spell-recording-sql.ts'

/** The household, which nobody can remove before this transaction ends. */
export async function findHousehold(tx: Tx, id: string): Promise<Selectable<HouseholdTable> | undefined> {
  return tx.selectFrom('households').selectAll().where('id', '=', id).forKeyShare().executeTakeFirst()
}

export async function insertHousehold(tx: Tx, unitId: string, identity: HouseholdIdentity): Promise<string> {
  const { id } = await tx.insertInto('households').values({ unit_id: unitId, ...identity }).returning('id').executeTakeFirstOrThrow()
  return id
}

/** What a household is called by a draft, where nothing of it is recorded yet and it is called otherwise. */
export async function nameUnrecorded(tx: Tx, id: string, identity: HouseholdIdentity): Promise<void> {
  await namingUnrecorded(tx, { id, ...identity })
}

const namingUnrecorded = prepared<HouseholdIdentity & { readonly id: string }, unknown>(
  ['id', 'label', 'place', 'search_text', 'search_members', 'search_numbers', 'member_count'],
  ({ id, ...identity }) => sql`${naming(id, identity)} and not exists (select from household_spells s where s.household_id = households.id)`,
)

/** Whether anything of the household has been recorded for any time: not yet where it was first met in a draft. */
export async function isRecorded(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.selectFrom('household_spells').select(sql<number>`1`.as('one')).where('household_id', '=', id).limit(1).executeTakeFirst()
  return row !== undefined
}

/** Waits until nobody else opens a submission for the household, and lets nobody until the transaction ends. */
export async function holdHousehold(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('households').select('id').where('id', '=', id).forUpdate().execute()
}

/** Deletes a household of which nothing is recorded and that no submission is about. */
export async function deleteUnknownHousehold(tx: Tx, id: string): Promise<void> {
  await tx
    .deleteFrom('households')
    .where('id', '=', id)
    .where(({ exists, not, selectFrom }) => not(exists(selectFrom('household_spells').select('household_spells.id').whereRef('household_spells.household_id', '=', 'households.id'))))
    .where(({ exists, not, selectFrom }) => not(exists(selectFrom('submissions').select('submissions.id').whereRef('submissions.household_id', '=', 'households.id'))))
    .execute()
}
