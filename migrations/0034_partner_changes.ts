import { sql, type Kysely } from 'kysely'

/** What a partner may ask for – area, programmes, explanations, limits, last day – can be changed by whoever looks after it; its name, purpose and key stay. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`grant update (unit_id, programmes, explanations, requests_per_minute, households_per_day, valid_to) on partners to app_user`.execute(db)
}
