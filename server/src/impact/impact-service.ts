import type { DraftDocument, Release, Text } from '@tieuchi/runtime'
import { findVersion } from '../drafts/draft-queries.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { findReleaseBody } from '../policies/policy-queries.ts'
import { listReach } from '../units/unit-queries.ts'
import { describeFigures, type FigureWords } from './impact-figures.ts'
import { findRun, listAreaParts, listParts, listRuns, type NamedImpactRow } from './impact-queries.ts'
import { readRules, type ImpactRules } from './impact-rules.ts'
import type { ImpactRun, ImpactSummary } from './impact-schema.ts'
import { subjectWords, type SubjectWords } from './standing.ts'
import { veilCount, veilFigures } from './impact-veil.ts'

export async function getRunOrThrow(tx: Tx, id: string): Promise<NamedImpactRow> {
  const run = await findRun(tx, id)
  if (!run) throw new Problem('impact_not_found')
  return run
}

/** Rules of runs that were looked at lately: what a run is about never changes. */
const kept = new Map<string, ImpactRules>()
const mostKept = 20

export async function rulesOfRun(tx: Tx, run: NamedImpactRow): Promise<ImpactRules> {
  const rules = kept.get(run.question) ?? (await readRules(tx, run))
  kept.delete(run.question)
  kept.set(run.question, rules)
  const oldest = kept.keys().next()
  if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value)
  return rules
}

/** What figures of a run are told with. */
export async function figureWords(tx: Tx, run: NamedImpactRow, { question }: ImpactRules): Promise<FigureWords> {
  const parts = await listAreaParts(tx, run.area, run.at)
  return { assembly: question.after.assembly, before: question.before.assembly, subject: subjectWordsOf(question.after.assembly, run.subject), partOf: (unit) => parts.get(unit) ?? { id: run.area, name: run.area_name } }
}

export function subjectWordsOf(assembly: ImpactRules['question']['after']['assembly'], subject: string): SubjectWords {
  const words = subjectWords(assembly, subject)
  if (!words) throw new Error(`The rules have no ${subject}`)
  return words
}

/** Whether the reader sees every household of the area one by one. */
async function seesArea(tx: Tx, { area }: NamedImpactRow): Promise<boolean> {
  return (await listReach(tx)).includes(area)
}

/** A run as far as it has come; for readers of a part of its area without what would tell of single households. */
export async function describeRun(tx: Tx, id: string): Promise<ImpactRun> {
  const run = await getRunOrThrow(tx, id)
  const rules = await rulesOfRun(tx, run)
  const persons = await seesArea(tx, run)
  const figures = run.flow && run.plan ? describeFigures({ flow: run.flow, plan: run.plan, parts: await listParts(tx, id) }, await figureWords(tx, run, rules)) : undefined
  return {
    ...(await summarise(tx, run, persons)),
    ...(run.register && { register: run.register }),
    checks: { checked: run.flow?.checked ?? 0, differing: run.flow?.differing ?? 0 },
    ...(figures && run.flow?.differing === 0 && { figures: persons ? figures : veilFigures(figures) }),
    persons,
  }
}

const most = 30

/** The newest runs of a draft or programme. */
export async function describeRuns(tx: Tx, of: { readonly draft?: string; readonly programme?: string }): Promise<ImpactSummary[]> {
  const summaries: ImpactSummary[] = []
  for (const run of await listRuns(tx, of, most)) summaries.push(await summarise(tx, run, await seesArea(tx, run)))
  return summaries
}

async function summarise(tx: Tx, run: NamedImpactRow, persons: boolean): Promise<ImpactSummary> {
  const before: Release = JSON.parse((await findReleaseBody(tx, run.before_hash)) ?? '{}')
  const after = await readAfter(tx, run)
  const changed = run.flow?.changed
  return {
    id: run.id,
    state: run.state,
    programme: run.programme,
    before: { hash: run.before_hash, title: before.title },
    after: { hash: run.after_hash, title: after.title, ...(run.draft_id !== null && run.draft_version !== null && { draft: { id: run.draft_id, version: run.draft_version } }) },
    subject: { id: run.subject, title: titleOfSubject(after, run.subject) },
    at: run.at,
    near: run.near,
    area: { id: run.area, name: run.area_name },
    created_by: { id: run.created_by, name: run.created_by_name },
    created_at: run.created_at.toISOString(),
    ...(run.finished_at && { finished_at: run.finished_at.toISOString() }),
    progress: { done: run.parts_done, of: run.parts },
    ...(run.register && { households: run.register.households }),
    ...(changed !== undefined && { changed: persons ? changed : veilCount(changed) }),
    ...(run.failure && { failure: run.failure }),
  }
}

async function readAfter(tx: Tx, { draft_id: draft, draft_version: version, after_hash: hash }: NamedImpactRow): Promise<Release> {
  if (draft === null || version === null) return JSON.parse((await findReleaseBody(tx, hash)) ?? '{}')
  const document: DraftDocument = JSON.parse((await findVersion(tx, draft, version))?.document ?? '{}')
  return document.release
}

const titleOfSubject = ({ logic }: Release, subject: string): Text => logic.find(({ id }) => id === subject)?.title ?? { vi: subject, en: subject }
