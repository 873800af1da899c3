import { hashDocument, noAdditions, type DraftDocument, type ProgrammeDocument, type Release } from '@tieuchi/runtime'
import { writeInstant } from '../plugins/clock.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { findReleaseBody, getNewestCommonOrThrow, listProgrammes, writeScope } from '../policies/policy-queries.ts'
import type { SignedIn } from '../sessions/session-service.ts'
import { insertTrail } from '../trail/trail-queries.ts'
import { describeLatest } from '../units/unit-service.ts'
import {
  findDraft, findVersion, insertDraft, insertEvent, insertVersion, listEvents, updateDraft, type DraftRow, type NamedDraftRow,
} from './draft-queries.ts'
import { releasesReadOn } from './draft-rules.ts'
import type { Draft, DraftSummary, NewDraft, SavedDocument } from './draft-schema.ts'
import type { DraftEventKind } from './draft-table.ts'

/** Who writes, and when. */
export interface Writing {
  readonly signedIn: SignedIn
  readonly now: Date
  /** The day in Việt Nam. */
  readonly today: string
}

const emptyText = { vi: '', en: '' }

/** The document a draft begins with: a release that was published, or a programme with nothing in it yet. */
async function firstDocument(tx: Tx, { programme, from, title, depends_on: dependsOn, valid_from: validFrom }: NewDraft): Promise<DraftDocument> {
  const known = (await listProgrammes(tx)).find(({ id }) => id === programme)
  const proposed = validFrom === undefined ? {} : { valid_from: validFrom }
  if (from !== undefined) {
    const body = await findReleaseBody(tx, from)
    if (body === undefined) throw new Problem('release_not_found', { hash: from })
    const release: Release = JSON.parse(body)
    if (release.programme !== programme || known === undefined) throw new Problem('programme_not_found', { programme })
    return { format: 1, programme: known, release: { ...release, changelog: emptyText }, additions: noAdditions, ...proposed }
  }
  if (known !== undefined) throw new Problem('programme_exists', { programme })
  const document: ProgrammeDocument = { format: 1, id: programme, title: title ?? { vi: programme, en: programme }, depends_on: dependsOn ?? [] }
  const release: Release = {
    format: 1, programme, scope: 'national', title: document.title, legal_basis: [], changelog: emptyText, parameters: {}, logic: [], forms: [], cases: [],
  }
  return { format: 1, programme: document, release, additions: noAdditions, ...proposed }
}

/** National law is written by accounts of a province. */
export async function demandScope(tx: Tx, { signedIn, today }: Writing): Promise<void> {
  const own = await describeLatest(tx, signedIn.unit.id, today)
  if (own.parents.length > 0) throw new Problem('scope_too_wide', { unit: own.name })
}

/** Begins a draft and keeps it as its first version. */
export async function createDraft(tx: Tx, writing: Writing, asked: NewDraft): Promise<NamedDraftRow> {
  const document = await firstDocument(tx, asked)
  await demandScope(tx, writing)
  return beginDraft(tx, writing, document, asked.from)
}

/** Keeps a document as the first version of a new draft. `more` is said of it in the trail. */
export async function beginDraft(tx: Tx, writing: Writing, document: DraftDocument, base?: string, more?: object): Promise<NamedDraftRow> {
  const { person } = writing.signedIn
  const row = await insertDraft(tx, {
    programme: document.programme.id, scope: writeScope(document.release.scope), base: base ?? null, document: JSON.stringify(document),
    created_at: writing.now, created_by: person.id, updated_at: writing.now, updated_by: person.id,
  })
  await keepVersion(tx, writing, row)
  await record(tx, writing, row, 'created', undefined, more)
  return getDraftOrThrow(tx, row.id)
}

export async function getDraftOrThrow(tx: Tx, id: string): Promise<NamedDraftRow> {
  const row = await findDraft(tx, id)
  if (row === undefined) throw new Problem('draft_not_found')
  return row
}

/** The draft as the person saw it; a problem that names who changed it since. */
export async function getUnchangedOrThrow(tx: Tx, id: string, version: number): Promise<NamedDraftRow> {
  const row = await getDraftOrThrow(tx, id)
  if (row.version !== version) throw changedSince(row)
  return row
}

export const changedSince = (row: NamedDraftRow): Problem =>
  new Problem('draft_changed', { person: row.updated_by_name, time: writeInstant(row.updated_at), version: row.version })

