import { sql, type Kysely } from 'kysely'

/**
 * What the database keeps beside a decision, for less: each statement within a trigger costs more than what it does for one decision, so there are
 * fewer of them. Nothing that is kept is another.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await chain(db)
  await summarise(db)
  await keepHistories(db)
}

async function chain(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function end_of_chain(of_unit text, before text, after text) returns table (number bigint, previous_hash text, hash text) language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(hashtextextended('decisions of ' || of_unit, 0));
      select d.number, d.hash into number, previous_hash from decisions d where d.unit_id = of_unit order by d.number desc limit 1;
      number := coalesce(number, 0) + 1;
      hash := encode(sha256(convert_to(before || number || ',"previous_hash":' || coalesce('"' || previous_hash || '"', 'null') || after, 'UTF8')), 'hex');
      return next;
    end $$;
  `.execute(db)
}

/** In one statement what took one for each list of outcomes. */
async function summarise(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function summarise_decision() returns trigger language plpgsql as $$
    declare
      result jsonb;
    begin
      select
        (
          select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', o -> 'id', 'state', o -> 'state', 'value', o -> 'value', 'list', o -> 'list')) order by n), '[]')
          from jsonb_array_elements(coalesce(new.layers #> '{local,outcomes}', new.layers #> '{national,outcomes}')) with ordinality as x(o, n)
        ),
        (
          select coalesce(jsonb_object_agg(layer, jsonb_build_object(
            'outcomes', (
              select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', o -> 'id', 'state', o -> 'state', 'value', o -> 'value')) order by n), '[]')
              from jsonb_array_elements(judged -> 'outcomes') with ordinality as x(o, n)
            ),
            'member_outcomes', (
              select coalesce(jsonb_object_agg(member, (
                select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', o -> 'id', 'state', o -> 'state', 'value', o -> 'value')) order by n), '[]')
                from jsonb_array_elements(own) with ordinality as x(o, n)
              )), '{}')
              from jsonb_each(judged -> 'member_outcomes') as m(member, own)
            )
          )), '{}')
          from jsonb_each(new.layers) as l(layer, judged)
        )
        into new.outcomes, new.recorded;
      result := jsonb_path_query_first(new.outcomes, '$[*] ? (exists (@.list))');
      new.result := case when result ->> 'state' = 'determined' then result ->> 'value' else result ->> 'state' end;
      new.result_list := result ->> 'list';
      return new;
    end $$;
    drop function recorded_of(jsonb);
    drop function said_of(jsonb);
  `.execute(db)
}

/** One decision, the first of its programme on the household, needs none of what tells many apart. */
async function keepHistories(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function record_histories() returns trigger
    language plpgsql security definer set search_path = public, pg_temp set jit = off as $$
    declare
      one record;
    begin
      if (select count(*) from added) = 1 then
        select s.household_id, d.programme, d.decided_at, d.facts_at, d.recorded into one from added d join submissions s on s.id = d.submission_id;
        perform from households h where h.id = one.household_id for no key update;
        if not exists (select from recorded_histories r where r.household_id = one.household_id and r.programme = one.programme) then
          insert into recorded_histories
            select one.household_id, one.programme, one.decided_at, null, array[one.facts_at], array[(one.decided_at at time zone 'Asia/Ho_Chi_Minh')::date],
              coalesce(jsonb_object_agg(id, entries), '{}'), coalesce(jsonb_object_agg(id, listed.results), '{}')
            from (
              select outcome ->> 'id' as id,
                jsonb_agg(jsonb_build_array(layer.key, member, 1, null) order by layer.key, member) as entries,
                jsonb_agg(case when outcome ->> 'state' = 'determined' then outcome -> 'value' end order by layer.key, member) as results
              from jsonb_each(one.recorded) layer
              cross join lateral (
                select null as member, outcome from jsonb_array_elements(layer.value -> 'outcomes') outcome
                union all
                select of_member.key, outcome from jsonb_each(layer.value -> 'member_outcomes') of_member cross join lateral jsonb_array_elements(of_member.value) outcome
              ) said
              where outcome ->> 'state' <> 'not_applicable'
              group by outcome ->> 'id'
            ) listed;
          return null;
        end if;
      else
        perform from households h where h.id in (select s.household_id from added d join submissions s on s.id = d.submission_id) order by h.id for no key update;
      end if;
      with told as materialized (
        select s.household_id, d.programme, min(d.decided_at) as moment from added d join submissions s on s.id = d.submission_id group by s.household_id, d.programme
      ), removed as (
        delete from recorded_histories r using told t where r.household_id = t.household_id and r.programme = t.programme and r.known_from > t.moment
      )
      update recorded_histories r set known_to = t.moment from told t
        where r.household_id = t.household_id and r.programme = t.programme and r.known_from < t.moment and (r.known_to is null or r.known_to > t.moment);
      insert into recorded_histories
        select t.household_id, t.programme, h.known_from, lead(h.known_from) over (partition by t.household_id, t.programme order by h.known_from), h.days, h.decided_on, h.outcomes, h.results
        from (
          select s.household_id, d.programme, min(d.decided_at) as moment from added d join submissions s on s.id = d.submission_id group by s.household_id, d.programme
        ) t cross join lateral histories_of(t.household_id, t.programme, t.moment) h
      on conflict (household_id, programme, known_from) do update set known_to = excluded.known_to, days = excluded.days, decided_on = excluded.decided_on, outcomes = excluded.outcomes, results = excluded.results;
      return null;
    end $$;
  `.execute(db)
}
