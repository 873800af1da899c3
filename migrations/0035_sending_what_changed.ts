import { sql, type Kysely } from 'kysely'

/**
 * Sending a submission prepares for less that it does not do: a household is renamed by a function that runs only where it is called
 * otherwise; whether a new row stands in the unit of its household or submission is asked by its key, where the whole unit could be
 * read; what is kept beside one decision takes fewer statements; and an index nobody reads is gone. Nothing that is kept, and nobody's reach, is
 * another.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await nameHousehold(db)
  await checkByKey(db)
  await keepHistories(db)
  // A hash is over the unit and the number of its decision, which together are of one; and nobody looks for a hash.
  await sql`alter table decisions drop constraint decisions_hash_key`.execute(db)
}

/**
 * Where nothing sent before holds for a later day; with the rights and the reach of whoever calls it. Even a change of no row costs a statement
 * the indexes and derived columns of the table.
 */
async function nameHousehold(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function name_household(
      of_household uuid, new_label text, new_place text, new_search_text text, new_search_members text, new_search_numbers text[], new_member_count integer, of_day date
    ) returns boolean language plpgsql as $$
    begin
      update households h
        set label = new_label, place = new_place, search_text = new_search_text, search_members = new_search_members, search_numbers = new_search_numbers, member_count = new_member_count
        where h.id = of_household
          and not exists (select from submissions s where s.household_id = of_household and s.state = 'submitted' and s.facts_at > of_day);
      return found;
    end $$;
    revoke execute on function name_household(uuid, text, text, text, text, text[], integer, date) from public;
    grant execute on function name_household(uuid, text, text, text, text, text[], integer, date) to app_user;
  `.execute(db)
}

/** As before, but found by the key alone: with both columns asked for, a plan may read all of a unit to find one row. */
async function checkByKey(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter policy household_spells_in_reach on household_spells with check (unit_id = (select h.unit_id from households h where h.id = household_id));
    alter policy member_spells_in_reach on member_spells with check (unit_id = (select h.unit_id from households h where h.id = household_id));
    alter policy decisions_insert on decisions with check (unit_id = (select s.unit_id from submissions s where s.id = submission_id));
  `.execute(db)
}

async function keepHistories(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function record_histories() returns trigger
    language plpgsql security definer set search_path = public, pg_temp set jit = off as $$
    declare
      one record;
    begin
      select s.household_id, s.state, s.updated_at, d.submission_id, d.programme, d.law_at, d.facts_at, d.decided_at, d.result, d.result_list, d.recorded
        into one from added d join submissions s on s.id = d.submission_id where (select count(*) from added) = 1;
      if found then
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
          ) listed
          having not exists (select from recorded_histories r where r.household_id = one.household_id and r.programme = one.programme);
        if found then
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
