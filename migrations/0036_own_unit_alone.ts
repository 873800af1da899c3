import { sql, type Kysely } from 'kysely'

/**
 * Whoever sits in a unit below which nothing lies, as most people do, works in the role `app_user`, which sees the rows of that unit alone. Only in
 * the role `app_area`, for everybody else, are the units below asked for: to prepare that question in each part of a statement, and never ask it,
 * cost nearly a tenth of what sending costs the database. Nobody's reach is another; a program of before sees less of the units below, never more.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createRole(db)
  await narrowToUnit(db)
  await reachBelow(db)
}

/** Roles belong to the whole server: another database of it may already have made this one, even at this very moment. */
async function createRole(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$ begin
      if not exists (select from pg_roles where rolname = 'app_area') then
        create role app_area nologin;
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$;

    do $$ begin
      if not pg_has_role('app_area', 'app_user', 'usage') then
        grant app_user to app_area;
      end if;
    exception when unique_violation then null;
    end $$;

    do $$ begin
      if not pg_has_role(current_user, 'app_area', 'member') then
        grant app_area to current_user;
      end if;
    end $$;
  `.execute(db)
}

/** As a case, so that no plan reads all of a unit to find one row of it. */
const ownUnit = sql`case when unit_id = (select current_setting('app.unit', true)) then true else false end`

async function narrowToUnit(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter policy households_in_reach on households using (${ownUnit});
    alter policy household_spells_in_reach on household_spells using (${ownUnit});
    alter policy member_spells_in_reach on member_spells using (${ownUnit});
    alter policy household_reviews_in_reach on household_reviews using (${ownUnit});
    alter policy submissions_read on submissions using (${ownUnit});
    alter policy submissions_update_drafts on submissions using (state = 'draft' and ${ownUnit}) with check (${ownUnit});
    alter policy submissions_delete_drafts on submissions using (state = 'draft' and ${ownUnit});
    alter policy decisions_read on decisions using (${ownUnit});
  `.execute(db)
}

const unitBelow = sql`unit_id in (select unit_subtree(current_setting('app.unit', true)))`

/** Each beside the policy of the own unit, which is asked first. What is written is held to the same as there. */
async function reachBelow(db: Kysely<unknown>): Promise<void> {
  const ofHousehold = sql`unit_id = (select h.unit_id from households h where h.id = household_id)`
  await sql`
    create policy households_in_reach_below on households to app_area using (${unitBelow});
    create policy household_spells_in_reach_below on household_spells to app_area using (${unitBelow}) with check (${ofHousehold});
    create policy member_spells_in_reach_below on member_spells to app_area using (${unitBelow}) with check (${ofHousehold});
    create policy household_reviews_in_reach_below on household_reviews for select to app_area using (${unitBelow});
    create policy submissions_read_below on submissions for select to app_area using (${unitBelow});
    create policy submissions_update_drafts_below on submissions for update to app_area using (state = 'draft' and ${unitBelow}) with check (${unitBelow});
    create policy submissions_delete_drafts_below on submissions for delete to app_area using (state = 'draft' and ${unitBelow});
    create policy decisions_read_below on decisions for select to app_area using (${unitBelow});
  `.execute(db)
}
