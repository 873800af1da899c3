import { sql, type Kysely } from 'kysely'

/** Accounts and their sessions. Of passwords and tokens only hashes are kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table people (
      id uuid primary key default gen_random_uuid(),
      login text not null unique check (login = lower(login)),
      name text not null,
      unit_id text not null references units,
      role text not null check (role in ('officer', 'viewer', 'administrator')),
      demo boolean not null default false,
      password_hash text,
      setup_token_hash text unique,
      setup_expires_at timestamptz,
      created_at timestamptz not null default now()
    );

    create table sessions (
      token_hash text primary key,
      person_id uuid not null references people on delete cascade,
      created_at timestamptz not null,
      expires_at timestamptz not null
    );
    create index sessions_of_person on sessions (person_id);
    create index sessions_by_expiry on sessions (expires_at);

    create table seeds (
      name text primary key,
      sown_at timestamptz not null default now()
    );
  `.execute(db)
}
