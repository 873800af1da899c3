import type { Database } from '@tieuchi/server/plugins/database.ts'
import type { Tables } from '@tieuchi/server/plugins/database-tables.ts'
import type { Sql } from '@tieuchi/server/sql-plan/day-sql.ts'
import { sql, type Transaction } from 'kysely'

/** Communes that the households of a province are spread over. */
export const communes = 114

export const communeId = (number: number): string => `commune-${number}`

/** The first days of two reviews; each lasts so many days, on one of which a household is decided on. */
const reviews = ['2025-11-21', '2026-10-26'] as const
const daysOfReview = 20

/**
 * Spreads all households over the communes of a province and decides on each of them twice: three in a hundred poor, as many near-poor, one in
 * fifty of them otherwise at the second review, lacking these indicators or those. What triggers would find is written with it, for they look at
 * one row at a time.
 */
export const spreadAndDecide = async ({ db }: Database, indicators: readonly string[]): Promise<void> => {
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`insert into units (id, hash) select 'commune-' || n, '' from generate_series(0, ${communes - 1}) n`.execute(tx)
    await sql`
      insert into unit_spells (unit_id, position, code, name, kind, parent_id)
      select 'commune-' || n, 0, 'c' || n, 'Xã thử tải ' || n, 'commune', 'bench' from generate_series(0, ${communes - 1}) n`.execute(tx)
    await sql`
      insert into unit_attributes (unit_id, attribute, position, value)
      select 'commune-' || n, 'area_type', 0, case when n % 4 = 0 then '"urban"' else '"rural"' end::jsonb from generate_series(0, ${communes - 1}) n`.execute(tx)
    for (const [table, id] of [['households', 'id'], ['household_spells', 'household_id'], ['member_spells', 'household_id']] as const) {
      await sql`update ${sql.table(table)} set unit_id = 'commune-' || (abs(hashtext(${sql.ref(id)}::text)) % ${communes})`.execute(tx)
    }
    await sql`insert into programmes (id, document) values ('poverty', '{}')`.execute(tx)
    await sql`insert into people (login, name, unit_id, role) values ('bench', 'Bench', 'bench', 'officer')`.execute(tx)
    for (const [round, day] of reviews.entries()) await decideAll(tx, indicators, round, day)
    await sql`
      insert into recorded_histories
      select s.household_id, s.programme, h.known_from, lead(h.known_from) over (partition by s.household_id order by h.known_from), h.days, h.decided_on, h.outcomes, h.results
      from (select distinct household_id, programme from submissions) s cross join lateral histories_of(s.household_id, s.programme, '-infinity') h`.execute(tx)
  })
  await sql`vacuum (full) households, household_spells, member_spells`.execute(db)
  await sql`vacuum analyze`.execute(db)
}

const draw = (...of: readonly Sql[]): Sql => sql`abs(hashtext(${sql.join([sql`h.id::text`, ...of], sql` || `)}))`

const classIn = (round: Sql): Sql => sql`
  case when ${draw(sql`case when ${draw()} % 50 = 0 then ${round} else '' end`)} % 100 < 3 then 'poor' when ${draw()} % 100 < 6 then 'near_poor' else 'above_average' end`

const movement = sql`
  case when before = class or ${sql.lit(0)} = round then 'unchanged' when before = 'poor' then case class when 'near_poor' then 'escaped_to_near_poor' else 'escaped_poverty' end
    when class = 'poor' then 'new_poor' when before = 'near_poor' then 'escaped_near_poverty' else 'new_near_poor' end`

const decideAll = async (tx: Transaction<Tables>, indicators: readonly string[], round: number, first: string): Promise<void> => {
  await sql`
    with drawn as (
      select h.id, h.unit_id, gen_random_uuid() as submission, ${sql.lit(round)} as round, ${classIn(sql`'0'`)} as before, ${classIn(sql.lit(String(round)))} as class, ${first}::date + ${draw(sql`${String(round)}`, sql`'d'`)} % ${sql.lit(daysOfReview)} as day
      from households h
    ), lacking as (
      select h.*, (select coalesce(jsonb_agg(code), '[]') from unnest(${[...indicators]}::text[]) with ordinality i (code, place) where ${draw(sql`${String(round)}`, sql`place::text`)} % 1000 < case class when 'above_average' then 80 else 350 end) as indicators
      from drawn h
    ), person as (select id from people where login = 'bench'), submitted as (
      insert into submissions (id, household_id, unit_id, programme, form, label, law_at, facts_at, unit_at, rules, state, answers, created_at, created_by, updated_at, updated_by)
      select submission, d.id, unit_id, 'poverty', 'f', 'H', day, day, day, '{}', 'submitted', '{}', day, p.id, day, p.id from drawn d cross join person p returning id
    )
    insert into decisions (submission_id, unit_id, number, programme, law_at, facts_at, unit_at, input, rules, layers, semantics, hash, decided_at, decided_by, outcomes, recorded)
    select submission, unit_id, row_number() over () + ${round} * 1000000, 'poverty', day, day, day, '{}', '{}', '{}', 1, submission::text, day + interval '3 days', p.id, '[]',
      jsonb_build_object('national', jsonb_build_object('member_outcomes', '{}'::jsonb, 'outcomes', jsonb_build_array(
        jsonb_build_object('id', 'class', 'state', 'determined', 'value', class), jsonb_build_object('id', 'movement', 'state', 'determined', 'value', ${movement}),
        jsonb_build_object('id', 'deprived_indicators', 'state', 'determined', 'value', indicators), jsonb_build_object('id', 'agri_average', 'state', 'determined', 'value', false))))
    from lacking d cross join person p`.execute(tx)
}
