import { sql, type Kysely } from 'kysely'

/**
 * All reports of a unit and period made to be taken away at once. Whoever asked sees them, as long as the unit lies in their area; only the
 * program writes what was made. Each file stands alone, so that work that was cut short goes on behind the last one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table report_sets (
      id uuid primary key default gen_random_uuid(),
      programme text not null,
      release_hash text not null,
      unit_id text not null references units,
      period text not null,
      period_from date not null,
      period_to date not null,
      known text not null,
      language text not null,
      reports text[] not null,
      job_id uuid not null,
      state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
      failure jsonb,
      created_by uuid not null references people on delete cascade,
      created_at timestamptz not null,
      begun_at timestamptz,
      finished_at timestamptz
    );
    create index report_sets_of_person on report_sets (created_by, created_at desc);

    create table report_set_files (
      set_id uuid not null references report_sets on delete cascade,
      number integer not null,
      name text not null,
      content bytea not null,
      primary key (set_id, name)
    );
    alter table report_set_files alter column content set storage external;

    grant select, insert on report_sets to app_user;
    grant select on report_set_files to app_user;

    alter table report_sets enable row level security;
    create policy report_sets_read on report_sets for select to app_user
      using (created_by = (select nullif(current_setting('app.person', true), '')::uuid)
        and (unit_id = (select current_setting('app.unit', true)) or unit_id in (select unit_subtree(current_setting('app.unit', true)))));
    create policy report_sets_begin on report_sets for insert to app_user
      with check (state = 'waiting' and created_by = (select nullif(current_setting('app.person', true), '')::uuid)
        and (unit_id = (select current_setting('app.unit', true)) or unit_id in (select unit_subtree(current_setting('app.unit', true)))));
    alter table report_set_files enable row level security;
    create policy report_set_files_read on report_set_files for select to app_user
      using (exists (select from report_sets s where s.id = set_id));
  `.execute(db)
}
