import { sql, type Kysely } from 'kysely'

/**
 * What lists of many households and submissions are searched, sorted and filtered by, all of it derived by the database itself from
 * what stands elsewhere: names and places in the order people expect, the outcomes of a decision without its grounds, and where the
 * review of each household stands. The long documents of a row move out of it, so that reading many rows reads little.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table submissions set (toast_tuple_target = 256);
    alter table decisions set (toast_tuple_target = 256);
  `.execute(db)
  await nameHouseholds(db)
  await nameSubmissions(db)
  await summariseDecisions(db)
  await createReviews(db)
  await keepReviews(db)
}

/**
 * Given names come last and are what people look for; places are counted, so 2 goes before 10. All that words are looked for in stands
 * in one line, each word behind a blank: reading it is what a search costs, for row-level security lets no index of parts of words serve.
 */
async function nameHouseholds(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function name_order(plain text) returns text language sql immutable strict
      return regexp_replace(plain, '^(.*) ([^ ]+)$', '\\2 \\1');
    create function place_order(plain text) returns text language sql immutable strict
      return regexp_replace(regexp_replace(plain, '([0-9]+)', '00000\\1', 'g'), '0*([0-9]{6})', '\\1', 'g');

    alter table households
      add column search_line text collate "C" not null generated always as (' ' || translate(search_text || e'\\n' || search_members, e'\\n', ' ')) stored,
      add column sort_name text collate "C" generated always as (nullif(name_order(split_part(search_text, e'\\n', 1)), '')) stored,
      add column sort_place text collate "C" generated always as (nullif(place_order(split_part(search_text, e'\\n', 2)), '')) stored;
    drop index households_of_unit;
    create index households_of_unit on households (unit_id, sort_place, sort_name, id);
    create index households_by_place on households (sort_place, sort_name, id) include (unit_id);
    create index households_by_name on households (sort_name, id) include (unit_id);
  `.execute(db)
}

/** The same letters as the program compares typed words in; a test holds the two together. */
async function nameSubmissions(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function plain_text(written text) returns text language sql immutable strict
      return lower(translate(regexp_replace(normalize(written, NFD), '[\\u0300-\\u036f]', '', 'g'), 'đĐ', 'dd'));

    alter table submissions
      add column search_label text collate "C" not null generated always as (plain_text(label)) stored,
      add column sort_name text collate "C" generated always as (nullif(name_order(plain_text(label)), '')) stored;
    create index submissions_by_change on submissions (updated_at desc, id);
    create index submissions_by_name on submissions (sort_name, id);
    create index submissions_by_date on submissions (law_at desc, id);
  `.execute(db)
}

/** The outcomes that count: those of the local layer where there is one. `result` is the first that takes its value from a list. */
async function summariseDecisions(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function outcomes_of(layers jsonb) returns jsonb language sql immutable strict
      return (
        select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', o -> 'id', 'state', o -> 'state', 'value', o -> 'value', 'list', o -> 'list')) order by n), '[]')
        from jsonb_array_elements(coalesce(layers -> 'local', layers -> 'national') -> 'outcomes') with ordinality as x(o, n)
      );
    create function result_of(layers jsonb) returns jsonb language sql immutable strict
      return jsonb_path_query_first(outcomes_of(layers), '$[*] ? (exists (@.list))');

    alter table decisions
      add column outcomes jsonb not null generated always as (coalesce(outcomes_of(layers), '[]')) stored,
      add column result text collate "C" generated always as (
        case when result_of(layers) ->> 'state' = 'determined' then result_of(layers) ->> 'value' else result_of(layers) ->> 'state' end
      ) stored,
      add column result_list text generated always as (result_of(layers) ->> 'list') stored;
    create index decisions_by_result on decisions (programme, result);
  `.execute(db)
}

async function createReviews(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table household_reviews (
      household_id uuid not null references households on delete cascade,
      programme text not null references programmes,
      unit_id text not null references units,
      newest_submission uuid not null,
      newest_state text not null,
      newest_law_at date not null,
      changed_at timestamptz not null,
      has_draft boolean not null,
      decided_submission uuid,
      decided_law_at date,
      result text collate "C",
      result_list text,
      last_decided_submission uuid,
      primary key (household_id, programme)
    );
    create index household_reviews_by_result on household_reviews (programme, result);

    alter table household_reviews enable row level security;
    create policy household_reviews_in_reach on household_reviews for select to app_user
      using (unit_id in (select unit_subtree(current_setting('app.unit', true))));
    grant select on household_reviews to app_user;
  `.execute(db)
}

/**
 * The result of a household is that of its newest reference date, and of two for one date the one decided last: a review that is
 * sent later for an earlier day does not take its place. A session keeps the plan of a function it made while the tables were
 * small, so that plan may never be to read them whole.
 */
async function keepReviews(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function review_household(household uuid, of_programme text) returns void
    language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
    begin
      insert into household_reviews
      select household, of_programme, newest.unit_id, newest.id, newest.state, newest.law_at, over_all.changed_at, over_all.has_draft,
        decided.submission_id, decided.law_at, decided.result, decided.result_list, over_all.last_decided
      from (
        select id, unit_id, state, law_at from submissions
        where household_id = household and programme = of_programme order by created_at desc, state limit 1
      ) newest
      cross join (
        select max(s.updated_at) as changed_at, bool_or(s.state = 'draft') as has_draft,
          (array_agg(d.submission_id order by d.number desc) filter (where d.id is not null))[1] as last_decided
        from submissions s left join decisions d on d.submission_id = s.id
        where s.household_id = household and s.programme = of_programme
      ) over_all
      left join lateral (
        select d.submission_id, d.law_at, d.result, d.result_list
        from submissions s join decisions d on d.submission_id = s.id
        where s.household_id = household and s.programme = of_programme order by d.law_at desc, d.number desc limit 1
      ) decided on true
      on conflict (household_id, programme) do update set
        unit_id = excluded.unit_id, newest_submission = excluded.newest_submission, newest_state = excluded.newest_state,
        newest_law_at = excluded.newest_law_at, changed_at = excluded.changed_at, has_draft = excluded.has_draft,
        decided_submission = excluded.decided_submission, decided_law_at = excluded.decided_law_at, result = excluded.result,
        result_list = excluded.result_list, last_decided_submission = excluded.last_decided_submission;
      if not found then
        delete from household_reviews where household_id = household and programme = of_programme;
      end if;
    end $$;
    revoke execute on function review_household(uuid, text) from public;

    create function review_of_submission() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if tg_op = 'DELETE' then perform review_household(old.household_id, old.programme);
      else perform review_household(new.household_id, new.programme);
      end if;
      return null;
    end $$;
    create function review_of_decision() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform review_household(s.household_id, s.programme) from submissions s where s.id = new.submission_id;
      return null;
    end $$;
    create trigger submissions_reviewed after insert or update or delete on submissions
      for each row execute function review_of_submission();
    create trigger decisions_reviewed after insert on decisions
      for each row execute function review_of_decision();

    select review_household(household_id, programme) from (select distinct household_id, programme from submissions) known;
  `.execute(db)
}
