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
  for (const word of searchWords(search)) query = query.where(holdsWord(word))
  if (state === undefined) return query
  return query.where(({ exists, not, selectFrom }) => {
    const submitted = selectFrom('submissions')
      .select('submissions.id')
      .whereRef('submissions.household_id', '=', 'households.id')
      .where('submissions.programme', '=', programme)
    return state === 'none' ? not(exists(submitted)) : exists(submitted.where('submissions.state', '=', state))
  })
}

/** The word as a part of a name or the place, or as a whole personal number. */
const holdsWord = (word: string) => sql<boolean>`(search_text like ${within(word)} or search_members like ${within(word)} or ${word} = any(search_numbers))`

/** How well a household fits: words that begin words of the head's name, that stand within it, that begin words elsewhere, the rest. */
function rankOf(search: string) {
  const words = searchWords(search)
  const every = (holds: (word: string) => ReturnType<typeof sql>) => sql`(${sql.join([sql`true`, ...words.map(holds)], sql` and `)})`
  const head = sql`' ' || split_part(search_text, ${'\n'}, 1)`
  const all = sql`' ' || translate(search_text || ${'\n'} || search_members, ${'\n'}, ' ')`
  return sql<number>`case
    when ${every((word) => sql`${head} like ${within(` ${word}`)}`)} then 0
    when ${every((word) => sql`${head} like ${within(word)}`)} then 1
    when ${every((word) => sql`${all} like ${within(` ${word}`)}`)} then 2
    else 3 end`
}

/** A pattern that takes the signs of a word as written. */
const within = (word: string): string => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`

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
  readonly decided_submission: string | null
  readonly decided_law_at: string | null
  readonly decided_updated_at: Date | null
  readonly decided_layers: Readonly<Record<string, EvaluationResult>> | null
}

/** One page in the order of fit, place and name, each household with its newest submission and the one decided last. */
export async function listHouseholds(tx: Tx, filter: HouseholdFilter): Promise<HouseholdRow[]> {
  const page = selectHouseholds(tx, filter)
    .select(['id', 'label', 'place', 'member_count', 'synthetic', 'search_text'])
    .select(rankOf(filter.search ?? '').as('rank'))
    .orderBy('rank')
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
          .orderBy('submissions.state')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (join) =>
        join
          .selectFrom('submissions')
          .innerJoin('decisions as last', 'last.submission_id', 'submissions.id')
          .select(['submissions.id', 'submissions.law_at', 'submissions.updated_at', 'last.layers'])
          .whereRef('submissions.household_id', '=', 'page.id')
          .where('submissions.programme', '=', filter.programme)
          .orderBy('last.number', 'desc')
          .limit(1)
          .as('decided'),
      (join) => join.onTrue(),
    )
    .leftJoin('decisions', 'decisions.submission_id', 'newest.id')
    .select(['page.id', 'page.label', 'page.place', 'page.member_count', 'page.synthetic'])
    .select(['newest.id as submission', 'newest.state', 'newest.law_at', 'newest.updated_at', 'decisions.layers'])
    .select(['decided.id as decided_submission', 'decided.law_at as decided_law_at', 'decided.updated_at as decided_updated_at', 'decided.layers as decided_layers'])
    .orderBy('page.rank')
    .orderBy('page.place')
    .orderBy('page.search_text')
    .orderBy('page.id')
    .execute()
}

/** The household, which nobody can remove before this transaction ends. */
export async function findHousehold(tx: Tx, id: string): Promise<Selectable<HouseholdTable> | undefined> {
  return tx.selectFrom('households').selectAll().where('id', '=', id).forKeyShare().executeTakeFirst()
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
