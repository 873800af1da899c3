import { sql, type Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import * as rules from './0001_rules.ts'
import * as units from './0002_units.ts'
import * as people from './0003_people.ts'
import * as register from './0004_register.ts'
import * as submissions from './0005_submissions.ts'
import * as reach from './0006_reach.ts'
import * as registerColumns from './0007_register_columns.ts'
import * as drafts from './0008_drafts.ts'
import * as presence from './0009_presence.ts'
import * as membership from './0011_membership.ts'
import * as lists from './0012_lists.ts'
import * as reachByParent from './0013_reach_by_parent.ts'
import * as sending from './0014_sending.ts'
import * as ownReach from './0015_own_reach.ts'
import * as notices from './0017_notices.ts'
import * as impact from './0018_impact.ts'
import * as registerMarks from './0019_register_marks.ts'
import * as attachments from './0020_attachments.ts'
import * as recordedOutcomes from './0021_recorded_outcomes.ts'
import * as storedDocuments from './0022_stored_documents.ts'
import * as completeHistories from './0023_complete_histories.ts'
import * as spellsOfHousehold from './0024_spells_of_household.ts'
import * as reportSets from './0026_report_sets.ts'
import * as recordedHistories from './0027_recorded_histories.ts'
import * as historiesUncompiled from './0028_histories_uncompiled.ts'
import * as sendingTogether from './0029_sending_together.ts'
import * as cheaperDecisions from './0030_cheaper_decisions.ts'
import * as partners from './0031_partners.ts'
import * as sendingInOneGo from './0032_sending_in_one_go.ts'
import * as layersOfReportSets from './0033_layers_of_report_sets.ts'
import * as partnerChanges from './0034_partner_changes.ts'
import * as sendingWhatChanged from './0035_sending_what_changed.ts'
import * as ownUnitAlone from './0036_own_unit_alone.ts'
import * as decisionsAsWritten from './0037_decisions_as_written.ts'

/** Every step from an empty database to the present schema, in order. A step that was released is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001_rules': rules,
  '0002_units': units,
  '0003_people': people,
  '0004_register': register,
  '0005_submissions': submissions,
  '0006_reach': reach,
  '0007_register_columns': registerColumns,
  '0008_drafts': drafts,
  '0009_presence': presence,
  '0011_membership': membership,
  '0012_lists': lists,
  '0013_reach_by_parent': reachByParent,
  '0014_sending': sending,
  '0015_own_reach': ownReach,
  '0017_notices': notices,
  '0018_impact': impact,
  '0019_register_marks': registerMarks,
  '0020_attachments': attachments,
  '0021_recorded_outcomes': recordedOutcomes,
  '0022_stored_documents': storedDocuments,
  '0023_complete_histories': completeHistories,
  '0024_spells_of_household': spellsOfHousehold,
  '0026_report_sets': reportSets,
  '0027_recorded_histories': recordedHistories,
  '0028_histories_uncompiled': historiesUncompiled,
  '0029_sending_together': sendingTogether,
  '0030_cheaper_decisions': cheaperDecisions,
  '0031_partners': partners,
  '0032_sending_in_one_go': sendingInOneGo,
  '0033_layers_of_report_sets': layersOfReportSets,
  '0034_partner_changes': partnerChanges,
  '0035_sending_what_changed': sendingWhatChanged,
  '0036_own_unit_alone': ownUnitAlone,
  '0037_decisions_as_written': decisionsAsWritten,
}

/** Steps the database has and this program does not know: the program is older than the database. */
export class NewerSchemaError extends Error {
  readonly steps: readonly string[]

  constructor(steps: readonly string[]) {
    super(`The database was migrated by a newer version of the program (${steps.join(', ')}).`)
    this.name = 'NewerSchemaError'
    this.steps = steps
  }
}

/**
 * Brings the schema up to date and returns the names of the steps applied. Where two programs start together one applies, the
 * other waits and finds nothing to do.
 */
export async function migrate<Tables>(
  db: Kysely<Tables>,
  steps: Readonly<Record<string, Migration>> = migrations,
): Promise<readonly string[]> {
  await refuseNewerSchema(db, steps)
  // Steps written side by side reach a database in the order they were finished.
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...steps }) }, allowUnorderedMigrations: true })
  const { error, results } = await migrator.migrateToLatest()
  if (error !== undefined) {
    await refuseNewerSchema(db, steps)
    throw error
  }
  return (results ?? []).map((result) => result.migrationName)
}

async function refuseNewerSchema<Tables>(db: Kysely<Tables>, steps: Readonly<Record<string, Migration>>): Promise<void> {
  const table = await sql<{ found: string | null }>`select to_regclass('kysely_migration')::text as found`.execute(db)
  if (!table.rows[0]?.found) return
  const applied = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  const unknown = applied.rows.map((row) => row.name).filter((name) => !(name in steps))
  if (unknown.length > 0) throw new NewerSchemaError(unknown)
}

/** Steps that the database still lacks; all of them where it is empty. Refuses a database that a newer program migrated. */
export async function pendingSteps<Tables>(db: Kysely<Tables>, steps: Readonly<Record<string, Migration>> = migrations): Promise<readonly string[]> {
  await refuseNewerSchema(db, steps)
  const table = await sql<{ found: string | null }>`select to_regclass('kysely_migration')::text as found`.execute(db)
  if (!table.rows[0]?.found) return Object.keys(steps)
  const applied = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  return Object.keys(steps).filter((name) => applied.rows.every((row) => row.name !== name))
}
