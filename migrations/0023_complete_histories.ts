import { sql, type Kysely } from 'kysely'

/**
 * What was decided on a household before the first decision stored here is not known, unless somebody who took it over into the register
 * said that there was nothing more.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table households add column history_complete boolean not null default false`.execute(db)
}
