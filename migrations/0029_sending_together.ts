import { sql, type Kysely } from 'kysely'

/**
 * A submission is sent in one statement, so the decision finds its place in the chain of the unit within it: its number, and its hash over the
 * text before the number, the number, the hash of the decision before it, and the text after that. Nobody else gets a place until the transaction
 * ends. What a programme decided first on a household is told without ordering anything.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await chain(db)
  await keepHistories(db)
}

async function chain(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function end_of_chain(of_unit text, before text, after text) returns table (number bigint, previous_hash text, hash text) language plpgsql as $$
    declare
      newest record;
    begin
      select held.number, held.hash into newest from hold_decisions(of_unit) held;
      number := coalesce(newest.number, 0) + 1;
      previous_hash := newest.hash;
      hash := encode(sha256(convert_to(before || number || ',"previous_hash":' || coalesce('"' || previous_hash || '"', 'null') || after, 'UTF8')), 'hex');
      return next;
    end $$;
    revoke execute on function end_of_chain(text, text, text) from public;
    grant execute on function end_of_chain(text, text, text) to app_user;
  `.execute(db)
}

/**
 * As before, but the first decision of a programme on a household, which most are, is the whole history: nothing of what orders decisions and ends
 * one where the next begins is needed for it.
 */
async function keepHistories(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function record_histories() returns trigger
    language plpgsql security definer set search_path = public, pg_temp set jit = off as $$
    declare
      told_before boolean;
    begin
      perform from households h where h.id in (select s.household_id from added d join submissions s on s.id = d.submission_id) order by h.id for no key update;
      select count(*) > count(distinct (s.household_id, d.programme))
          or bool_or(exists (select from recorded_histories r where r.household_id = s.household_id and r.programme = d.programme))
        into told_before from added d join submissions s on s.id = d.submission_id;
      if not told_before then
        insert into recorded_histories
          select s.household_id, d.programme, d.decided_at, null, array[d.facts_at], array[(d.decided_at at time zone 'Asia/Ho_Chi_Minh')::date], told.outcomes, told.results
          from added d join submissions s on s.id = d.submission_id
          cross join lateral (
            select coalesce(jsonb_object_agg(id, entries), '{}') as outcomes, coalesce(jsonb_object_agg(id, listed.results), '{}') as results
            from (
              select outcome ->> 'id' as id,
                jsonb_agg(jsonb_build_array(layer.key, member, 1, null) order by layer.key, member) as entries,
                jsonb_agg(case when outcome ->> 'state' = 'determined' then outcome -> 'value' end order by layer.key, member) as results
              from jsonb_each(d.recorded) layer
              cross join lateral (
                select null as member, outcome from jsonb_array_elements(layer.value -> 'outcomes') outcome
                union all
                select of_member.key, outcome from jsonb_each(layer.value -> 'member_outcomes') of_member cross join lateral jsonb_array_elements(of_member.value) outcome
              ) said
              where outcome ->> 'state' <> 'not_applicable'
              group by outcome ->> 'id'
            ) listed
          ) told;
        return null;
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
