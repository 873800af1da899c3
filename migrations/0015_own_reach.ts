import { sql, type Kysely } from 'kysely'

/**
 * A row of a person's own unit is in reach without asking which units lie below it: most people sit in a commune, where nothing does, and
 * the question cost more than finding the row. The unit is read once in a statement, and the units below it only where a row is of another.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const inReach = sql`(unit_id = (select current_setting('app.unit', true)) or unit_id in (select unit_subtree(current_setting('app.unit', true))))`
  await sql`
    alter policy households_in_reach on households using ${inReach};
    alter policy household_spells_in_reach on household_spells using ${inReach};
    alter policy member_spells_in_reach on member_spells using ${inReach};
    alter policy household_reviews_in_reach on household_reviews using ${inReach};
    alter policy submissions_read on submissions using ${inReach};
    alter policy submissions_update_drafts on submissions using (state = 'draft' and ${inReach}) with check ${inReach};
    alter policy submissions_delete_drafts on submissions using (state = 'draft' and ${inReach});
    alter policy decisions_read on decisions using ${inReach};
  `.execute(db)
}
