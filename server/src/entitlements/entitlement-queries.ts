import type { Tx } from '../plugins/database.ts'

/** A household of the area this transaction sees, with what it is called. */
export async function findNamedHousehold(tx: Tx, id: string) {
  return tx.selectFrom('households').select(['id', 'label', 'place', 'unit_id']).where('id', '=', id).executeTakeFirst()
}

/** Every household of the area this transaction sees: by unit, place and name, as it is called. */
export async function listNamedHouseholds(tx: Tx) {
  return tx.selectFrom('households').select(['id', 'label', 'place', 'unit_id']).orderBy('unit_id').orderBy('sort_place').orderBy('sort_name').orderBy('id').execute()
}
