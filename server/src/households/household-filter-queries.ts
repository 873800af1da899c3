import { sql, type Expression, type SqlBool } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import type { HouseholdFilter, HouseholdOrder, HouseholdSort, ResultOrder } from './household-filter.ts'
import { searchWords, within } from './household-search.ts'

/** Households of the area this transaction sees that a filter lets through, each with where its review stands. */
export function selectHouseholds(tx: Tx, { programme, search = '', state, result, place, unit }: HouseholdFilter) {
  let query = tx
    .selectFrom('households')
    .leftJoin('household_reviews as review', (join) => join.onRef('review.household_id', '=', 'households.id').on('review.programme', '=', programme))
  for (const word of searchWords(search)) query = query.where(holdsWord(word))
  if (unit !== undefined) query = query.where('households.unit_id', '=', unit)
  if (place !== undefined) query = query.where('households.place', '=', place)
  if (result !== undefined) query = query.where('review.result', '=', result)
  if (state === 'none') return query.where('review.household_id', 'is', null)
  if (state === 'draft') return query.where('review.has_draft', '=', true)
  return state === 'submitted' ? query.where('review.decided_submission', 'is not', null) : query
}

/** The word as a part of a name or the place, or as a whole personal number. */
export const holdsWord = (word: string): Expression<SqlBool> =>
  /\d/.test(word)
    ? sql`(households.search_line like ${within(word)} or ${word} = any(households.search_numbers))`
    : sql`households.search_line like ${within(word)}`

/** The expressions rows are ordered by; where nothing else decides, place, name and id do. What is not known goes last either way. */
export function orderOf({ search = '' }: HouseholdFilter, { sort, results }: HouseholdOrder): Expression<unknown>[] {
  const rest = [sql`households.sort_place`, sql`households.sort_name`, sql`households.id`]
  if (sort === undefined) return searchWords(search).length > 0 ? [rankOf(search), ...rest] : rest
  const way = sort.descending ? sql`desc nulls last` : sql`asc nulls last`
  if (sort.by === 'name') return [sql`households.sort_name ${way}`, sql`households.id`]
  if (sort.by === 'place') return [sql`households.sort_place ${way}`, ...rest.slice(1)]
  return [sql`${columnOf(sort.by, results)} ${way}`, ...rest]
}

function columnOf(by: Exclude<HouseholdSort['by'], 'name' | 'place'>, results: ResultOrder): Expression<unknown> {
  if (by === 'members') return sql`households.member_count`
  if (by === 'date') return sql`review.newest_law_at`
  if (by === 'changed') return sql`review.changed_at`
  return sql`coalesce(array_position(${[...results]}::text[], review.result), case when review.result is not null then ${sql.lit(results.length + 1)} end)`
}

/** How well a household fits: words that begin words of the head's name, that stand within it, that begin words elsewhere, the rest. */
function rankOf(search: string): Expression<unknown> {
  const words = searchWords(search)
  const every = (holds: (word: string) => Expression<unknown>) => sql`(${sql.join(words.map(holds), sql` and `)})`
  const head = sql`' ' || split_part(households.search_text, ${'\n'}, 1)`
  return sql<number>`case
    when ${every((word) => sql`${head} like ${within(` ${word}`)}`)} then 0
    when ${every((word) => sql`${head} like ${within(word)}`)} then 1
    when ${every((word) => sql`households.search_line like ${within(` ${word}`)}`)} then 2
    else 3 end`
}
