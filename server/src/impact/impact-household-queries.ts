import { sql } from 'kysely'
import { holdsWord } from '../households/household-filter-queries.ts'
import { searchWords } from '../households/household-search.ts'
import type { Tx } from '../plugins/database.ts'
import type { ImpactListing } from './impact-schema.ts'

const mostListed = 50

/** What is listed, with categories as they are stored. */
type NotedFilter = Omit<ImpactListing, 'from' | 'to'> & { readonly before: string | undefined; readonly after: string | undefined }

const nameOfUnit = (unit: string) => sql<string>`(select name from unit_spells where unit_id = ${sql.ref(unit)} order by position desc limit 1)`

/** Households of the area this transaction sees that a run tells of, unit by unit, in the order of places and names. */
export async function listNoted(tx: Tx, run: string, filter: NotedFilter) {
  const { limit = mostListed, offset = 0 } = filter
  const sizes = await unitSizes(tx, run, filter)
  const { units, skipped } = unitsOfWindow(sizes, offset, limit)
  const rows = units.length === 0 ? [] : await selectNoted(tx, run, filter)
    .where('noted.unit_id', 'in', [...units])
    .select(['households.id', 'households.label as name', 'households.place', 'noted.unit_id', 'noted.before', 'noted.after', 'noted.changed', 'noted.undetermined', 'noted.reasons', 'noted.lines'])
    .select(nameOfUnit('noted.unit_id').as('unit_name'))
    .orderBy('noted.unit_id').orderBy('households.sort_place').orderBy('households.sort_name').orderBy('households.id')
    .limit(limit).offset(offset - skipped)
    .execute()
  return { total: sizes.reduce((sum, { households }) => sum + households, 0), rows }
}

interface UnitSize {
  readonly unit: string
  readonly households: number
}

/** How many of each unit a filter lets through: only where names are looked for are the households themselves read. */
async function unitSizes(tx: Tx, run: string, filter: NotedFilter): Promise<UnitSize[]> {
  if (searchWords(filter.search ?? '').length > 0) {
    return selectNoted(tx, run, filter).select(['noted.unit_id as unit', sql<number>`count(*)::integer`.as('households')]).groupBy('noted.unit_id').orderBy('noted.unit_id').execute()
  }
  return selectGroups(tx, run, filter).select(['noted.unit_id as unit', sql<number>`sum(cardinality(noted.households))::integer`.as('households')]).groupBy('noted.unit_id').orderBy('noted.unit_id').execute()
}

/** The units that a part of the list comes from, and how many households stand before the first of them. */
function unitsOfWindow(sizes: readonly UnitSize[], offset: number, limit: number): { readonly units: readonly string[]; readonly skipped: number } {
  const units: string[] = []
  let [before, skipped] = [0, 0]
  for (const { unit, households } of sizes) {
    if (before + households > offset && before < offset + limit) {
      if (units.length === 0) skipped = before
      units.push(unit)
    }
    before += households
  }
  return { units, skipped }
}

function selectGroups(tx: Tx, run: string, { kind, before, after, change, line, unit }: NotedFilter) {
  let query = tx.selectFrom('impact_groups as noted').where('noted.run_id', '=', run)
  if (kind === 'changed') query = query.where('noted.changed', '=', true)
  if (kind === 'undetermined') query = query.where('noted.undetermined', '=', true)
  if (kind === 'near') query = query.where(sql<boolean>`noted.lines <> '[]'::jsonb`)
  if (before !== undefined) query = query.where('noted.before', '=', before)
  if (after !== undefined) query = query.where('noted.after', '=', after)
  if (change !== undefined) query = query.where(sql<boolean>`jsonb_path_exists(noted.reasons, '$[*][*] ? (@ == $change)', jsonb_build_object('change', ${change}::text))`)
  if (line !== undefined) query = query.where(sql<boolean>`noted.lines @> ${JSON.stringify([{ line }])}::jsonb`)
  if (unit !== undefined) query = query.where(sql<boolean>`noted.unit_id in (select unit_subtree(${unit}))`)
  return query
}

function selectNoted(tx: Tx, run: string, filter: NotedFilter) {
  const query = selectGroups(tx, run, filter).innerJoin('households', (join) => join.on(sql<boolean>`households.id = any(noted.households)`))
  return searchWords(filter.search ?? '').reduce((narrowed, word) => narrowed.where(holdsWord(word)), query)
}

export async function findNoted(tx: Tx, run: string, household: string) {
  return tx
    .selectFrom('impact_groups')
    .innerJoin('households', (join) => join.on('households.id', '=', household))
    .select(['label', 'place', 'households.unit_id', 'before', 'after'])
    .select(nameOfUnit('households.unit_id').as('unit_name'))
    .where('run_id', '=', run)
    .where(sql<boolean>`${household}::uuid = any(impact_groups.households)`)
    .executeTakeFirst()
}

/** What some households are called, and where they are. */
export async function nameHouseholds(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, { readonly name: string; readonly place: string; readonly unit: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('households').select(['id', 'label', 'place']).select(nameOfUnit('households.unit_id').as('unit')).where('id', 'in', [...ids]).execute()
  return new Map(rows.map(({ id, label, place, unit }) => [id, { name: label, place: place ?? '', unit }]))
}
