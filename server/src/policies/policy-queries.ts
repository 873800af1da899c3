import type { ProgrammeDocument, Publication, Scope } from '@tieuchi/runtime'
import type { Tx } from '../plugins/database.ts'

const unitPrefix = 'unit:'

/** A scope as it is stored: `national`, or a unit's id behind `unit:`. */
export const writeScope = (scope: Scope): string => (scope === 'national' ? scope : `${unitPrefix}${scope.unit}`)

const readScope = (text: string): Scope => (text.startsWith(unitPrefix) ? { unit: text.slice(unitPrefix.length) } : 'national')

export async function listProgrammes(tx: Tx): Promise<ProgrammeDocument[]> {
  const rows = await tx.selectFrom('programmes').select('document').orderBy('id').execute()
  return rows.map((row) => row.document)
}

/** Read anew for each question: another process may have published since. */
export async function listPublications(tx: Tx, programmes: readonly string[]): Promise<Publication[]> {
  if (programmes.length === 0) return []
  const rows = await tx.selectFrom('publications').selectAll().where('programme', 'in', [...programmes]).orderBy('id').execute()
  return rows.map((row) => ({
    programme: row.programme,
    scope: readScope(row.scope),
    recorded_at: row.recorded_at.toISOString(),
    ...(row.release === null ? {} : { release: row.release }),
    ...(row.valid_from === null ? {} : { valid_from: row.valid_from }),
    ...(row.valid_to === null ? {} : { valid_to: row.valid_to }),
  }))
}

export async function findReleaseBody(tx: Tx, hash: string): Promise<string | undefined> {
  const row = await tx.selectFrom('releases').select('body').where('hash', '=', hash).executeTakeFirst()
  return row?.body
}

export async function findCommonBody(tx: Tx, hash: string): Promise<string | undefined> {
  const row = await tx.selectFrom('common_versions').select('body').where('hash', '=', hash).executeTakeFirst()
  return row?.body
}

/** The version of dictionary, lists and shared facts that is newest; undefined where there is none yet. */
export async function findNewestCommonBody(tx: Tx): Promise<string | undefined> {
  const row = await tx.selectFrom('common_versions').select('body').orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row?.body
}

/** Hash of the version of dictionary, lists and shared facts that serves every release. */
export async function getNewestCommonOrThrow(tx: Tx): Promise<string> {
  const row = await tx.selectFrom('common_versions').select('hash').orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow()
  return row.hash
}

export async function upsertProgramme(tx: Tx, programme: ProgrammeDocument): Promise<void> {
  const document = JSON.stringify(programme)
  await tx.insertInto('programmes').values({ id: programme.id, document }).onConflict((conflict) => conflict.column('id').doUpdateSet({ document })).execute()
}

export async function insertCommon(tx: Tx, hash: string, body: string): Promise<void> {
  await tx.insertInto('common_versions').values({ hash, body }).onConflict((conflict) => conflict.column('hash').doNothing()).execute()
}

export async function insertRelease(tx: Tx, release: { hash: string; programme: string; scope: Scope; body: string }): Promise<void> {
  await tx
    .insertInto('releases')
    .values({ ...release, scope: writeScope(release.scope) })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
}

export interface NewPublication {
  readonly programme: string
  readonly scope: Scope
  /** Absent: a withdrawal. */
  readonly release?: string
  readonly valid_from?: string
  readonly valid_to?: string
  readonly reason: string
  readonly published_by: string
}

export async function insertPublication(tx: Tx, publication: NewPublication): Promise<void> {
  const { programme, scope, release = null, valid_from: from = null, valid_to: to = null, reason, published_by: by } = publication
  await tx
    .insertInto('publications')
    .values({ programme, scope: writeScope(scope), release, valid_from: from, valid_to: to, reason, published_by: by })
    .execute()
}

/** Publications as they were recorded, the newest first. */
export async function listPublicationRows(tx: Tx, programme: string) {
  const rows = await tx.selectFrom('publications').selectAll().where('programme', '=', programme).orderBy('id', 'desc').execute()
  return rows.map((row) => ({
    scope: readScope(row.scope),
    recorded_at: row.recorded_at.toISOString(),
    reason: row.reason,
    published_by: row.published_by,
    ...(row.release === null ? {} : { release: row.release }),
    ...(row.valid_from === null ? {} : { valid_from: row.valid_from }),
    ...(row.valid_to === null ? {} : { valid_to: row.valid_to }),
  }))
}
