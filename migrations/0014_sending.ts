import { sql, type Kysely } from 'kysely'

/** What sending a submission costs the database: each of these was paid several times for one submission. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await summariseOnce(db)
  await reviewOnce(db)
  await holdChains(db)
  await noteRules(db)
}

/**
 * The outcomes of a decision are found once, by a trigger whose plan a session keeps; as generated columns they were found four times,
 * planned anew for each. Nobody else can set them: the trigger writes over what an insert says, and decisions are never changed.
 */
async function summariseOnce(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table decisions
      alter column outcomes drop expression,
      alter column result drop expression,
      alter column result_list drop expression;
    drop function result_of(jsonb);
    drop function outcomes_of(jsonb);

    create function summarise_decision() returns trigger language plpgsql as $$
    declare
      result jsonb;
    begin
      select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', o -> 'id', 'state', o -> 'state', 'value', o -> 'value', 'list', o -> 'list')) order by n), '[]')
        into new.outcomes
        from jsonb_array_elements(coalesce(new.layers -> 'local', new.layers -> 'national') -> 'outcomes') with ordinality as x(o, n);
      result := jsonb_path_query_first(new.outcomes, '$[*] ? (exists (@.list))');
      new.result := case when result ->> 'state' = 'determined' then result ->> 'value' else result ->> 'state' end;
      new.result_list := result ->> 'list';
      return new;
    end $$;
    create trigger decisions_summarised before insert on decisions
      for each row execute function summarise_decision();
  `.execute(db)
}

/** A draft that is sent is decided in the same transaction, and the decision brings the review up to date. */
async function reviewOnce(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop trigger submissions_reviewed on submissions;
    create trigger submissions_reviewed after insert or delete on submissions
      for each row execute function review_of_submission();
    create trigger submissions_change_reviewed after update on submissions
      for each row when (not (old.state = 'draft' and new.state = 'submitted')) execute function review_of_submission();
  `.execute(db)
}

/**
 * Waits until no other transaction adds to the decisions of a unit, holds them until this one ends, and tells the newest: in one
 * statement, for each statement of a function sees what was committed before it.
 */
async function holdChains(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function hold_decisions(of_unit text) returns table (number bigint, hash text) language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(hashtextextended('decisions of ' || of_unit, 0));
      return query select d.number, d.hash from decisions d where d.unit_id = of_unit order by d.number desc limit 1;
    end $$;
    revoke execute on function hold_decisions(text) from public;
    grant execute on function hold_decisions(text) to app_user;
  `.execute(db)
}

/**
 * One row that is another whenever a transaction has changed programmes, publications, what all share, or units: who has seen it knows
 * whether what it read of them before still holds. The version is random, so it means the same in any copy of the database.
 */
async function noteRules(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table rules_state (
      one boolean primary key default true check (one),
      version uuid not null default gen_random_uuid(),
      changed_by xid8 not null default pg_current_xact_id()
    );
    insert into rules_state default values;
    grant select on rules_state to app_user;

    create function note_rules() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update rules_state set version = gen_random_uuid(), changed_by = pg_current_xact_id() where changed_by <> pg_current_xact_id();
      return null;
    end $$;
    create trigger programmes_noted after insert or update or delete or truncate on programmes
      for each statement execute function note_rules();
    create trigger common_versions_noted after insert on common_versions
      for each statement execute function note_rules();
    create trigger publications_noted after insert on publications
      for each statement execute function note_rules();
    create trigger units_noted after insert or update or delete or truncate on units
      for each statement execute function note_rules();
    create trigger unit_spells_noted after insert or update or delete or truncate on unit_spells
      for each statement execute function note_rules();
    create trigger unit_attributes_noted after insert or update or delete or truncate on unit_attributes
      for each statement execute function note_rules();
  `.execute(db)
}
