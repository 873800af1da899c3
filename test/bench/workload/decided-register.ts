import type { Database } from '@tieuchi/server/plugins/database.ts'
import { sql } from 'kysely'

/** Communes that the households of a province are spread over. */
export const communes = 114

export const communeId = (number: number): string => `commune-${number}`

/** The days of two reviews, on each of which every household was decided on. */
const reviews = ['2025-12-05', '2026-11-10'] as const

/**
 * Spreads all households over the communes of a province and decides on each of them twice: three in a hundred poor, as many near-poor, one in
 * fifty of them otherwise at the second review. What triggers would find is written with it, for they look at one row at a time.
 */
export const spreadAndDecide = async ({ db }: Database): Promise<void> => {
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
    for (const [round, day] of reviews.entries()) await decideAll(tx, round, day)
  })
  await sql`vacuum analyze`.execute(db)
}

const decideAll = async (tx: Parameters<Parameters<ReturnType<Database['db']['transaction']>['execute']>[0]>[0], round: number, day: string): Promise<void> => {
  const said = sql`
    case when abs(hashtext(h.id::text || case when abs(hashtext(h.id::text)) % 50 = 0 then ${String(round)} else '' end)) % 100 < 3 then 'poor'
      when abs(hashtext(h.id::text)) % 100 < 6 then 'near_poor' else 'above_average' end`
  await sql`
    with drawn as (select h.id, h.unit_id, gen_random_uuid() as submission, ${said} as class from households h), person as (select id from people where login = 'bench'),
    submitted as (
      insert into submissions (id, household_id, unit_id, programme, form, label, law_at, facts_at, unit_at, rules, state, answers, created_at, created_by, updated_at, updated_by)
      select submission, d.id, unit_id, 'poverty', 'f', 'H', ${day}, ${day}, ${day}, '{}', 'submitted', '{}', ${day}, p.id, ${day}, p.id from drawn d cross join person p returning id
    )
    insert into decisions (submission_id, unit_id, number, programme, law_at, facts_at, unit_at, input, rules, layers, semantics, hash, decided_at, decided_by, outcomes, recorded)
    select submission, unit_id, row_number() over () + ${round} * 1000000, 'poverty', ${day}::date, ${day}::date, ${day}::date, '{}', '{}', '{}', 1, submission::text, ${day}::timestamptz, p.id, '[]',
      jsonb_build_object('national', jsonb_build_object('member_outcomes', '{}'::jsonb, 'outcomes', jsonb_build_array(
        jsonb_build_object('id', 'class', 'state', 'determined', 'value', class), jsonb_build_object('id', 'movement', 'state', 'determined', 'value', 'unchanged'),
        jsonb_build_object('id', 'deprived_indicators', 'state', 'determined', 'value', '["water", "toilet"]'::jsonb), jsonb_build_object('id', 'agri_average', 'state', 'determined', 'value', false))))
    from drawn d cross join person p`.execute(tx)
}
