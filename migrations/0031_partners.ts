import { sql, type Kysely } from 'kysely'

/**
 * Agencies that let their own programs decide: each has a key, of which only a hash is kept, and what it may ask for. Administrators see
 * those of their area; the key's hash and what is counted of its use only the program reads and writes. The trail says which partner
 * asked.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const inReach = sql`(unit_id = (select current_setting('app.unit', true)) or unit_id in (select unit_subtree(current_setting('app.unit', true))))`
  await sql`
    create table partners (
      id uuid primary key default gen_random_uuid(),
      name text not null,
      purpose text not null,
      unit_id text not null references units,
      programmes text[] not null check (cardinality(programmes) > 0),
      explanations boolean not null,
      requests_per_minute integer not null check (requests_per_minute > 0),
      households_per_day integer not null check (households_per_day > 0),
      valid_to date not null,
      key_start text not null,
      key_hash text not null unique,
      created_at timestamptz not null,
      created_by uuid not null references people,
      revoked_at timestamptz,
      revoked_by uuid references people
    );
    create index partners_of_unit on partners (unit_id);

    create table partner_uses (
      partner_id uuid primary key references partners on delete cascade,
      used_at timestamptz not null,
      minute timestamptz not null,
      requests integer not null,
      day date not null,
      households integer not null
    );

    alter table trail add column partner_id uuid references partners;

    grant insert, update (revoked_at, revoked_by) on partners to app_user;
    grant select (id, name, purpose, unit_id, programmes, explanations, requests_per_minute, households_per_day, valid_to, key_start, created_at, created_by, revoked_at, revoked_by) on partners to app_user;
    grant select on partner_uses to app_user;

    alter table partners enable row level security;
    create policy partners_in_reach on partners to app_user using ${inReach} with check ${inReach};
    alter table partner_uses enable row level security;
    create policy partner_uses_in_reach on partner_uses for select to app_user using (exists (select from partners p where p.id = partner_id));
  `.execute(db)
}
