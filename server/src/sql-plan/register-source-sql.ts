import type { Answers, DecisionsRead } from '@tieuchi/runtime'
import { sql } from 'kysely'
import type { Sql } from './day-sql.ts'
import type { PlanSource } from './plan-source.ts'

/** Which state of the register is looked at. */
export interface RegisterState {
  /** What holds on this day, */
  readonly day: string
  /** as it was known at this moment. */
  readonly known: Date
  /** Attributes of the units on the day, by unit. */
  readonly attributes: ReadonlyMap<string, Answers>
  /** Of what was decided, what the rules read. */
  readonly read: DecisionsRead
}

/** Spells that hold on the day as it was known then: what was recorded or corrected later plays no part. */
const holdingThen = (spells: Sql, { day, known }: RegisterState): Sql => sql`
  ${spells}.recorded_at <= ${known} and (${spells}.superseded_at is null or ${spells}.superseded_at > ${known})
  and (${spells}.valid_from is null or ${spells}.valid_from <= ${day}::date) and (${spells}.valid_to is null or ${spells}.valid_to >= ${day}::date)`

/** Decisions on the household `h` as they were known then; of several of a programme for one day the one made last alone. */
const standing = ({ known, read: { programmes } }: RegisterState): Sql => sql`
  select distinct on (d.programme, d.facts_at) d.programme, d.facts_at, d.decided_at, d.recorded
  from submissions s join decisions d on d.submission_id = s.id
  where s.household_id = h.id and d.decided_at <= ${known} and d.programme = any(${[...programmes]}::text[])
  order by d.programme, d.facts_at, d.decided_at desc`

/** Everything they say, of the household and of members, in each layer. */
const sayings = (state: RegisterState): Sql => sql`
  select d.programme, d.facts_at, d.decided_at, layer.key as layer, said.member, said.outcome
  from (${standing(state)}) d
  cross join lateral jsonb_each(d.recorded) layer
  cross join lateral (
    select null as member, outcome from jsonb_array_elements(layer.value->'outcomes') outcome
    union all
    select of_member.key, outcome from jsonb_each(layer.value->'member_outcomes') of_member cross join lateral jsonb_array_elements(of_member.value) outcome
  ) said`

/**
 * The households of the register with what was decided on them, as on a day and as known at a moment: the same as `readKnownHouseholds` and
 * `recordedHistory` tell of one of them. Each has its `unit_id` besides.
 */
export const registerSource = (state: RegisterState): PlanSource => {
  const { programmes, outcomes } = state.read
  const attributes = JSON.stringify(Object.fromEntries(state.attributes))
  const first = sql`select min(facts_at) as day from (${standing(state)}) d group by programme`
  // The history is complete from the day on from which every programme that is read has decided, or since ever; before one has, nothing is known.
  const since = sql`select case when count(*) = ${sql.lit(programmes.size)} then max(day) end as day from (${first}) f`
  return {
    households: sql`
      select h.id, h.unit_id, h.household, coalesce(${attributes}::jsonb->h.unit_id, '{}') as unit, true as complete,
        ${programmes.size === 0 ? sql`false as history_asked, null::date as history_from` : sql`since.day is not null as history_asked, case when not h.history_complete then since.day end as history_from`}
      from (select s.household_id as id, s.unit_id, s.answers as household, coalesce((select c.history_complete from households c where c.id = s.household_id), false) as history_complete
        from household_spells s where ${holdingThen(sql`s`, state)}) h
      ${programmes.size === 0 ? sql`` : sql`cross join lateral (${since}) since`}`,
    members: sql`select m.position as ord, m.member_id as id, m.answers from member_spells m where m.household_id = h.id and ${holdingThen(sql`m`, state)}`,
    history: sql`
      select programme, outcome->>'id' as outcome, layer, member, case when outcome->>'state' = 'determined' then outcome->'value' end as value, null::text as standard,
        facts_at as first_day, next_day - 1 as last_day, (decided_at at time zone 'Asia/Ho_Chi_Minh')::date as decided_on, 0 as place
      from (
        select said.*, min(facts_at) over (
          partition by programme, outcome->>'id', member order by facts_at range between '1 day'::interval following and unbounded following) as next_day
        from (${sayings(state)}) said
      ) told
      where outcome->>'state' <> 'not_applicable' and programme || '.' || (outcome->>'id') = any(${[...outcomes]}::text[])`,
  }
}
