import type { Tx } from '../plugins/database.ts'

/** More places than these are no choice a person looks through. */
const mostPlaces = 300

/** Units of the reader's area with the number of their households. */
export async function countByUnit(tx: Tx): Promise<{ unit_id: string; count: number }[]> {
  return tx.selectFrom('households').select(['unit_id', ({ fn }) => fn.countAll<number>().as('count')]).groupBy('unit_id').execute()
}

export async function countByPlace(tx: Tx, unit: string): Promise<{ place: string | null; count: number }[]> {
  return tx
    .selectFrom('households')
    .select(['place', ({ fn }) => fn.countAll<number>().as('count')])
    .where('unit_id', '=', unit)
    .where('place', 'is not', null)
    .groupBy(['sort_place', 'place'])
    .orderBy('sort_place')
    .orderBy('place')
    .limit(mostPlaces)
    .execute()
}

/** Results of a programme that households have, in all of the reader's area or in one unit of it. */
export async function countByResult(tx: Tx, programme: string, unit: string | undefined): Promise<{ result: string | null; result_list: string | null; count: number }[]> {
  const reviews = tx.selectFrom('household_reviews').where('programme', '=', programme).where('result_list', 'is not', null)
  return (unit === undefined ? reviews : reviews.where('unit_id', '=', unit))
    .select(['result', 'result_list', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy(['result', 'result_list'])
    .orderBy('result_list')
    .orderBy('result')
    .execute()
}
