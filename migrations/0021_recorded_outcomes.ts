import { sql, type Kysely } from 'kysely'

/**
 * Later decisions read what earlier ones came to: every outcome of the household and of each member, layer by layer, without the grounds,
 * which are most of a result. Found by the trigger that summarises a decision. A new decision is a change of its household, for columns
 * of the register hold what was decided on it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function said_of(outcomes jsonb) returns jsonb language sql immutable as $$
      select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', o -> 'id', 'state', o -> 'state', 'value', o -> 'value')) order by n), '[]')
      from jsonb_array_elements(outcomes) with ordinality as x(o, n)
    $$;
    create function recorded_of(layers jsonb) returns jsonb language sql immutable as $$
      select coalesce(jsonb_object_agg(layer, jsonb_build_object(
        'outcomes', said_of(result -> 'outcomes'),
        'member_outcomes', (select coalesce(jsonb_object_agg(member, said_of(own)), '{}') from jsonb_each(result -> 'member_outcomes') as m(member, own))
      )), '{}')
      from jsonb_each(layers) as l(layer, result)
    $$;

    alter table decisions add column recorded jsonb;
    alter table decisions disable trigger decisions_append_only;
    update decisions set recorded = recorded_of(layers);
    alter table decisions enable trigger decisions_append_only;
    alter table decisions alter column recorded set not null;

    create or replace function summarise_decision() returns trigger language plpgsql as $$
    declare
      result jsonb;
    begin
      select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', o -> 'id', 'state', o -> 'state', 'value', o -> 'value', 'list', o -> 'list')) order by n), '[]')
        into new.outcomes
        from jsonb_array_elements(coalesce(new.layers -> 'local', new.layers -> 'national') -> 'outcomes') with ordinality as x(o, n);
      result := jsonb_path_query_first(new.outcomes, '$[*] ? (exists (@.list))');
      new.result := case when result ->> 'state' = 'determined' then result ->> 'value' else result ->> 'state' end;
      new.result_list := result ->> 'list';
      new.recorded := recorded_of(new.layers);
      return new;
    end $$;

    create function note_decisions() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into household_changes (household_id)
        select distinct s.household_id from added d join submissions s on s.id = d.submission_id order by s.household_id on conflict do nothing;
      return null;
    end $$;
    create trigger decisions_noted after insert on decisions
      referencing new table as added for each statement execute function note_decisions();
  `.execute(db)
}
