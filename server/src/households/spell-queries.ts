import type { Answers, Arrival, Departure, MemberAnswers } from '@tieuchi/runtime'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Tx } from '../plugins/database.ts'
import { prepared, writer } from '../plugins/database-prepared.ts'
import type { HouseholdIdentity } from './household-identity.ts'

export interface StoredSpell<T> {
  readonly id: number
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly answers: T
}

export interface NewSpell<T> {
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly answers: T
}

/** What only the spells of members say: their place among the members, how they came, and how they went. */
interface MemberSpellFacts {
  readonly position: number
  readonly began: Arrival['how'] | null
  readonly ended: Departure['how'] | null
}

export type StoredMemberSpell = StoredSpell<MemberAnswers> & MemberSpellFacts
export type NewMemberSpell = NewSpell<MemberAnswers> & MemberSpellFacts

/** Spells of a household that are not superseded. */
export interface StoredSpells {
  readonly household: readonly StoredSpell<Answers>[]
  /** In the order of the members' places. */
  readonly members: readonly StoredMemberSpell[]
}

export async function listSpells(tx: Tx, householdId: string): Promise<StoredSpells> {
  const [spells] = await currentSpells(tx, { householdId })
  return spells ?? { household: [], members: [] }
}

const currentSpells = prepared(['householdId'], ({ householdId }: { readonly householdId: string }) =>
  writer.selectNoFrom(({ selectFrom }) => [
    jsonArrayFrom(selectFrom('household_spells').select(['id', 'valid_from', 'valid_to', 'answers']).where('household_id', '=', householdId).where('superseded_at', 'is', null)).as('household'),
    jsonArrayFrom(
      selectFrom('member_spells').select(['id', 'valid_from', 'valid_to', 'answers', 'position', 'began', 'ended']).where('household_id', '=', householdId).where('superseded_at', 'is', null).orderBy('position'),
    ).as('members'),
  ]))

export async function supersedeHouseholdSpells(tx: Tx, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length > 0) await tx.updateTable('household_spells').set({ superseded_at: now }).where('id', 'in', [...ids]).execute()
}

export async function supersedeMemberSpells(tx: Tx, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length > 0) await tx.updateTable('member_spells').set({ superseded_at: now }).where('id', 'in', [...ids]).execute()
}

interface Owner {
  readonly household_id: string
  readonly unit_id: string
  readonly recorded_at: Date
}

/** Spells to record together. */
interface NewSpells {
  readonly household: readonly NewSpell<Answers>[]
  readonly members: readonly NewMemberSpell[]
}

/** What a household is called by what was sent for a day. */
interface IdentityAsOf extends HouseholdIdentity {
  readonly day: string
}

/** Records spells, and what the household is called, unless something sent before holds for a later day. */
export async function insertSpells(tx: Tx, owner: Owner, { household, members }: NewSpells, identity: IdentityAsOf): Promise<void> {
  const named = members.map((spell) => ({ ...spell, member_id: spell.answers.id }))
  await insertion(tx, { ...owner, ...identity, household: JSON.stringify(household), members: JSON.stringify(named) })
}

interface Recorded extends Owner, IdentityAsOf {
  readonly household: string
  readonly members: string
}

/**
 * One statement, the same for however many spells: they come as one document each. What a household is called is written only where it is
 * another, for that costs the derived columns and all indexes of lists.
 */
const insertion = prepared<Recorded, unknown>(
  ['household_id', 'unit_id', 'recorded_at', 'household', 'members', 'day', 'label', 'place', 'search_text', 'search_members', 'search_numbers', 'member_count'],
  ({ household_id, unit_id, recorded_at, household, members, day, label, place, search_text, search_members, search_numbers, member_count }) => sql`
  with called as (
    update households
    set label = ${label}, place = ${place}, search_text = ${search_text}, search_members = ${search_members}, search_numbers = ${search_numbers}::text[], member_count = ${member_count}
    where id = ${household_id}
      and (label, place, search_text, search_members, search_numbers, member_count)
        is distinct from (${label}, ${place}, ${search_text}, ${search_members}, ${search_numbers}::text[], ${member_count}::integer)
      and not exists (select from submissions s where s.household_id = households.id and s.state = 'submitted' and s.facts_at > ${day})
  ), recorded as (
    insert into household_spells (household_id, unit_id, recorded_at, valid_from, valid_to, answers)
    select ${household_id}, ${unit_id}, ${recorded_at}, valid_from, valid_to, answers
    from jsonb_to_recordset(${household}) as spell (valid_from date, valid_to date, answers jsonb)
  )
  insert into member_spells (household_id, unit_id, recorded_at, member_id, position, valid_from, valid_to, began, ended, answers)
  select ${household_id}, ${unit_id}, ${recorded_at}, member_id, position, valid_from, valid_to, began, ended, answers
  from jsonb_to_recordset(${members}) as spell (member_id text, position integer, valid_from date, valid_to date, began text, ended text, answers jsonb)`,
)
