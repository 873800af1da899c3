import { sql, type Kysely } from 'kysely'

/**
 * A submission is sent with the end of its transaction: what must not be kept fails instead of doing nothing. What is kept beside decisions –
 * which households changed, their summaries, their histories – one trigger keeps instead of three, which each had to find the household;
 * and of the only submission of a household the summary is known without looking for others. Nothing that is kept is another.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await refuse(db)
  await summarise(db)
  await keepBesideDecisions(db)
}

async function refuse(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function demand_unmoved(so boolean) returns boolean language plpgsql as $$
    begin
      if so is not true then
        raise exception 'draft or register are no longer as they were read' using errcode = 'TC001';
      end if;
      return true;
    end $$;
    revoke execute on function demand_unmoved(boolean) from public;
    grant execute on function demand_unmoved(boolean) to app_user;
  `.execute(db)
}

/** As before, but without sorting what comes in order: an array is in the order of its query. */
async function summarise(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function summarise_decision() returns trigger language plpgsql as $$
    declare
      result jsonb;
    begin
      select
        to_jsonb(array(
          select jsonb_strip_nulls(jsonb_build_object('id', o -> 'id', 'state', o -> 'state', 'value', o -> 'value', 'list', o -> 'list'))
          from (select jsonb_array_elements(coalesce(new.layers #> '{local,outcomes}', new.layers #> '{national,outcomes}')) as o) x
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
          from jsonb_each(new.layers) as l(layer, judged)
        )
        into new.outcomes, new.recorded;
      result := jsonb_path_query_first(new.outcomes, '$[*] ? (exists (@.list))');
      new.result := case when result ->> 'state' = 'determined' then result ->> 'value' else result ->> 'state' end;
      new.result_list := result ->> 'list';
      return new;
    end $$;
  `.execute(db)
}

async function keepBesideDecisions(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop trigger decisions_noted on decisions;
    drop trigger decisions_reviewed on decisions;
    drop function note_decisions();
    drop function review_of_decision();

    create or replace function record_histories() returns trigger
    language plpgsql security definer set search_path = public, pg_temp set jit = off as $$
    declare
      one record;
    begin
      if (select count(*) from added) = 1 then
        select s.household_id, s.state, s.updated_at, d.submission_id, d.programme, d.law_at, d.facts_at, d.decided_at, d.result, d.result_list, d.recorded
          into one from added d join submissions s on s.id = d.submission_id;
        insert into household_changes (household_id) values (one.household_id) on conflict do nothing;
        perform from households h where h.id = one.household_id for no key update;
        update household_reviews r
          set newest_state = one.state, changed_at = one.updated_at, has_draft = one.state = 'draft', decided_submission = one.submission_id,
            decided_law_at = one.law_at, result = one.result, result_list = one.result_list, last_decided_submission = one.submission_id
          where r.household_id = one.household_id and r.programme = one.programme
            and not exists (select from submissions s where s.household_id = one.household_id and s.programme = one.programme and s.id <> one.submission_id);
        if not found then
          perform review_household(one.household_id, one.programme);
        end if;
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
        insert into household_changes (household_id)
          select distinct s.household_id from added d join submissions s on s.id = d.submission_id order by s.household_id on conflict do nothing;
        perform from households h where h.id in (select s.household_id from added d join submissions s on s.id = d.submission_id) order by h.id for no key update;
        perform review_household(s.household_id, s.programme)
          from (select distinct s.household_id, d.programme from added d join submissions s on s.id = d.submission_id order by 1, 2) s;
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
