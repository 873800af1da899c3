import { sql, type Kysely } from 'kysely'

/** Programmes, versions of what they share, releases and publications. Recorded once, never changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table programmes (
      id text primary key check (id ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
      document jsonb not null
    );

    create table common_versions (
      hash text primary key,
      number bigint generated always as identity unique,
      body text not null,
      recorded_at timestamptz not null default clock_timestamp(),
      constraint common_versions_hash check (hash = encode(sha256(convert_to(body, 'UTF8')), 'hex'))
    );

    create table releases (
      hash text primary key,
      programme text not null references programmes,
      scope text not null,
      body text not null,
      recorded_at timestamptz not null default clock_timestamp(),
      constraint releases_hash check (hash = encode(sha256(convert_to(body, 'UTF8')), 'hex'))
    );

    create table publications (
      id bigint generated always as identity primary key,
      programme text not null references programmes,
      scope text not null,
      release text references releases,
      valid_from date,
      valid_to date,
      recorded_at timestamptz not null default clock_timestamp(),
      reason text not null,
      published_by text not null,
      constraint publications_period check (valid_from <= valid_to)
    );
    create index publications_of_programme on publications (programme, scope);

    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
    end $$;

    create trigger common_versions_append_only before update or delete or truncate on common_versions
      for each statement execute function refuse_change();
    create trigger releases_append_only before update or delete or truncate on releases
      for each statement execute function refuse_change();
    create trigger publications_append_only before update or delete or truncate on publications
      for each statement execute function refuse_change();
  `.execute(db)
}
