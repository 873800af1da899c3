import type { EvaluationResult } from '@tieuchi/runtime'
import { sql, type Selectable } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import type { HouseholdIdentity } from './household-identity.ts'
import { searchWords } from './household-search.ts'
import type { HouseholdTable } from './household-table.ts'

export interface HouseholdFilter {
  readonly programme: string
  readonly search?: string
  readonly state?: 'none' | 'draft' | 'submitted'
  readonly offset: number
  readonly limit: number
}

/** Households of the area this transaction sees that a filter lets through. */
function selectHouseholds(tx: Tx, { programme, search = '', state }: HouseholdFilter) {
  let query = tx.selectFrom('households')
  for (const word of searchWords(search)) query = query.where('search_text', 'like', `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`)
  if (state === undefined) return query
  return query.where((household) => {
    const newest = household
      .selectFrom('submissions')
      .select('submissions.state')
      .whereRef('submissions.household_id', '=', 'households.id')
      .where('submissions.programme', '=', programme)
      .orderBy('submissions.created_at', 'desc')
      .limit(1)
    return state === 'none' ? household(newest, 'is', null) : household(newest, '=', state)
  })
}

export async function countHouseholds(tx: Tx, filter: HouseholdFilter): Promise<number> {
  const { total } = await selectHouseholds(tx, filter).select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return total
}

export interface HouseholdRow {
  readonly id: string
  readonly label: string
  readonly place: string | null
  readonly member_count: number
  readonly synthetic: boolean
  readonly submission: string | null
  readonly state: 'draft' | 'submitted' | null
  readonly law_at: string | null
  readonly updated_at: Date | null
  readonly layers: Readonly<Record<string, EvaluationResult>> | null
}

/** One page in the order of place and name, each household with its newest submission. */
export async function listHouseholds(tx: Tx, filter: HouseholdFilter): Promise<HouseholdRow[]> {
  const page = selectHouseholds(tx, filter)
    .select(['id', 'label', 'place', 'member_count', 'synthetic', 'search_text'])
    .orderBy('place')
    .orderBy('search_text')
    .orderBy('id')
    .offset(filter.offset)
    .limit(filter.limit)
    .as('page')
  return tx
    .selectFrom(page)
    .leftJoinLateral(
      (join) =>
        join
          .selectFrom('submissions')
          .select(['submissions.id', 'submissions.state', 'submissions.law_at', 'submissions.updated_at'])
          .whereRef('submissions.household_id', '=', 'page.id')
          .where('submissions.programme', '=', filter.programme)
          .orderBy('submissions.created_at', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .leftJoin('decisions', 'decisions.submission_id', 'newest.id')
    .select(['page.id', 'page.label', 'page.place', 'page.member_count', 'page.synthetic'])
    .select(['newest.id as submission', 'newest.state', 'newest.law_at', 'newest.updated_at', 'decisions.layers'])
    .orderBy('page.place')
    .orderBy('page.search_text')
    .orderBy('page.id')
    .execute()
}

export async function findHousehold(tx: Tx, id: string): Promise<Selectable<HouseholdTable> | undefined> {
  return tx.selectFrom('households').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertHousehold(tx: Tx, unitId: string, identity: HouseholdIdentity): Promise<string> {
  const { id } = await tx.insertInto('households').values({ unit_id: unitId, ...identity }).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function updateIdentity(tx: Tx, id: string, identity: HouseholdIdentity): Promise<void> {
  await tx.updateTable('households').set(identity).where('id', '=', id).execute()
}

/** Whether anything of the household has been recorded for any time: not yet where it was first met in a draft. */
export async function isRecorded(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.selectFrom('household_spells').select(sql<number>`1`.as('one')).where('household_id', '=', id).limit(1).executeTakeFirst()
  return row !== undefined
}
