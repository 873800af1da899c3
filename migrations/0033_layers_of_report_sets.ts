import { sql, type Kysely } from 'kysely'

/** Whether a set of reports is of what was decided by local rules, and which of these were in force beside the national ones when it was begun. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table report_sets add column layer text constraint report_sets_layer_check check (layer = 'local');
    alter table report_sets add column local jsonb not null default '[]';
  `.execute(db)
}
