import { sql, type Kysely } from 'kysely'

/**
 * What a change of rules does to the register: what was asked and found, the parts of the work, and whom to tell of. Figures are read by
 * whoever may read drafts, households by those whose area they live in; only the program writes what was found.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table impact_runs (
      id uuid primary key default gen_random_uuid(),
      question text not null,
      programme text not null,
      draft_id uuid references drafts,
      draft_version integer,
      before_hash text not null,
      after_hash text not null,
      after_logic text not null,
      common_hash text not null references common_versions (hash),
      reads jsonb not null,
      subject text not null,
      at date not null,
      near integer not null,
      area text not null references units,
      state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
      plan jsonb,
      flow jsonb,
      register jsonb,
      failure jsonb,
      created_by uuid not null references people,
      created_at timestamptz not null,
      finished_at timestamptz
    );
    create index impact_runs_of_draft on impact_runs (draft_id, created_at desc);
    create index impact_runs_of_programme on impact_runs (programme, created_at desc);
    create index impact_runs_unfinished on impact_runs (question) where state in ('waiting', 'running');

    create table impact_parts (
      run_id uuid not null references impact_runs on delete cascade,
      part integer not null,
      job_id uuid not null,
      units text[] not null,
      found jsonb,
      done_at timestamptz,
      done_by text,
      primary key (run_id, part)
    );

    -- Households of a unit with the same standing and the same reasons: of a whole register there are few such groups.
    create table impact_groups (
      run_id uuid not null,
      part integer not null,
      number integer not null,
      unit_id text not null references units,
      before text not null,
      after text not null,
      changed boolean not null,
      undetermined boolean not null,
      reasons jsonb not null,
      lines jsonb not null,
      households uuid[] not null,
      primary key (run_id, part, number),
      foreign key (run_id, part) references impact_parts on delete cascade
    );

    grant select, insert on impact_runs, impact_parts to app_user;
    grant select on impact_groups to app_user;

    alter table impact_runs enable row level security;
    create policy impact_runs_read on impact_runs for select to app_user using (true);
    create policy impact_runs_begin on impact_runs for insert to app_user
      with check (state = 'waiting' and area = (select current_setting('app.unit', true)) and created_by = (select nullif(current_setting('app.person', true), '')::uuid));
    alter table impact_parts enable row level security;
    create policy impact_parts_read on impact_parts for select to app_user using (true);
    create policy impact_parts_begin on impact_parts for insert to app_user
      with check (done_at is null and exists (select from impact_runs where id = run_id and state = 'waiting'));
    alter table impact_groups enable row level security;
    create policy impact_groups_reach on impact_groups for select to app_user
      using (unit_id = (select current_setting('app.unit', true)) or unit_id in (select unit_subtree(current_setting('app.unit', true))));
  `.execute(db)
}
