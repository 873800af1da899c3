import { randomUUID } from 'node:crypto'
import { addDays, assemble, hashDocument, logicHash, noAdditions, resolvePublication, type Assembly, type DraftDocument, type ProgrammeDocument, type Release } from '@tieuchi/runtime'
import { findDraftErrors } from '../drafts/draft-errors.ts'
import { joinRules, type JoinedRules } from '../drafts/draft-rules.ts'
import { getDraftOrThrow, type Writing } from '../drafts/draft-service.ts'
import type { JobQueue } from '../jobs/job-queue.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { findReleaseBody, listProgrammes, listPublications } from '../policies/policy-queries.ts'
import { findUnfinished, insertPart, insertRun } from './impact-queries.ts'
import type { NewImpactRun } from './impact-schema.ts'

/** Which run, and which part of it. */
export interface ImpactJob extends Readonly<Record<string, string>> {
  readonly run: string
  readonly part: string
}

const percentOfNear = 5

/** What is to be held against what, as far as it was asked, with what it reads. */
export interface FoundSides {
  readonly programme: ProgrammeDocument
  readonly at: string
  readonly joined: JoinedRules
  readonly before: { readonly hash: string; readonly release: Release }
  readonly after: { readonly hash: string; readonly document: DraftDocument; readonly draft?: { readonly id: string; readonly version: number } }
  readonly assembly: Assembly
}

/** Finds both sides; a draft nobody can be judged by is refused with what is wrong in it. */
export async function findSides(tx: Tx, asked: Pick<NewImpactRun, 'after' | 'before' | 'at'>, today: string): Promise<FoundSides> {
  const after = 'draft' in asked.after ? await draftSide(tx, asked.after.draft) : await releaseSide(tx, asked.after.release)
  const { document } = after
  const { programme, release } = document
  const at = asked.at ?? (await firstDay(tx, after)) ?? today
  const joined = await joinRules(tx, programme, at)
  const { common, errors } = findDraftErrors(document, joined)
  if (errors.length > 0) throw new Problem('impact_unfinished', {}, errors)
  const before = await readBefore(tx, after, asked.before?.release ?? (await releaseBefore(tx, programme.id, after, at)))
  const others = Object.fromEntries(Object.entries(joined.releases).map(([name, other]) => [name, other.release]))
  return { programme, at, joined, before, after, assembly: assemble({ programme: programme.id, layer: 'national', common, releases: { ...others, [programme.id]: release } }) }
}

type AfterSide = FoundSides['after'] & { readonly base?: string }

async function draftSide(tx: Tx, id: string): Promise<AfterSide> {
  const { version, document, base } = await getDraftOrThrow(tx, id)
  const draft: DraftDocument = JSON.parse(document)
  return { hash: hashDocument(draft.release), document: draft, draft: { id, version }, ...(base !== null && { base }) }
}

async function releaseSide(tx: Tx, hash: string): Promise<AfterSide> {
  const release = await readRelease(tx, hash)
  const programme = (await listProgrammes(tx)).find(({ id }) => id === release.programme)
  if (!programme) throw new Problem('programme_not_found', { programme: release.programme })
  return { hash, document: { format: 1, programme, release, additions: noAdditions } }
}

async function readRelease(tx: Tx, hash: string): Promise<Release> {
  const body = await findReleaseBody(tx, hash)
  if (body === undefined) throw new Problem('release_not_found', { hash })
  return JSON.parse(body)
}

/** The first day of the rules after. */
async function firstDay(tx: Tx, { hash, document }: AfterSide): Promise<string | undefined> {
  if (document.valid_from !== undefined) return document.valid_from
  return (await listPublications(tx, [document.programme.id])).find((publication) => publication.release === hash)?.valid_from
}

/** The release in force until the day before; where there is none, the one a draft was made from. */
async function releaseBefore(tx: Tx, programme: string, { hash, base }: AfterSide, at: string): Promise<string> {
  const found = resolvePublication(await listPublications(tx, [programme]), { programme, scope: 'national', at: addDays(at, -1) })?.release
  const before = found !== undefined && found !== hash ? found : base
  if (before === undefined) throw new Problem('impact_nothing_before')
  return before
}

async function readBefore(tx: Tx, { document }: AfterSide, hash: string): Promise<FoundSides['before']> {
  const release = await readRelease(tx, hash)
  if (release.programme !== document.programme.id) throw new Problem('impact_other_programme', { before: release.programme, after: document.programme.id })
  return { hash, release }
}

/** What both rules have that can be looked at: outcomes, then entitlements; of those of the household first. */
export function subjectsOf({ assembly, before }: Pick<FoundSides, 'assembly' | 'before'>): readonly string[] {
  const kinds = new Map(before.release.logic.map(({ id, kind }) => [id, kind]))
  const shared = assembly.release.logic.filter(({ id, kind }) => kinds.get(id) === kind)
  const [outcomes, entitlements] = [shared.filter(({ kind, of }) => kind === 'outcome' && of !== 'members'), shared.filter(({ kind }) => kind === 'entitlement')]
  return [...outcomes, ...entitlements].map(({ id }) => id)
}

/** What is looked at: what was asked for, or the first of what both rules have. */
export function subjectOf(sides: FoundSides, asked: string | undefined): string {
  const subjects = subjectsOf(sides)
  if (asked !== undefined && !subjects.includes(asked)) throw new Problem('impact_unknown_subject', { subject: asked })
  const subject = asked ?? subjects[0]
  if (subject === undefined) throw new Problem('impact_no_subject')
  return subject
}

/** Begins a run over the area of whoever asks; one of the same question that is under way goes on instead. Its id. */
export async function beginImpact(tx: Tx, queue: JobQueue<ImpactJob>, { signedIn, now, today }: Writing, asked: NewImpactRun): Promise<string> {
  const sides = await findSides(tx, asked, today)
  const { at, before, after, joined, programme } = sides
  const run = {
    programme: programme.id,
    draft_id: after.draft?.id ?? null,
    draft_version: after.draft?.version ?? null,
    before_hash: before.hash,
    after_hash: after.hash,
    after_logic: logicHash(sides.assembly),
    common_hash: joined.common.hash,
    reads: JSON.stringify(Object.fromEntries(Object.entries(joined.releases).map(([name, { hash }]) => [name, hash]))),
    subject: subjectOf(sides, asked.subject),
    at,
    near: asked.near ?? percentOfNear,
    area: signedIn.unit.id,
  }
  const question = hashDocument(run)
  const unfinished = await findUnfinished(tx, question)
  if (unfinished !== undefined) return unfinished
  const id = await insertRun(tx, { ...run, question, state: 'waiting', created_by: signedIn.person.id, created_at: now, plan: null, flow: null, register: null, failure: null, finished_at: null })
  await sendPart(tx, queue, { run: id, part: 0, units: [] })
  return id
}

/** Has a part of the work done. */
export async function sendPart(tx: Tx, queue: JobQueue<ImpactJob>, { run, part, units }: { readonly run: string; readonly part: number; readonly units: readonly string[] }): Promise<void> {
  const job = randomUUID()
  await insertPart(tx, { run_id: run, part, job_id: job, units: [...units], found: null, done_at: null, done_by: null })
  await queue.send(tx, { run, part: String(part) }, { id: job })
}
