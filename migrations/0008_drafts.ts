import { sql, type Kysely } from 'kysely'

/**
 * Releases being written, with every version ever saved, what happened to them, comments and acknowledgements; and the
 * trail of who changed what. Versions, events, acknowledgements and the trail are never changed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createDrafts(db)
  await createTrail(db)
  await extendPeople(db)
  await grant(db)
}

async function createDrafts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table drafts (
      id uuid primary key default gen_random_uuid(),
      programme text not null check (programme ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
      scope text not null,
      base text references releases,
      state text not null default 'draft' check (state in ('draft', 'in_review', 'approved', 'published', 'discarded')),
      version integer not null default 1,
      document text not null,
      created_at timestamptz not null,
      created_by uuid not null references people,
      updated_at timestamptz not null,
      updated_by uuid not null references people
    );
    create index drafts_of_programme on drafts (programme, scope, state);

    create table draft_versions (
      draft_id uuid not null references drafts,
      version integer not null,
      document text not null,
      saved_at timestamptz not null,
      saved_by uuid not null references people,
      restored_from integer,
      primary key (draft_id, version)
    );

    create table draft_events (
      id bigint generated always as identity primary key,
      draft_id uuid not null references drafts,
      kind text not null check (kind in ('created', 'sent', 'returned', 'recalled', 'approved', 'approval_voided', 'published', 'discarded')),
      version integer not null,
      document_hash text not null,
      reason text,
      happened_at timestamptz not null,
      person_id uuid not null references people
    );
    create index events_of_draft on draft_events (draft_id, id);

    create table draft_comments (
      id uuid primary key default gen_random_uuid(),
      number bigint generated always as identity unique,
      draft_id uuid not null references drafts,
      change text not null,
      sentence jsonb not null,
      answers uuid references draft_comments,
      body text not null check (length(body) between 1 and 4000),
      written_at timestamptz not null,
      written_by uuid not null references people,
      resolved_at timestamptz,
      resolved_by uuid references people
    );
    create index comments_of_draft on draft_comments (draft_id, number);

    create table draft_acknowledgements (
      id bigint generated always as identity primary key,
      draft_id uuid not null references drafts,
      item text not null,
      subject text not null,
      content_hash text not null,
      acknowledged_at timestamptz not null,
      acknowledged_by uuid not null references people
    );
    create unique index acknowledgements_once on draft_acknowledgements (draft_id, item, subject, content_hash);

    create trigger draft_versions_append_only before update or delete or truncate on draft_versions
      for each statement execute function refuse_change();
    create trigger draft_events_append_only before update or delete or truncate on draft_events
      for each statement execute function refuse_change();
    create trigger draft_acknowledgements_append_only before update or delete or truncate on draft_acknowledgements
      for each statement execute function refuse_change();
  `.execute(db)
}

async function createTrail(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table trail (
      id bigint generated always as identity primary key,
      happened_at timestamptz not null,
      person_id uuid references people,
      unit_id text references units,
      action text not null,
      subject text not null,
      old jsonb,
      new jsonb
    );
    create index trail_by_subject on trail (subject, id);
    create trigger trail_append_only before update or delete or truncate on trail
      for each statement execute function refuse_change();
  `.execute(db)
}

/** Author and approver are roles of their own, so that one account cannot be both; a disabled account cannot sign in. */
async function extendPeople(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table people drop constraint people_role_check;
    alter table people add constraint people_role_check check (role in ('officer', 'viewer', 'administrator', 'author', 'approver', 'auditor'));
    alter table people add column disabled_at timestamptz;
  `.execute(db)
}

async function grant(db: Kysely<unknown>): Promise<void> {
  await sql`
    grant select, insert on draft_versions, draft_events, draft_acknowledgements, trail to app_user;
    grant select, insert, update (state, version, document, updated_at, updated_by) on drafts to app_user;
    grant select, insert, update (resolved_at, resolved_by) on draft_comments to app_user;

    alter table drafts enable row level security;
    alter table draft_versions enable row level security;
    alter table draft_events enable row level security;
    alter table draft_comments enable row level security;
    alter table draft_acknowledgements enable row level security;
    alter table trail enable row level security;

    create policy drafts_in_reach on drafts to app_user
      using (scope = 'national' or substr(scope, 6) in (select unit_subtree(current_setting('app.unit', true))));
    create policy draft_versions_in_reach on draft_versions to app_user using (exists (select from drafts d where d.id = draft_id));
    create policy draft_events_in_reach on draft_events to app_user using (exists (select from drafts d where d.id = draft_id));
    create policy draft_comments_in_reach on draft_comments to app_user using (exists (select from drafts d where d.id = draft_id));
    create policy draft_acknowledgements_in_reach on draft_acknowledgements to app_user using (exists (select from drafts d where d.id = draft_id));
    create policy trail_in_reach on trail for select to app_user
      using (unit_id is null or unit_id in (select unit_subtree(current_setting('app.unit', true))));
    create policy trail_insert on trail for insert to app_user with check (true);
  `.execute(db)
}
