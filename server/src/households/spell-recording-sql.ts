import type { Answers } from '@tieuchi/runtime'
import { sql, type RawBuilder } from 'kysely'
import type { HouseholdIdentity } from './household-identity.ts'
import type { NewMemberSpell, NewSpell } from './spell-queries.ts'

/** What is written into the register of a household together. */
export interface RegisterChange {
  readonly household_id: string
  readonly unit_id: string
  readonly recorded_at: Date
  /** Spells that no longer hold, as they were read. */
  readonly superseded: { readonly household: readonly number[]; readonly members: readonly number[] }
  readonly household: readonly NewSpell<Answers>[]
  readonly members: readonly NewMemberSpell[]
  /** What the household is called by what was sent, */
  readonly identity: HouseholdIdentity
  /** and for which day. */
  readonly day: string
}

/** A change of the register as values of a statement. */
export interface RegisterChangeValues extends HouseholdIdentity {
  readonly household_id: string
  readonly unit_id: string
  readonly recorded_at: Date
  readonly day: string
  readonly superseded_household: readonly number[]
  readonly superseded_members: readonly number[]
  readonly household: string
  readonly members: string
}

/** Spells go as one document each, so the statement is the same for however many there are. */
export const valuesOfChange = ({ superseded, household, members, identity, ...about }: RegisterChange): RegisterChangeValues => ({
  ...about,
  ...identity,
  superseded_household: superseded.household,
  superseded_members: superseded.members,
  household: JSON.stringify(household),
  members: JSON.stringify(members.map((spell) => ({ ...spell, member_id: spell.answers.id }))),
})

/** The names of the values, for a statement that is prepared. */
export const namesOfChange = [
  'household_id', 'unit_id', 'recorded_at', 'day', 'superseded_household', 'superseded_members', 'household', 'members',
  'label', 'place', 'search_text', 'search_members', 'search_numbers', 'member_count',
] as const satisfies readonly (keyof RegisterChangeValues)[]

/** Whether spells are to be ended at all. */
export const endsSpells = ({ superseded: { household, members } }: RegisterChange): boolean => household.length + members.length > 0

/** Stands for the parts that end spells where none are to be ended: even a change of no rows costs its triggers. */
export const endingNone = sql`unmoved as (select true as so)`

/** Parts of a statement that ends spells. What is called `unmoved` has a row where all of them still held, and none where somebody was faster. */
export const endingSpells = ({ household_id, recorded_at, superseded_household, superseded_members }: RegisterChangeValues): RawBuilder<unknown> => sql`
  ended_household as (
    update household_spells set superseded_at = ${recorded_at} where household_id = ${household_id} and id = any(${superseded_household}::bigint[]) and superseded_at is null returning id
  ), ended_members as (
    update member_spells set superseded_at = ${recorded_at} where household_id = ${household_id} and id = any(${superseded_members}::bigint[]) and superseded_at is null returning id
  ), unmoved as (
    select true as so
    where (select count(*) from ended_household) = cardinality(${superseded_household}::bigint[]) and (select count(*) from ended_members) = cardinality(${superseded_members}::bigint[])
  )`

/**
 * Parts of a statement that records spells, and what the household is called, where what is called `going` has a row. That name is written
 * only where it is another, for that costs the derived columns and all indexes of lists, and not where something sent before holds for a
 * later day. What is called `recorded` has a row once all is written. Nothing is read back of the new rows: that would ask for the right to see them.
 */
export const recordingSpells = ({ household_id, unit_id, recorded_at, day, household, members, ...identity }: RegisterChangeValues): RawBuilder<unknown> => sql`
  called as (
    select name_household(
      id, ${identity.label}, ${identity.place}, ${identity.search_text}, ${identity.search_members}, ${identity.search_numbers}::text[], ${identity.member_count}::integer, ${day}::date
    )
    from households
    where ${calledOtherwise(household_id, identity)} and exists (select from going)
  ), of_household as (
    insert into household_spells (household_id, unit_id, recorded_at, valid_from, valid_to, answers)
    select ${household_id}::uuid, ${unit_id}, ${recorded_at}::timestamptz, valid_from, valid_to, answers
    from going, jsonb_to_recordset(${household}) as spell (valid_from date, valid_to date, answers jsonb)
    returning true
  ), of_members as (
    insert into member_spells (household_id, unit_id, recorded_at, member_id, position, valid_from, valid_to, began, ended, answers)
    select ${household_id}::uuid, ${unit_id}, ${recorded_at}::timestamptz, member_id, position, valid_from, valid_to, began, ended, answers
    from going, jsonb_to_recordset(${members}) as spell (member_id text, position integer, valid_from date, valid_to date, began text, ended text, answers jsonb)
    returning true
  ), recorded as (
    select true as so from going
    where (select count(*) from (select from called union all select from of_household union all select from of_members) written) >= 0
  )`

/** Writes what a household is called where it is called otherwise; further conditions may follow. */
export const naming = (id: string, identity: HouseholdIdentity): RawBuilder<unknown> => sql`
  update households
  set label = ${identity.label}, place = ${identity.place}, search_text = ${identity.search_text}, search_members = ${identity.search_members},
    search_numbers = ${identity.search_numbers}::text[], member_count = ${identity.member_count}
  where ${calledOtherwise(id, identity)}`

const calledOtherwise = (id: string, { label, place, search_text, search_members, search_numbers, member_count }: HouseholdIdentity): RawBuilder<unknown> => sql`
  id = ${id}
    and (label, place, search_text, search_members, search_numbers, member_count)
      is distinct from (${label}, ${place}, ${search_text}, ${search_members}, ${search_numbers}::text[], ${member_count}::integer)`
