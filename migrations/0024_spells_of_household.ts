import { sql, type Kysely } from 'kysely'

/** Reports ask for spells as they were known at any moment, superseded ones among them: of the members of a household, and of the households of a unit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index member_spells_of_household on member_spells (household_id);
    create index household_spells_of_unit on household_spells (unit_id);
    create index household_spells_of_household on household_spells (household_id);
  `.execute(db)
}
