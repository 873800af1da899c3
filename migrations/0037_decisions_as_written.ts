import { sql, type Kysely } from 'kysely'

/**
 * Input and results of a decision lie there as the text that was hashed: to take ten thousand characters apart, which are only ever read as a
 * whole, cost more than to write them. What is kept beside a decision for lists and later decisions comes with it, from the results it is made
 * of anyway; where it does not, the database tells it as before.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await keepText(db)
  await summariseWhatBringsNone(db)
}

async function keepText(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table decisions
      alter column input type json using input::text::json,
      alter column layers type json using layers::text::json
  `.execute(db)
}

/** As before, but as a question of its own: whoever doubts what is kept asks it of the results. */
async function summariseWhatBringsNone(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function decision_summary(of_layers jsonb) returns table (outcomes jsonb, recorded jsonb, result text, result_list text) language plpgsql immutable as $$
    declare
      listed jsonb;
    begin
      select
        to_jsonb(array(
          select jsonb_strip_nulls(jsonb_build_object('id', o -> 'id', 'state', o -> 'state', 'value', o -> 'value', 'list', o -> 'list'))
          from (select jsonb_array_elements(coalesce(of_layers #> '{local,outcomes}', of_layers #> '{national,outcomes}')) as o) x
        )),
        (
          select coalesce(jsonb_object_agg(layer, jsonb_build_object(
            'outcomes', to_jsonb(array(
              select jsonb_strip_nulls(jsonb_build_object('id', o -> 'id', 'state', o -> 'state', 'value', o -> 'value'))
              from (select jsonb_array_elements(judged -> 'outcomes') as o) x
            )),
            'member_outcomes', (
              select coalesce(jsonb_object_agg(member, to_jsonb(array(
                select jsonb_strip_nulls(jsonb_build_object('id', o -> 'id', 'state', o -> 'state', 'value', o -> 'value'))
                from (select jsonb_array_elements(own) as o) x
              ))), '{}')
              from jsonb_each(judged -> 'member_outcomes') as m(member, own)
            )
          )), '{}')
          from jsonb_each(of_layers) as l(layer, judged)
        )
        into decision_summary.outcomes, decision_summary.recorded;
      listed := jsonb_path_query_first(decision_summary.outcomes, '$[*] ? (exists (@.list))');
      result := case when listed ->> 'state' = 'determined' then listed ->> 'value' else listed ->> 'state' end;
      result_list := listed ->> 'list';
      return next;
    end $$;
    revoke execute on function decision_summary(jsonb) from public;
    grant execute on function decision_summary(jsonb) to app_user;

    create or replace function summarise_decision() returns trigger language plpgsql as $$
    begin
      select told.outcomes, told.recorded, told.result, told.result_list
        into new.outcomes, new.recorded, new.result, new.result_list from decision_summary(new.layers::jsonb) told;
      return new;
    end $$;

    drop trigger decisions_summarised on decisions;
    create trigger decisions_summarised before insert on decisions for each row when (new.recorded is null) execute function summarise_decision();
  `.execute(db)
}
