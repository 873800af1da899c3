import { sql, type Kysely } from 'kysely'

/** What officers enter, and what was decided on it. Decisions of a unit form a chain of hashes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table submissions (
      id uuid primary key default gen_random_uuid(),
      household_id uuid not null references households,
      unit_id text not null references units,
      programme text not null references programmes,
      form text not null,
      label text not null,
      law_at date not null,
      facts_at date not null,
      unit_at date not null,
      rules jsonb not null,
      state text not null default 'draft' check (state in ('draft', 'submitted')),
      version integer not null default 1,
      answers jsonb not null,
      reasons jsonb not null default '{}',
      created_at timestamptz not null,
      created_by uuid not null references people,
      updated_at timestamptz not null,
      updated_by uuid not null references people
    );
    create index submissions_of_household on submissions (household_id, programme, created_at desc);
    create unique index submissions_one_draft on submissions (household_id, programme, law_at) where state = 'draft';

    create table decisions (
      id uuid primary key default gen_random_uuid(),
      submission_id uuid not null unique references submissions,
      unit_id text not null references units,
      number bigint not null,
      programme text not null references programmes,
      law_at date not null,
      facts_at date not null,
      unit_at date not null,
      input jsonb not null,
      rules jsonb not null,
      layers jsonb not null,
      semantics integer not null,
      previous_hash text,
      hash text not null unique,
      decided_at timestamptz not null,
      decided_by uuid not null references people,
      unique (unit_id, number)
    );

    create trigger decisions_append_only before update or delete or truncate on decisions
      for each statement execute function refuse_change();
  `.execute(db)
}
