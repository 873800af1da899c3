import { sql, type Kysely } from 'kysely'

/**
 * Columns of the register that are saved outside the database carry a mark of it. A database without that mark has not been through
 * what they hold: an older copy of it was restored, or it lost its last transactions with the power. Numbers of transactions are then
 * given out again and say nothing of it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table register_marks (
      id uuid primary key default gen_random_uuid(),
      made_at timestamptz not null default now()
    );
  `.execute(db)
}
