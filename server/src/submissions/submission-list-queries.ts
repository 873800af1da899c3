import { sql, type Expression } from 'kysely'
import { holdsWord } from '../households/household-filter-queries.ts'
import { searchWords, within } from '../households/household-search.ts'
import type { CountedWindow } from '../lists/list-window.ts'
import type { Tx } from '../plugins/database.ts'
import type { SubmissionFilter, SubmissionSort } from './submission-list-schema.ts'
import type { OutcomeSummary } from './submission-schema.ts'

/** A filter with the person whose own are meant. */
export interface SubmissionQuestion extends Omit<SubmissionFilter, 'mine' | 'sort'> {
  readonly mineOf?: string
}

export interface SubmissionOrder {
  readonly sort: SubmissionSort
  /** Codes of results as their lists order them. */
  readonly results: readonly string[]
}

/** Submissions of the area this transaction sees that a filter lets through: all words stand in the label, or in what is known of the household. */
function selectSubmissions(tx: Tx, { programme, search = '', state, result, unit, mineOf: person }: SubmissionQuestion) {
  let query = tx.selectFrom('submissions as s').leftJoin('decisions as d', 'd.submission_id', 's.id')
  const words = searchWords(search)
  if (words.length > 0) {
    const households = tx.selectFrom('households').select('households.id').where(({ and }) => and(words.map(holdsWord)))
    query = query.where(({ or, and, eb }) => or([and(words.map((word) => sql<boolean>`s.search_label like ${within(word)}`)), eb('s.household_id', 'in', households)]))
  }
  if (programme !== undefined) query = query.where('s.programme', '=', programme)
  if (state !== undefined) query = query.where('s.state', '=', state)
  if (result !== undefined) query = query.where('d.result', '=', result)
  if (unit !== undefined) query = query.where('s.unit_id', '=', unit)
  return person === undefined ? query : query.where(({ or, eb }) => or([eb('s.created_by', '=', person), eb('s.updated_by', '=', person)]))
}

const columns: Readonly<Record<Exclude<SubmissionSort['by'], 'result'>, Expression<unknown>>> = {
  name: sql`s.sort_name`,
  programme: sql`s.programme`,
  state: sql`s.state`,
  date: sql`s.law_at`,
  changed: sql`s.updated_at`,
}

function inOrder(tx: Tx, question: SubmissionQuestion, { sort: { by, descending }, results }: SubmissionOrder) {
  const column = by === 'result' ? sql`coalesce(array_position(${[...results]}::text[], d.result), case when d.result is not null then ${sql.lit(results.length + 1)} end)` : columns[by]
  const known = by === 'result' || by === 'name'
  const way = descending ? (known ? sql`desc nulls last` : sql`desc`) : sql`asc`
  const query = selectSubmissions(tx, question).select('s.id').orderBy(sql`${column} ${way}`)
  return (by === 'changed' ? query : query.orderBy('s.updated_at', 'desc')).orderBy('s.id')
}

/** Ids of all submissions a filter lets through, in order. */
export async function listSubmissionIds(tx: Tx, question: SubmissionQuestion, order: SubmissionOrder): Promise<string[]> {
  const rows = await inOrder(tx, question, order).execute()
  return rows.map(({ id }) => id)
}

/** One window of them, with the number of all where it is asked for. Words are looked for once only: counting goes along. */
export async function findSubmissions(tx: Tx, question: SubmissionQuestion, order: SubmissionOrder, { offset, limit, counted }: CountedWindow): Promise<{ readonly ids: readonly string[]; readonly total?: number }> {
  const window = inOrder(tx, question, order).offset(offset).limit(limit)
  if (counted && question.search !== undefined && offset === 0) {
    const rows = await window.select(({ fn }) => fn.countAll<number>().over().as('total')).execute()
    return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 }
  }
  const ids = (await window.execute()).map(({ id }) => id)
  if (!counted) return { ids }
  const { total } = await selectSubmissions(tx, question).select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { ids, total }
}

export interface SubmissionListRow {
  readonly id: string
  readonly household_id: string
  readonly unit_id: string
  readonly label: string
  readonly place: string | null
  readonly programme: string
  readonly state: 'draft' | 'submitted'
  readonly law_at: string
  readonly updated_at: Date
  readonly updated_by: string
  readonly name: string
  readonly outcomes: readonly OutcomeSummary[] | null
  /** Whether it is the result of its household. */
  readonly current: boolean
  /** Whether its date was decided again after it. */
  readonly replaced: boolean
  /** Whether a later date was decided before it. */
  readonly belated: boolean
}

/** Submissions by their ids, in that order, each with what it is to its household now. */
export async function listSubmissions(tx: Tx, ids: readonly string[]): Promise<SubmissionListRow[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('submissions as s')
    .innerJoin('households', 'households.id', 's.household_id')
    .innerJoin('people', 'people.id', 's.updated_by')
    .leftJoin('decisions as d', 'd.submission_id', 's.id')
    .leftJoin('household_reviews as review', (join) => join.onRef('review.household_id', '=', 's.household_id').onRef('review.programme', '=', 's.programme'))
    .where('s.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .select(['s.id', 's.household_id', 's.unit_id', 's.label', 'households.place', 's.programme', 's.state', 's.law_at', 's.updated_at', 's.updated_by', 'people.name', 'd.outcomes'])
    .select([
      sql<boolean>`coalesce(review.decided_submission = s.id, false)`.as('current'),
      sql<boolean>`d.id is not null and exists (${otherDecision(sql`o.law_at = d.law_at and od.number > d.number`)})`.as('replaced'),
      sql<boolean>`d.id is not null and exists (${otherDecision(sql`o.law_at > d.law_at and od.number < d.number`)})`.as('belated'),
    ])
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Another decided submission of the household, of which something holds. */
const otherDecision = (condition: Expression<unknown>) => sql`
  select from submissions o join decisions od on od.submission_id = o.id
  where o.household_id = s.household_id and o.programme = s.programme and ${condition}`

/** Results that submissions have, of one programme or of all. */
export async function countResults(tx: Tx, programme: string | undefined): Promise<{ result: string | null; result_list: string | null; count: number }[]> {
  const decisions = tx.selectFrom('decisions').where('result_list', 'is not', null)
  return (programme === undefined ? decisions : decisions.where('programme', '=', programme))
    .select(['result', 'result_list', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy(['result', 'result_list'])
    .orderBy('result_list')
    .orderBy('result')
    .execute()
}
