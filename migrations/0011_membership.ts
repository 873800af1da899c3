import { sql, type Kysely } from 'kysely'

/** How a member came into a household and how they went from it, where that was said. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table member_spells
      add column began text check (began in ('born', 'joined')),
      add column ended text check (ended in ('left', 'died'));
  `.execute(db)
}
