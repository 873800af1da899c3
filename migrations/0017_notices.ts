import { sql, type Kysely } from 'kysely'

/**
 * What people are told of while they do something else. Each sees their own and can say that they have seen it; only the program writes
 * them, for who tells may not reach those who are told.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table notices (
      id bigint generated always as identity primary key,
      person_id uuid not null references people on delete cascade,
      kind text not null,
      subject text not null,
      title jsonb not null,
      actor text,
      reason text,
      happened_at timestamptz not null,
      read_at timestamptz
    );
    create index notices_of_person on notices (person_id, id desc);
    create index notices_unread on notices (person_id) where read_at is null;

    grant select, update (read_at) on notices to app_user;

    alter table notices enable row level security;
    create policy notices_own on notices to app_user
      using (person_id = (select nullif(current_setting('app.person', true), '')::uuid));
  `.execute(db)
}
