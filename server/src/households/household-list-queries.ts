import { sql } from 'kysely'
import type { CountedWindow } from '../lists/list-window.ts'
import type { Tx } from '../plugins/database.ts'
import type { OutcomeSummary } from '../submissions/submission-schema.ts'
import type { HouseholdFilter, HouseholdOrder } from './household-filter.ts'
import { orderOf, selectHouseholds } from './household-filter-queries.ts'

/** Ids of all households a filter lets through, in order. */
export async function listHouseholdIds(tx: Tx, filter: HouseholdFilter, order: HouseholdOrder): Promise<string[]> {
  const rows = await inOrder(tx, filter, order).execute()
  return rows.map(({ id }) => id)
}

export interface FoundHouseholds {
  readonly ids: readonly string[]
  /** How many there are beyond the window too; absent where it was not asked for. */
  readonly total?: number
}

/** One window of them. Words are looked for once only: counting goes along. */
export async function findHouseholds(tx: Tx, filter: HouseholdFilter, order: HouseholdOrder, { offset, limit, counted }: CountedWindow): Promise<FoundHouseholds> {
  const window = inOrder(tx, filter, order).offset(offset).limit(limit)
  if (counted && filter.search !== undefined) {
    const rows = await window.select(({ fn }) => fn.countAll<number>().over().as('total')).execute()
    return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? (offset === 0 ? 0 : await countHouseholds(tx, filter)) }
  }
  const ids = (await window.execute()).map(({ id }) => id)
  return counted ? { ids, total: await countHouseholds(tx, filter) } : { ids }
}

function inOrder(tx: Tx, filter: HouseholdFilter, order: HouseholdOrder) {
  let query = selectHouseholds(tx, filter).select('households.id')
  for (const expression of orderOf(filter, order)) query = query.orderBy(expression)
  return query
}

async function countHouseholds(tx: Tx, filter: HouseholdFilter): Promise<number> {
  const { total } = await selectHouseholds(tx, filter).select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return total
}

export interface HouseholdRow {
  readonly id: string
  readonly unit_id: string
  readonly label: string
  readonly place: string | null
  readonly member_count: number
  readonly synthetic: boolean
  readonly changed_at: Date | null
  readonly submission: string | null
  readonly state: 'draft' | 'submitted' | null
  readonly law_at: string | null
  readonly updated_at: Date | null
  readonly outcomes: readonly OutcomeSummary[] | null
  readonly decided_submission: string | null
  readonly decided_law_at: string | null
  readonly decided_at: Date | null
  readonly decided_outcomes: readonly OutcomeSummary[] | null
  readonly last_decided_submission: string | null
  readonly last_law_at: string | null
  readonly last_at: Date | null
}

/** Households by their ids, in that order, each with its newest submission, its result and the one decided last. */
export async function listHouseholds(tx: Tx, programme: string, ids: readonly string[]): Promise<HouseholdRow[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('households as h')
    .leftJoin('household_reviews as review', (join) => join.onRef('review.household_id', '=', 'h.id').on('review.programme', '=', programme))
    .leftJoin('submissions as newest', 'newest.id', 'review.newest_submission')
    .leftJoin('decisions as own', 'own.submission_id', 'review.newest_submission')
    .leftJoin('decisions as decided', 'decided.submission_id', 'review.decided_submission')
    .leftJoin('decisions as last', 'last.submission_id', 'review.last_decided_submission')
    .where('h.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .select(['h.id', 'h.unit_id', 'h.label', 'h.place', 'h.member_count', 'h.synthetic', 'review.changed_at'])
    .select(['newest.id as submission', 'newest.state', 'newest.law_at', 'newest.updated_at', 'own.outcomes'])
    .select(['review.decided_submission', 'decided.law_at as decided_law_at', 'decided.decided_at', 'decided.outcomes as decided_outcomes'])
    .select(['review.last_decided_submission', 'last.law_at as last_law_at', 'last.decided_at as last_at'])
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
