import type { Tx } from '../plugins/database.ts'

/** The code lists that results come from, of one programme or of all. */
export async function listResultLists(tx: Tx, programme: string | undefined): Promise<string[]> {
  const lists = tx.selectFrom('household_reviews').select('result_list').distinct().where('result_list', 'is not', null).orderBy('result_list')
  const rows = await (programme === undefined ? lists : lists.where('programme', '=', programme)).execute()
  return rows.flatMap(({ result_list: list }) => list ?? [])
}
