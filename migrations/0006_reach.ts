import { sql, type Kysely } from 'kysely'

/**
 * What a signed-in person's transaction may touch: it runs in the role `app_user` and sees rows of the units within
 * `app.unit` only. Releases, publications and decisions have no grant to change them; of submissions only drafts can be deleted, of
 * households only those of which nothing is known.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createRole(db)
  await createSubtree(db)
  await createPolicies(db)
  await grantColumns(db)
}

/** Roles belong to the whole server: another database of it may already have made this one, even at this very moment. */
async function createRole(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$ begin
      if not exists (select from pg_roles where rolname = 'app_user') then
        create role app_user nologin;
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$;

    do $$ begin
      if not pg_has_role(current_user, 'app_user', 'member') then
        grant app_user to current_user;
      end if;
    end $$;
  `.execute(db)
}

/** A unit belongs where its newest spell that has begun puts it, so units that ended stay with their last parent. */
async function createSubtree(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function unit_subtree(root text) returns setof text
    language sql stable security definer set search_path = public, pg_temp as $$
      with recursive placed as (
        select distinct on (unit_id) unit_id, parent_id
        from unit_spells
        where valid_from is null or valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
        order by unit_id, valid_from desc nulls last
      ), subtree as (
        select root as unit_id
        union
        select placed.unit_id from placed join subtree on placed.parent_id = subtree.unit_id
      )
      select unit_id from subtree
    $$;
    revoke execute on function unit_subtree(text) from public;
    grant execute on function unit_subtree(text) to app_user;
  `.execute(db)
}

async function createPolicies(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table households enable row level security;
    alter table household_spells enable row level security;
    alter table member_spells enable row level security;
    alter table submissions enable row level security;
    alter table decisions enable row level security;

    create policy households_in_reach on households to app_user
      using (unit_id in (select unit_subtree(current_setting('app.unit', true))));
    create policy households_delete_unknown on households as restrictive for delete to app_user
      using (
        not exists (select from household_spells s where s.household_id = households.id)
        and not exists (select from submissions s where s.household_id = households.id)
      );

    create policy household_spells_in_reach on household_spells to app_user
      using (unit_id in (select unit_subtree(current_setting('app.unit', true))))
      with check (exists (select from households h where h.id = household_id and h.unit_id = household_spells.unit_id));

    create policy member_spells_in_reach on member_spells to app_user
      using (unit_id in (select unit_subtree(current_setting('app.unit', true))))
      with check (exists (select from households h where h.id = household_id and h.unit_id = member_spells.unit_id));

    create policy submissions_read on submissions for select to app_user
      using (unit_id in (select unit_subtree(current_setting('app.unit', true))));
    create policy submissions_insert on submissions for insert to app_user
      with check (exists (select from households h where h.id = household_id and h.unit_id = submissions.unit_id));
    create policy submissions_update_drafts on submissions for update to app_user
      using (state = 'draft' and unit_id in (select unit_subtree(current_setting('app.unit', true))))
      with check (unit_id in (select unit_subtree(current_setting('app.unit', true))));
    create policy submissions_delete_drafts on submissions for delete to app_user
      using (state = 'draft' and unit_id in (select unit_subtree(current_setting('app.unit', true))));

    create policy decisions_read on decisions for select to app_user
      using (unit_id in (select unit_subtree(current_setting('app.unit', true))));
    create policy decisions_insert on decisions for insert to app_user
      with check (exists (select from submissions s where s.id = submission_id and s.unit_id = decisions.unit_id));
  `.execute(db)
}

async function grantColumns(db: Kysely<unknown>): Promise<void> {
  await sql`
    grant usage on schema public to app_user;
    grant select on programmes, common_versions, releases, publications, units, unit_spells, unit_attributes to app_user;
    grant select (id, name) on people to app_user;
    grant select, insert, delete, update (label, search_text, search_members, search_numbers, place, member_count) on households to app_user;
    grant select, insert, update (superseded_at) on household_spells, member_spells to app_user;
    grant select, insert, delete on submissions to app_user;
    grant update (form, label, law_at, facts_at, unit_at, rules, state, version, answers, reasons, updated_at, updated_by) on submissions to app_user;
    grant select, insert on decisions to app_user;
  `.execute(db)
}
