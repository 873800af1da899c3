import {
  canonicalJson, defaultValidTo, extendCommon, hashDocument, resolvePublication, type DraftDocument, type Publication, type Scope,
} from '@tieuchi/runtime'
import { calendarDayOrThrow, formatDay } from '../plugins/clock.ts'
import { holdName, type Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { findCommonBody, getNewestCommonOrThrow, insertCommon, insertPublication, insertRelease, listPublications, upsertProgramme } from '../policies/policy-queries.ts'
import { insertTrail } from '../trail/trail-queries.ts'
import { findApproval, getReadyOrThrow, moveTo } from './draft-life.ts'
import type { DraftRow } from './draft-queries.ts'
import type { Publishing, Withdrawal } from './draft-schema.ts'
import type { Writing } from './draft-service.ts'

/** Everybody who publishes waits here, so that each sees what the one before put in force. */
const publishingName = 'publishing'

/** Days of a publication, both included; without an end it has none. */
export interface Period {
  readonly valid_from: string
  readonly valid_to?: string
}

/** Refuses days that are not in the calendar or in the wrong order. */
export function demandDays({ valid_from: from, valid_to: to }: Period): void {
  for (const day of [from, to]) if (day !== undefined) calendarDayOrThrow(day)
  if (to !== undefined && to < from) throw new Problem('invalid_period', { from: formatDay(from), to: formatDay(to) })
}

/** The days a publication will cover: where no end is said, to the day before the next start already published. */
export function periodOf(published: readonly Publication[], place: { readonly programme: string; readonly scope: Scope }, { valid_from: from, valid_to: to }: Period): Period {
  const end = to ?? defaultValidTo(published, { ...place, valid_from: from, recorded_at: '' })
  return { valid_from: from, ...(end !== undefined && { valid_to: end }) }
}

/**
 * Puts an approved draft in force: what all share grows, release and publication are recorded, the draft is closed – all
 * or nothing. `effects` is what the person saw of the decisions it touches. Runs as the program, for nobody signed in may write these
 * tables; who may publish the caller has seen to.
 */
export async function publishDraft(tx: Tx, writing: Writing, id: string, { version, valid_from: from, valid_to: to, reason }: Publishing, effects: object): Promise<DraftRow> {
  demandDays({ valid_from: from, ...(to !== undefined && { valid_to: to }) })
  await holdName(tx, publishingName)
  const row = await getReadyOrThrow(tx, id, version, ['approved'])
  if ((await findApproval(tx, row)) === undefined) throw new Problem('draft_state', { state: { vi: 'chưa được duyệt', en: 'not approved' } })
  const { release, additions, programme }: DraftDocument = JSON.parse(row.document)
  await growCommon(tx, additions)
  await upsertProgramme(tx, programme)
  const hash = hashDocument(release)
  const { scope } = release
  await insertRelease(tx, { hash, programme: programme.id, scope, body: canonicalJson(release) })
  const published = await listPublications(tx, [programme.id])
  const before = resolvePublication(published, { programme: programme.id, scope, at: from })
  const period = periodOf(published, { programme: programme.id, scope }, { valid_from: from, ...(to !== undefined && { valid_to: to }) })
  const publication = { programme: programme.id, scope, release: hash, ...period, reason, published_by: writing.signedIn.person.name }
  await insertPublication(tx, publication)
  await insertTrail(tx, { at: writing.now, person: writing.signedIn.person.id, action: 'release.published', subject: `programme ${programme.id}`, ...(before ? { old: before } : {}), new: { ...publication, effects } })
  return moveTo(tx, writing, row, 'published', 'published', reason, { release: hash, ...period })
}

/** Adds what the draft brings to the version that is newest now; another draft may have grown it meanwhile. */
async function growCommon(tx: Tx, additions: DraftDocument['additions']): Promise<void> {
  const body = await findCommonBody(tx, await getNewestCommonOrThrow(tx))
  if (body === undefined) throw new Error('The newest common version has no body')
  const { common, issues } = extendCommon(JSON.parse(body), additions)
  if (issues.length > 0) throw new Problem('gate_not_passed', {}, issues)
  const grown = canonicalJson(common)
  if (grown !== body) await insertCommon(tx, hashDocument(common), grown)
}

/** Takes what is in force out of force from a day on: from then the answer is "no rules in force". */
export async function withdraw(tx: Tx, writing: Writing, { programme, scope, valid_from: from, valid_to: to, reason }: Withdrawal, effects: object): Promise<void> {
  demandDays({ valid_from: from, ...(to !== undefined && { valid_to: to }) })
  await holdName(tx, publishingName)
  const published = await listPublications(tx, [programme])
  const inForce: Publication | undefined = resolvePublication(published, { programme, scope, at: from })
  if (inForce?.release === undefined) throw new Problem('nothing_to_withdraw', { from: formatDay(from) })
  const end = to ?? inForce.valid_to
  const withdrawal = { programme, scope, valid_from: from, ...(end === undefined ? {} : { valid_to: end }), reason, published_by: writing.signedIn.person.name }
  await insertPublication(tx, withdrawal)
  await insertTrail(tx, { at: writing.now, person: writing.signedIn.person.id, action: 'release.withdrawn', subject: `programme ${programme}`, old: inForce, new: { ...withdrawal, effects } })
}
