import { sql, type Kysely } from 'kysely'

/**
 * What a programme had decided on a household, as it was known from one moment to the next: reports of a province read a row of it for each
 * household, where they had to take every decision apart. Kept by the database whenever a decision is recorded, and by nobody else. Each outcome
 * has a list of entries, the latest first: layer, member, and the numbers of the decision it begins with and of the one that ends it, if any; and a
 * list of their values. The days of the decisions stand once for all: days and values tell households apart, the rest hardly does.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await makeTable(db)
  await tellHistories(db)
  await keepHistories(db)
}

async function makeTable(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table recorded_histories (
      household_id uuid not null references households,
      programme text not null references programmes,
      known_from timestamptz not null,
      known_to timestamptz,
      days date[] not null,
      decided_on date[] not null,
      outcomes jsonb not null,
      results jsonb not null,
      primary key (household_id, programme, known_from)
    );
    alter table recorded_histories enable row level security;
    alter table recorded_histories add constraint recorded_histories_known check (known_from < known_to);
    -- Which households are in a unit, on any day and as known at any moment, stands in the index alone.
    drop index household_spells_of_unit;
    create index household_spells_of_unit on household_spells (unit_id) include (household_id, valid_from, valid_to, recorded_at, superseded_at);
    create index households_with_complete_history on households (id) where history_complete;
    -- The database guesses ten times as many members in a household as there are, and would rather read those of all.
    alter table member_spells alter column household_id set (n_distinct = -0.25);
  `.execute(db)
}

/** Of several decisions for one day the one made last stands. Each outcome lasts until the day before the next decision that says something of it. */
async function tellHistories(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function histories_of(of_household uuid, of_programme text, since_moment timestamptz)
    returns table (known_from timestamptz, days date[], decided_on date[], outcomes jsonb, results jsonb) language sql stable as $$
      with made as materialized (
        select d.facts_at, d.decided_at, d.number, d.recorded
        from submissions p join decisions d on d.submission_id = p.id
        where p.household_id = of_household and d.programme = of_programme
      ), standing as (
        select distinct on (moment.at, m.facts_at) moment.at, m.facts_at, (m.decided_at at time zone 'Asia/Ho_Chi_Minh')::date as decided_on, m.recorded
        from (select distinct decided_at as at from made where decided_at >= since_moment) moment join made m on m.decided_at <= moment.at
        order by moment.at, m.facts_at, m.decided_at desc, m.number desc
      ), numbered as (
        select *, row_number() over (partition by at order by facts_at)::integer as place from standing
      ), said as (
        select s.at, s.place, layer.key as layer, said.member, said.outcome ->> 'id' as id, said.outcome ->> 'state' as state, said.outcome -> 'value' as value
        from numbered s
        cross join lateral jsonb_each(s.recorded) layer
        cross join lateral (
          select null as member, outcome from jsonb_array_elements(layer.value -> 'outcomes') outcome
          union all
          select of_member.key, outcome from jsonb_each(layer.value -> 'member_outcomes') of_member cross join lateral jsonb_array_elements(of_member.value) outcome
        ) said
      ), told as (
        select at, id, place, layer, member, state, case when state = 'determined' then value end as value, jsonb_build_array(layer, member, place,
          min(place) over (partition by at, id, member order by place range between 1 following and unbounded following)) as entry
        from said
      ), listed as (
        select at, id, jsonb_agg(entry order by place desc, layer, member) as entries, jsonb_agg(value order by place desc, layer, member) as results from told where state <> 'not_applicable' group by at, id
      )
      select s.at, s.days, s.decided_on, coalesce(l.outcomes, '{}'), coalesce(l.results, '{}')
      from (select at, array_agg(facts_at order by place) as days, array_agg(decided_on order by place) as decided_on from numbered group by at) s
      left join (select at, jsonb_object_agg(id, entries) as outcomes, jsonb_object_agg(id, results) as results from listed group by at) l on l.at = s.at
    $$;
    revoke execute on function histories_of(uuid, text, timestamptz) from public;
  `.execute(db)
}

/** Whatever was known from a moment on is told anew when a decision of that moment is recorded, be it the last or not. */
async function keepHistories(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function record_histories() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform from households h where h.id in (select s.household_id from added d join submissions s on s.id = d.submission_id) order by h.id for no key update;
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

    insert into recorded_histories
      select t.household_id, t.programme, h.known_from, lead(h.known_from) over (partition by t.household_id, t.programme order by h.known_from), h.days, h.decided_on, h.outcomes, h.results
      from (select distinct s.household_id, d.programme from decisions d join submissions s on s.id = d.submission_id) t
      cross join lateral histories_of(t.household_id, t.programme, '-infinity') h;

    create trigger decisions_recorded after insert on decisions
      referencing new table as added for each statement execute function record_histories();
  `.execute(db)
}
