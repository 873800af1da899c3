import { sql } from 'kysely'
import type { HouseholdInput } from '@tieuchi/runtime'
import type { HouseholdIdentity } from '../households/household-identity.ts'
import type { Tx } from '../plugins/database.ts'
import type { HouseholdPast } from './register-past.ts'
import { spellsOf } from './spell-timeline.ts'

export async function isSown(tx: Tx, name: string): Promise<boolean> {
  const row = await tx.selectFrom('seeds').select('name').where('name', '=', name).executeTakeFirst()
  return row !== undefined
}

export async function markSown(tx: Tx, name: string): Promise<void> {
  await tx.insertInto('seeds').values({ name }).onConflict((conflict) => conflict.doNothing()).execute()
}

interface SyntheticIdentity extends HouseholdIdentity {
  readonly id: string
  readonly unit_id: string
}

/** A made-up household of which the same was known ever since. */
export interface SyntheticHousehold extends SyntheticIdentity {
  readonly answers: NonNullable<HouseholdInput['household']>
  readonly members: NonNullable<HouseholdInput['members']>
}

/** A made-up household with spells that tell what came before today. */
export interface HouseholdWithPast extends SyntheticIdentity, Pick<HouseholdPast, 'household' | 'members'> {
  /** Whether nothing was decided on it before what will be stored. */
  readonly history_complete: boolean
}

/** Inserts many households with what is known of them since ever. */
export const insertSynthetic = (tx: Tx, households: readonly SyntheticHousehold[], known: Date): Promise<void> =>
  insertWithPast(tx, households.map(({ answers, members, ...identity }) => {
    const spells = <Value>(value: Value) => spellsOf([{ known, unit_id: identity.unit_id, value }])
    const present = members.flatMap((member, position) => spells(member).map((spell) => ({ ...spell, position, began: null, ended: null })))
    return { ...identity, household: spells(answers), members: present, history_complete: false }
  }))

/** Inserts many households with what is known of them, in three statements whatever their number. */
export async function insertWithPast(tx: Tx, households: readonly HouseholdWithPast[]): Promise<void> {
  if (households.length === 0) return
  const rows = JSON.stringify(households)
  await sql`
    insert into households (id, unit_id, label, search_text, search_members, search_numbers, place, member_count, synthetic, history_complete)
    select id, unit_id, label, search_text, search_members, search_numbers, place, member_count, true, history_complete
    from jsonb_to_recordset(${rows}::jsonb)
      as r(id uuid, unit_id text, label text, search_text text, search_members text, search_numbers text[], place text, member_count integer, history_complete boolean)`.execute(tx)
  await sql`
    insert into household_spells (household_id, unit_id, answers, valid_from, valid_to, recorded_at, superseded_at)
    select r.id, s.unit_id, s.value, s.valid_from, s.valid_to, s.recorded_at, s.superseded_at
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, household jsonb)
    cross join lateral jsonb_to_recordset(r.household)
      as s(unit_id text, value jsonb, valid_from date, valid_to date, recorded_at timestamptz, superseded_at timestamptz)`.execute(tx)
  await sql`
    insert into member_spells (household_id, unit_id, member_id, position, answers, valid_from, valid_to, began, ended, recorded_at, superseded_at)
    select r.id, m.unit_id, m.value ->> 'id', m.position, m.value, m.valid_from, m.valid_to, m.began, m.ended, m.recorded_at, m.superseded_at
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, members jsonb)
    cross join lateral jsonb_to_recordset(r.members)
      as m(unit_id text, value jsonb, position integer, valid_from date, valid_to date, began text, ended text, recorded_at timestamptz, superseded_at timestamptz)`.execute(tx)
}
