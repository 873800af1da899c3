import { sql } from 'kysely'
import type { HouseholdInput } from '@tieuchi/runtime'
import type { HouseholdIdentity } from '../households/household-identity.ts'
import type { Tx } from '../plugins/database.ts'

export async function isSown(tx: Tx, name: string): Promise<boolean> {
  const row = await tx.selectFrom('seeds').select('name').where('name', '=', name).executeTakeFirst()
  return row !== undefined
}

export async function markSown(tx: Tx, name: string): Promise<void> {
  await tx.insertInto('seeds').values({ name }).execute()
}

export interface SyntheticHousehold extends HouseholdIdentity {
  readonly id: string
  readonly unit_id: string
  readonly answers: NonNullable<HouseholdInput['household']>
  readonly members: NonNullable<HouseholdInput['members']>
}

/** Inserts many households with what is known of them since ever, in three statements whatever their number. */
export async function insertSynthetic(tx: Tx, households: readonly SyntheticHousehold[], now: Date): Promise<void> {
  const rows = JSON.stringify(households)
  await sql`
    insert into households (id, unit_id, label, search_text, search_members, search_numbers, place, member_count, synthetic)
    select id, unit_id, label, search_text, search_members, search_numbers, place, member_count, true
    from jsonb_to_recordset(${rows}::jsonb)
      as r(id uuid, unit_id text, label text, search_text text, search_members text, search_numbers text[], place text, member_count integer)`.execute(tx)
  await sql`
    insert into household_spells (household_id, unit_id, answers, recorded_at)
    select id, unit_id, answers, ${now}
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, unit_id text, answers jsonb)`.execute(tx)
  await sql`
    insert into member_spells (household_id, unit_id, member_id, position, answers, recorded_at)
    select r.id, r.unit_id, m.answers ->> 'id', m.position - 1, m.answers, ${now}
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, unit_id text, members jsonb)
    cross join lateral jsonb_array_elements(r.members) with ordinality as m(answers, position)`.execute(tx)
}
