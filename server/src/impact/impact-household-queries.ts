import { sql } from 'kysely'
import { holdsWord } from '../households/household-filter-queries.ts'
import { searchWords } from '../households/household-search.ts'
import type { Tx } from '../plugins/database.ts'
import type { ImpactListing } from './impact-schema.ts'

const mostListed = 50

/** What is listed, with categories as they are stored. */
type NotedFilter = Omit<ImpactListing, 'from' | 'to'> & { readonly before: string | undefined; readonly after: string | undefined }

const nameOfUnit = (unit: string) => sql<string>`(select name from unit_spells where unit_id = ${sql.ref(unit)} order by position desc limit 1)`

/** Households of the area this transaction sees that a run tells of, in the order of units, places and names. */
export async function listNoted(tx: Tx, run: string, filter: NotedFilter) {
  const query = selectNoted(tx, run, filter)
  const { total } = await query.select(sql<number>`count(*)::integer`.as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select(['noted.household_id as id', 'households.label as name', 'households.place', 'noted.unit_id', 'noted.before', 'noted.after', 'noted.changed', 'noted.undetermined', 'noted.reasons', 'noted.lines'])
    .select(nameOfUnit('noted.unit_id').as('unit_name'))
    .orderBy('noted.unit_id').orderBy('households.sort_place').orderBy('households.sort_name').orderBy('households.id')
    .limit(filter.limit ?? mostListed).offset(filter.offset ?? 0)
    .execute()
  return { total, rows }
}

function selectNoted(tx: Tx, run: string, { kind, before, after, change, line, unit, search = '' }: NotedFilter) {
  let query = tx.selectFrom('impact_households as noted').innerJoin('households', 'households.id', 'noted.household_id').where('noted.run_id', '=', run)
  if (kind === 'changed') query = query.where('noted.changed', '=', true)
  if (kind === 'undetermined') query = query.where('noted.undetermined', '=', true)
  if (kind === 'near') query = query.where(sql<boolean>`noted.lines <> '[]'::jsonb`)
  if (before !== undefined) query = query.where('noted.before', '=', before)
  if (after !== undefined) query = query.where('noted.after', '=', after)
  if (change !== undefined) query = query.where(sql<boolean>`jsonb_path_exists(noted.reasons, '$[*][*] ? (@ == $change)', jsonb_build_object('change', ${change}::text))`)
  if (line !== undefined) query = query.where(sql<boolean>`noted.lines @> ${JSON.stringify([{ line }])}::jsonb`)
  if (unit !== undefined) query = query.where(sql<boolean>`noted.unit_id in (select unit_subtree(${unit}))`)
  for (const word of searchWords(search)) query = query.where(holdsWord(word))
  return query
}

export async function findNoted(tx: Tx, run: string, household: string) {
  return tx.selectFrom('impact_households').innerJoin('households', 'households.id', 'household_id').select(['label', 'before', 'after']).where('run_id', '=', run).where('household_id', '=', household).executeTakeFirst()
}

/** What some households are called, and where they are. */
export async function nameHouseholds(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, { readonly name: string; readonly place: string; readonly unit: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('households').select(['id', 'label', 'place']).select(nameOfUnit('households.unit_id').as('unit')).where('id', 'in', [...ids]).execute()
  return new Map(rows.map(({ id, label, place, unit }) => [id, { name: label, place: place ?? '', unit }]))
}
