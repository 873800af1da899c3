import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import type { DraftEventTable, DraftTable, DraftVersionTable } from './draft-table.ts'

export type DraftRow = Selectable<DraftTable>
export type DraftVersionRow = Selectable<DraftVersionTable>

/** A draft with the names of who began and last changed it. */
export interface NamedDraftRow extends DraftRow {
  readonly created_by_name: string
  readonly updated_by_name: string
}

const named = (tx: Tx) =>
  tx
    .selectFrom('drafts')
    .innerJoin('people as author', 'author.id', 'drafts.created_by')
    .innerJoin('people as editor', 'editor.id', 'drafts.updated_by')
    .selectAll('drafts')
    .select(['author.name as created_by_name', 'editor.name as updated_by_name'])

export async function listDrafts(tx: Tx, programme?: string): Promise<NamedDraftRow[]> {
  const open = named(tx).where('drafts.state', 'in', ['draft', 'in_review', 'approved'])
  return (programme === undefined ? open : open.where('drafts.programme', '=', programme)).orderBy('drafts.created_at').execute()
}

export async function findDraft(tx: Tx, id: string): Promise<NamedDraftRow | undefined> {
  return named(tx).where('drafts.id', '=', id).executeTakeFirst()
}

export async function insertDraft(tx: Tx, draft: Insertable<DraftTable>): Promise<DraftRow> {
  return tx.insertInto('drafts').values(draft).returningAll().executeTakeFirstOrThrow()
}

/** Changes a draft that is still at the version seen, in one of these states; undefined where it is not. */
export async function updateDraft(tx: Tx, { id, version }: Pick<DraftRow, 'id' | 'version'>, change: Updateable<DraftTable>): Promise<DraftRow | undefined> {
  return tx.updateTable('drafts').set(change).where('id', '=', id).where('version', '=', version).returningAll().executeTakeFirst()
}

export async function insertVersion(tx: Tx, version: Insertable<DraftVersionTable>): Promise<void> {
  await tx.insertInto('draft_versions').values(version).execute()
}

export async function findVersion(tx: Tx, id: string, version: number): Promise<DraftVersionRow | undefined> {
  return tx.selectFrom('draft_versions').selectAll().where('draft_id', '=', id).where('version', '=', version).executeTakeFirst()
}

/** Every version without its document, the newest first. */
export async function listVersions(tx: Tx, id: string) {
  return tx
    .selectFrom('draft_versions')
    .innerJoin('people', 'people.id', 'draft_versions.saved_by')
    .select(['version', 'saved_at', 'saved_by', 'people.name', 'restored_from'])
    .where('draft_id', '=', id)
    .orderBy('version', 'desc')
    .execute()
}

export async function insertEvent(tx: Tx, event: Insertable<DraftEventTable>): Promise<void> {
  await tx.insertInto('draft_events').values(event).execute()
}

/** What happened to a draft, in order. */
export async function listEvents(tx: Tx, id: string) {
  return tx
    .selectFrom('draft_events')
    .innerJoin('people', 'people.id', 'draft_events.person_id')
    .selectAll('draft_events')
    .select('people.name')
    .where('draft_id', '=', id)
    .orderBy('draft_events.id')
    .execute()
}

/** Everybody who saved a version of it. */
export async function listAuthors(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.selectFrom('draft_versions').select('saved_by').distinct().where('draft_id', '=', id).execute()
  return rows.map((row) => row.saved_by)
}
