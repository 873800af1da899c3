import { sql } from 'kysely'
import type { Tx } from '../plugins/database.ts'

/** A household that a run tells of, with the group it is told of in. */
export interface NotedId {
  readonly id: string
  readonly group: string
}

const groupName = sql<string>`noted.part || ' ' || noted.number`

/** Every household of the area this transaction sees that a run tells of: those whose result changes first, then those undetermined, by unit, place and name. */
export async function listNotedIds(tx: Tx, run: string): Promise<NotedId[]> {
  return tx
    .selectFrom('impact_groups as noted')
    .innerJoin('households', (join) => join.on(sql<boolean>`households.id = any(noted.households)`))
    .where('noted.run_id', '=', run)
    .select(['households.id', groupName.as('group')])
    .orderBy('noted.changed', 'desc').orderBy('noted.undetermined', 'desc').orderBy('noted.unit_id')
    .orderBy('households.sort_place').orderBy('households.sort_name').orderBy('households.id')
    .execute()
}

/** What is told of each group of a run. */
export async function listNotedGroups(tx: Tx, run: string) {
  return tx.selectFrom('impact_groups as noted').where('noted.run_id', '=', run).select(['before', 'after', 'changed', 'undetermined', 'reasons', 'lines', groupName.as('group')]).execute()
}

/** Runs whose id begins with eight digits, which the index of ids finds as a range. */
export async function findRunsByCode(tx: Tx, code: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('impact_runs')
    .select('id')
    .where('id', '>=', `${code}-0000-0000-0000-000000000000`)
    .where('id', '<=', `${code}-ffff-ffff-ffff-ffffffffffff`)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
