import type { Answers, DecisionsRead } from '@tieuchi/runtime'
import { sql } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import type { Sql } from './day-sql.ts'
import type { PlanSource } from './plan-source.ts'

/** Which state of the register is looked at. */
export interface RegisterState {
  /** What holds on this day, */
  readonly day: string
  /** as it was known at this moment; as it is known now unless said. */
  readonly known?: Date | undefined
  /** Attributes of the units on the day, by unit. */
  readonly attributes: ReadonlyMap<string, Answers>
  /** Households of these units alone; of all unless said. */
  readonly units?: readonly string[]
  /** Of what was decided, what the rules read. */
  readonly read: DecisionsRead
}

/** Spells that hold on the day as it was known then: what was recorded or corrected later plays no part. */
export const holdingThen = (spells: Sql, { day, known }: Pick<RegisterState, 'day' | 'known'>): Sql => sql`
  ${known ? sql`${spells}.recorded_at <= ${known} and (${spells}.superseded_at is null or ${spells}.superseded_at > ${known})` : sql`${spells}.superseded_at is null`}
  and (${spells}.valid_from is null or ${spells}.valid_from <= ${day}::date) and (${spells}.valid_to is null or ${spells}.valid_to >= ${day}::date)`

const ofUnits = ({ units }: RegisterState): Sql => (units ? sql` and s.unit_id = any(${[...units]}::text[])` : sql``)

/** Decisions on the households found as they were known then; of several of a programme for one day the one made last alone. */
const standing = ({ known, read: { programmes } }: RegisterState, found: Sql): Sql => sql`
  select distinct on (f.id, d.programme, d.facts_at) f.id as household_id, d.programme, d.facts_at, d.decided_at, d.recorded
  from ${found} f join submissions p on p.household_id = f.id join decisions d on d.submission_id = p.id
  where ${known ? sql`d.decided_at <= ${known} and ` : sql``}d.programme = any(${[...programmes]}::text[])
  order by f.id, d.programme, d.facts_at, d.decided_at desc`

/** Everything the decisions `standing` say, of the household and of members, in each layer. */
const sayings = sql`
  select d.household_id, d.programme, d.facts_at, d.decided_at, layer.key as layer, said.member, said.outcome
  from standing d
  cross join lateral jsonb_each(d.recorded) layer
  cross join lateral (
    select null as member, outcome from jsonb_array_elements(layer.value->'outcomes') outcome
    union all
    select of_member.key, outcome from jsonb_each(layer.value->'member_outcomes') of_member cross join lateral jsonb_array_elements(of_member.value) outcome
  ) said`

/** Each outcome that is read, from the day of its decision until the next that says something of it. */
const told = ({ read: { outcomes } }: RegisterState): Sql => sql`
  select household_id, programme, outcome->>'id' as outcome, layer, member, case when outcome->>'state' = 'determined' then outcome->'value' end as value,
    facts_at as first_day, next_day - 1 as last_day, (decided_at at time zone 'Asia/Ho_Chi_Minh')::date as decided_on
  from (
    select said.*, min(facts_at) over (
      partition by household_id, programme, outcome->>'id', member order by facts_at range between '1 day'::interval following and unbounded following) as next_day
    from (${sayings}) said
    where programme || '.' || (outcome->>'id') = any(${[...outcomes]}::text[])
  ) following
  where outcome->>'state' <> 'not_applicable'`

/**
 * What was decided on each household found: a list of its entries, and the day from which on it is complete, where it is not since ever. That is
 * when every programme that is read has decided; before one has, nothing is known.
 */
const past = (state: RegisterState, found: Sql): Sql => sql`
  with standing as materialized (${standing(state, found)})
  select c.household_id as id, c.since, e.entries
  from (
    select household_id, case when count(*) = ${sql.lit(state.read.programmes.size)} then max(day) end as since
    from (select household_id, min(facts_at) as day from standing group by household_id, programme) f group by household_id
  ) c
  left join (select t.household_id, jsonb_agg(to_jsonb(t) - 'household_id') as entries from (${told(state)}) t group by t.household_id) e on e.household_id = c.household_id`

const nobodyAsked = sql`false as history_asked, null::date as history_from, null::jsonb as entries`

/** Tables of a transaction; the database knows how many rows they have, which it cannot guess of what they are made of. */
async function keep(tx: Tx, name: Sql, select: Sql): Promise<void> {
  await sql`create temp table ${name} on commit drop as ${select}`.execute(tx)
  await sql`create index on ${name} (id)`.execute(tx)
  await sql`analyze ${name}`.execute(tx)
}

let made = 0

/**
 * The households of the register with what was decided on them, as on a day and as known at a moment: the same as `readKnownHouseholds` and
 * `recordedHistory` tell of one of them. Each has its `unit_id` besides. Which they are, and what was decided on them, is found for all of them at
 * once, and stays as it is while the transaction lasts.
 */
export async function findRegister(tx: Tx, state: RegisterState): Promise<PlanSource> {
  made += 1
  const [found, decided] = ['found', 'decided'].map((name) => sql`pg_temp.${sql.ref(`register_${name}_${made}`)}`) as [Sql, Sql]
  const reads = state.read.programmes.size > 0
  const attributes = JSON.stringify(Object.fromEntries(state.attributes))
  await keep(tx, found, sql`
    select s.household_id as id, s.id as spell, s.unit_id, coalesce(h.history_complete, false) as history_complete
    from household_spells s left join households h on h.id = s.household_id where ${holdingThen(sql`s`, state)}${ofUnits(state)}`)
  if (reads) await keep(tx, decided, past(state, found))
  return {
    households: sql`
      select f.id, f.unit_id, s.answers as household, coalesce(${attributes}::jsonb->f.unit_id, '{}') as unit, true as complete,
        ${reads ? sql`p.since is not null as history_asked, case when not f.history_complete then p.since end as history_from, p.entries` : nobodyAsked}
      from ${found} f join household_spells s on s.id = f.spell
      ${reads ? sql`left join ${decided} p on p.id = f.id` : sql``}`,
    members: sql`select m.position as ord, m.member_id as id, m.answers from member_spells m where m.household_id = h.id and ${holdingThen(sql`m`, state)}`,
    history: sql`
      select t.programme, t.outcome, t.layer, t.member, t.value, null::text as standard, t.first_day, t.last_day, t.decided_on, 0 as place
      from jsonb_to_recordset(h.entries) t (programme text, outcome text, layer text, member text, value jsonb, first_day date, last_day date, decided_on date)`,
  }
}
