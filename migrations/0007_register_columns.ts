import { sql, type Kysely } from 'kysely'

/**
 * What columns of the register live on. Each change of a household is noted with the transaction that made it, whoever made it:
 * reading again from the oldest transaction that was still open finds every change, in whatever order they were committed. Numbers of
 * transactions mean something within one register only, so it has an identity.
 * Batches over columns are checked in part by the interpreter; what was found is kept.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await noteChanges(db)
  await sql`
    create table batch_checks (
      id bigint generated always as identity primary key,
      run uuid not null,
      execution text not null,
      programme text not null,
      layer text not null,
      release text not null,
      semantics integer not null,
      law_at date not null,
      facts_at date not null,
      unit_at date not null,
      households integer not null,
      checked integer not null,
      differing integer not null,
      differences jsonb not null,
      checked_at timestamptz not null,
      constraint batch_checks_run unique (run, release, execution),
      constraint batch_checks_counts check (checked between 0 and households and differing between 0 and checked)
    );
    create trigger batch_checks_append_only before update or delete or truncate on batch_checks
      for each statement execute function refuse_change();
  `.execute(db)
}

/** A statement over many households notes all of them at once. */
async function noteChanges(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table register_identity (
      id uuid primary key default gen_random_uuid()
    );
    insert into register_identity default values;

    create table household_changes (
      txid xid8 not null default pg_current_xact_id(),
      household_id uuid not null,
      primary key (txid, household_id)
    );

    create function note_spells() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into household_changes (household_id) select distinct household_id from changed order by household_id on conflict do nothing;
      return null;
    end $$;

    create function note_household() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into household_changes (household_id) values (old.id) on conflict do nothing;
      return null;
    end $$;

    create trigger household_spells_insert_noted after insert on household_spells
      referencing new table as changed for each statement execute function note_spells();
    create trigger household_spells_update_noted after update on household_spells
      referencing new table as changed for each statement execute function note_spells();
    create trigger household_spells_delete_noted after delete on household_spells
      referencing old table as changed for each statement execute function note_spells();
    create trigger member_spells_insert_noted after insert on member_spells
      referencing new table as changed for each statement execute function note_spells();
    create trigger member_spells_update_noted after update on member_spells
      referencing new table as changed for each statement execute function note_spells();
    create trigger member_spells_delete_noted after delete on member_spells
      referencing old table as changed for each statement execute function note_spells();
    create trigger households_delete_noted after delete on households
      for each row execute function note_household();
  `.execute(db)
}
