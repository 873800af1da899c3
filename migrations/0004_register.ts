import { sql, type Kysely } from 'kysely'

/**
 * The register: who a household is, and what was known of it and its members over time. A spell is replaced by marking it
 * superseded and recording others, so what was believed on an earlier day stays readable.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table households (
      id uuid primary key default gen_random_uuid(),
      unit_id text not null references units,
      label text not null,
      search_text text not null,
      search_members text not null default '',
      search_numbers text[] not null default '{}',
      place text,
      member_count integer not null check (member_count >= 0),
      synthetic boolean not null default false,
      created_at timestamptz not null default now()
    );
    create index households_of_unit on households (unit_id, place, search_text, id);

    create table household_spells (
      id bigint generated always as identity primary key,
      household_id uuid not null references households,
      unit_id text not null references units,
      answers jsonb not null,
      valid_from date,
      valid_to date,
      recorded_at timestamptz not null,
      superseded_at timestamptz,
      constraint household_spells_period check (valid_from <= valid_to)
    );
    create unique index household_spells_current on household_spells (household_id, valid_from) nulls not distinct
      where superseded_at is null;

    create table member_spells (
      id bigint generated always as identity primary key,
      household_id uuid not null references households,
      unit_id text not null references units,
      member_id text not null,
      position integer not null,
      answers jsonb not null,
      valid_from date,
      valid_to date,
      recorded_at timestamptz not null,
      superseded_at timestamptz,
      constraint member_spells_period check (valid_from <= valid_to)
    );
    create unique index member_spells_current on member_spells (household_id, member_id, valid_from) nulls not distinct
      where superseded_at is null;
  `.execute(db)
}