const writable = new Set(['draft', 'in_review', 'approved'])

/**
 * Keeps what was written as the next version. A save sent again because its answer was lost is the same save. While it is
 * under review it can still be written; an approval then no longer holds, and the draft goes back to its author.
 */
export async function saveDraft(tx: Tx, writing: Writing, id: string, { version, document }: SavedDocument, restoredFrom?: number): Promise<DraftRow> {
  const row = await getDraftOrThrow(tx, id)
  const body = JSON.stringify(document)
  if (row.version === version + 1 && row.updated_by === writing.signedIn.person.id && row.document === body) return row
  if (row.version !== version) throw changedSince(row)
  if (!writable.has(row.state)) throw new Problem('draft_closed')
  if (row.document === body) return row
  const saved = await updateDraft(tx, row, { document: body, version: version + 1, state: 'draft', updated_at: writing.now, updated_by: writing.signedIn.person.id })
  if (saved === undefined) throw changedSince(await getDraftOrThrow(tx, id))
  await keepVersion(tx, writing, saved, restoredFrom)
  if (row.state === 'approved') await record(tx, writing, saved, 'approval_voided')
  if (row.state === 'in_review') await record(tx, writing, saved, 'recalled')
  return saved
}

/** Makes an earlier version the newest again; what came between stays in the history. */
export async function restoreVersion(tx: Tx, writing: Writing, id: string, version: number, from: number): Promise<DraftRow> {
  const kept = await findVersion(tx, id, from)
  if (kept === undefined) throw new Problem('draft_version_not_found', { version: from })
  return saveDraft(tx, writing, id, { version, document: JSON.parse(kept.document) }, from)
}

async function keepVersion(tx: Tx, { signedIn, now }: Writing, row: DraftRow, restoredFrom?: number): Promise<void> {
  await insertVersion(tx, { draft_id: row.id, version: row.version, document: row.document, saved_at: now, saved_by: signedIn.person.id, restored_from: restoredFrom ?? null })
}

/** Notes an event of the draft's life, in its own history and in the trail. */
export async function record(tx: Tx, { signedIn, now }: Writing, row: DraftRow, kind: DraftEventKind, reason?: string, more: object = {}): Promise<void> {
  const hash = hashDocument(JSON.parse(row.document))
  await insertEvent(tx, { draft_id: row.id, kind, version: row.version, document_hash: hash, reason: reason ?? null, happened_at: now, person_id: signedIn.person.id })
  await insertTrail(tx, {
    at: now, person: signedIn.person.id, action: `draft.${kind}`, subject: `draft ${row.id}`,
    new: { programme: row.programme, scope: row.scope, version: row.version, document: hash, ...(reason === undefined ? {} : { reason }), ...more },
  })
}

export function summariseDraft(row: NamedDraftRow): DraftSummary {
  const { release, valid_from: from, valid_to: to }: DraftDocument = JSON.parse(row.document)
  return {
    id: row.id,
    programme: row.programme,
    scope: row.scope,
    state: row.state,
    version: row.version,
    title: release.title,
    ...(row.base === null ? {} : { base: row.base }),
    ...(from === undefined ? {} : { valid_from: from }),
    ...(to === undefined ? {} : { valid_to: to }),
    created_by: { id: row.created_by, name: row.created_by_name },
    updated_by: { id: row.updated_by, name: row.updated_by_name },
    updated_at: row.updated_at.toISOString(),
  }
}

/** A draft with its document, what it is joined with, and what happened to it. */
export async function describeDraft(tx: Tx, row: NamedDraftRow, today: string): Promise<Draft> {
  const document: DraftDocument = JSON.parse(row.document)
  const events = await listEvents(tx, row.id)
  return {
    ...summariseDraft(row),
    document,
    common: await getNewestCommonOrThrow(tx),
    reads: await releasesReadOn(tx, document.programme, document.valid_from ?? today),
    events: events.map(({ kind, version, reason, person_id: id, name, happened_at: at }) =>
      ({ kind, version, ...(reason === null ? {} : { reason }), person: { id, name }, at: at.toISOString() })),
  }
}

/** What saving or a step answers. */
export const savedAs = ({ version, updated_at: updated, state }: Pick<DraftRow, 'version' | 'updated_at' | 'state'>) => ({ version, updated_at: updated.toISOString(), state })
