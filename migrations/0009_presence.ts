import { sql, type Kysely } from 'kysely'

/**
 * Who has a submission or a draft open, and where they stand in it. Worth nothing after a crash, so it is not logged. Whoever may see
 * the submission or draft sees who is there.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create unlogged table presence (
      subject_id uuid not null,
      person_id uuid not null references people on delete cascade,
      place text,
      seen_at timestamptz not null,
      primary key (subject_id, person_id)
    );

    grant select, insert, update (place, seen_at) on presence to app_user;

    alter table presence enable row level security;
    create policy presence_in_reach on presence to app_user
      using (exists (select from submissions s where s.id = subject_id) or exists (select from drafts d where d.id = subject_id));
  `.execute(db)
}
