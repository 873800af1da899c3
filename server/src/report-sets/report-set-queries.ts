import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import type { ReportSetFileTable, ReportSetTable } from './report-set-table.ts'

export type ReportSetRow = Selectable<ReportSetTable>

export interface ReportSetFound extends ReportSetRow {
  /** How many of its reports are made. */
  readonly made: number
}

const counted = (tx: Tx) =>
  tx
    .selectFrom('report_sets')
    .selectAll('report_sets')
    .select(({ selectFrom }) => selectFrom('report_set_files').whereRef('set_id', '=', 'report_sets.id').select(sql<number>`count(distinct number)::integer`.as('made')).$asScalar().$notNull().as('made'))

export async function insertSet(tx: Tx, set: Insertable<ReportSetTable>): Promise<string> {
  const { id } = await tx.insertInto('report_sets').values(set).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function findSet(tx: Tx, id: string): Promise<ReportSetFound | undefined> {
  return counted(tx).where('report_sets.id', '=', id).executeTakeFirst()
}

/** Sets of a person, the newest first. */
export async function listSets(tx: Tx, person: string): Promise<ReportSetFound[]> {
  return counted(tx).where('created_by', '=', person).orderBy('created_at', 'desc').orderBy('id').execute()
}

/** A set nobody else changes until the transaction ends. */
export async function holdSet(tx: Tx, id: string): Promise<ReportSetRow | undefined> {
  return tx.selectFrom('report_sets').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Notes that somebody works on it, unless it has ended. */
export async function beginSet(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('report_sets').set(({ fn }) => ({ state: 'running', begun_at: fn.coalesce('begun_at', sql<Date>`${at}`) })).where('id', '=', id).where('state', 'in', ['waiting', 'running']).execute()
}

export async function endSet(tx: Tx, id: string, end: Pick<ReportSetRow, 'finished_at'> & { readonly state: 'done' | 'failed' | 'cancelled'; readonly failure?: string }): Promise<void> {
  await tx.updateTable('report_sets').set(end).where('id', '=', id).execute()
}

export async function insertFiles(tx: Tx, files: readonly Insertable<ReportSetFileTable>[]): Promise<void> {
  await tx.insertInto('report_set_files').values([...files]).execute()
}

export async function deleteFiles(tx: Tx, set: string): Promise<void> {
  await tx.deleteFrom('report_set_files').where('set_id', '=', set).execute()
}

/** Which reports of a set are made, by their number. */
export async function listMade(tx: Tx, set: string): Promise<readonly number[]> {
  const rows = await tx.selectFrom('report_set_files').select('number').distinct().where('set_id', '=', set).execute()
  return rows.map(({ number }) => number)
}

/** The names of the files of a set, in the order of its reports. */
export async function listFileNames(tx: Tx, set: string): Promise<readonly string[]> {
  const rows = await tx.selectFrom('report_set_files').select('name').where('set_id', '=', set).orderBy('number').orderBy('name', 'desc').execute()
  return rows.map(({ name }) => name)
}

export async function findFile(tx: Tx, set: string, name: string): Promise<Buffer | undefined> {
  const row = await tx.selectFrom('report_set_files').select('content').where('set_id', '=', set).where('name', '=', name).executeTakeFirst()
  return row?.content
}

/** Removes sets from before a moment, and of a person those that have ended but for so many of the newest. */
export async function deleteOldSets(tx: Tx, { before, person, most }: { readonly before: Date; readonly person: string; readonly most: number }): Promise<void> {
  await tx.deleteFrom('report_sets').where('created_at', '<', before).execute()
  await tx
    .deleteFrom('report_sets')
    .where('id', 'in', ({ selectFrom }) => selectFrom('report_sets').select('id').where('created_by', '=', person).where('state', 'not in', ['waiting', 'running']).orderBy('created_at', 'desc').offset(most))
    .execute()
}
