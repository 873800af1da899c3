import type { Readable } from 'node:stream'
import { randomUUID } from 'node:crypto'
import { addDays, type ProgrammeDocument, type Text } from '@tieuchi/runtime'
import { fileSlug } from '../excel/file-slug.ts'
import { zipFile } from '../excel/zip-file.ts'
import type { JobQueue } from '../jobs/job-queue.ts'
import { dayOf, formatDay } from '../plugins/clock.ts'
import { asPerson, asProgram, type Db, type Reach, type Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { listProgrammes } from '../policies/policy-queries.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { isDayAlone } from '../reports/known-moment.ts'
import { findForms } from '../reports/report-asked.ts'
import type { LocalRules } from '../reports/report-schema.ts'
import { listNewestNames } from '../units/unit-queries.ts'
import { deleteFiles, deleteOldSets, endSet, findFile, findSet, holdSet, insertSet, listFileNames, listSets, type ReportSetFound, type ReportSetRow } from './report-set-queries.ts'
import type { NewReportSet, ReportSet } from './report-set-schema.ts'

export interface ReportSetJob extends Readonly<Record<string, string>> {
  readonly set: string
}

/** Days a set is kept, and how many of those that have ended each person keeps besides a new one. */
const keptDays = 7
const mostKept = 4
/** Sets of a person that may be under way at once. */
const mostUnderWay = 3

interface Asking {
  readonly person: { readonly id: string }
  readonly now: Date
}

/** Whether a set is what is asked for; what is to be known now is known as of when it was begun. */
const isSame = (set: ReportSetRow, { programme, unit, from, to, period, language, known }: NewReportSet, layer: ReportSetRow['layer']): boolean =>
  set.programme === programme && set.unit_id === unit && set.period_from === from && set.period_to === to && set.period === period && set.language === language && set.layer === layer
  && (known === undefined ? !isDayAlone(set.known) : set.known === known)

/** Whether a set was begun by these rules. */
export const hasRules = (set: Pick<ReportSetRow, 'release_hash' | 'local'>, { hash, local }: { readonly hash: string; readonly local: readonly LocalRules[] }): boolean =>
  set.release_hash === hash && set.local.length === local.length && set.local.every((each, index) => each.hash === local[index]?.hash)

const isUnderWay = ({ state }: Pick<ReportSetRow, 'state'>): boolean => state === 'waiting' || state === 'running'

/** Begins to make a set; one of the same question that is under way goes on instead. Its id. */
export async function beginReportSet(tx: Tx, { queue, book }: { readonly queue: JobQueue<ReportSetJob>; readonly book: RuleBook }, { person, now }: Asking, asked: NewReportSet): Promise<string> {
  const { programme, place: { unit, count: { span, local } }, rules } = await findForms(tx, book, asked.programme, asked)
  const layer = local ? 'local' : null
  const reports = (rules?.release.reports ?? []).filter(({ period }) => period === asked.period)
  if (!rules || reports.length === 0) throw new Problem('report_set_empty', { programme: programme.title, at: formatDay(span.to) })
  await asProgram(tx, () => deleteOldSets(tx, { before: new Date(now.getTime() - keptDays * 86_400_000), person: person.id, most: mostKept }))
  const underWay = (await listSets(tx, person.id)).filter(isUnderWay)
  const same = underWay.find((set) => isSame(set, asked, layer) && hasRules(set, rules))
  if (same) return same.id
  if (underWay.length >= mostUnderWay) throw new Problem('report_sets_many', { most: mostUnderWay })
  const job = randomUUID()
  const set = await insertSet(tx, {
    programme: programme.id, release_hash: rules.hash, unit_id: unit.id, period: asked.period, period_from: span.from, period_to: span.to, known: asked.known ?? now.toISOString(), layer, local: JSON.stringify(rules.local),
    language: asked.language, reports: reports.map(({ id }) => id), job_id: job, state: 'waiting', failure: null, created_by: person.id, created_at: now, begun_at: null, finished_at: null,
  })
  await queue.send(tx, { set }, { id: job })
  return set
}

export async function getSetOrThrow(tx: Tx, id: string): Promise<ReportSetFound> {
  const set = await findSet(tx, id)
  if (!set) throw new Problem('report_set_not_found')
  return set
}

/** Stops a set; what was made of it is removed. */
export async function cancelReportSet(tx: Tx, queue: JobQueue<ReportSetJob>, id: string, now: Date): Promise<void> {
  await getSetOrThrow(tx, id)
  await asProgram(tx, async () => {
    const set = await holdSet(tx, id)
    if (!set || !isUnderWay(set)) return
    await endSet(tx, id, { state: 'cancelled', finished_at: now })
    await deleteFiles(tx, id)
    await queue.cancel(tx, set.job_id)
  })
}

/** A set as far as it has come. */
export async function describeSet(tx: Tx, id: string, now: Date): Promise<ReportSet> {
  const [described] = await describeAll(tx, [await getSetOrThrow(tx, id)], now)
  if (!described) throw new Problem('report_set_not_found')
  return described
}

/** The sets of a person, the newest first. */
export const describeSets = async (tx: Tx, { person, now }: Asking): Promise<ReportSet[]> => describeAll(tx, await listSets(tx, person.id), now)

async function describeAll(tx: Tx, sets: readonly ReportSetFound[], now: Date): Promise<ReportSet[]> {
  const programmes = new Map((await listProgrammes(tx)).map((programme) => [programme.id, programme]))
  const names = await listNewestNames(tx, sets.map(({ unit_id: unit }) => unit))
  return sets.map((set) => describe(set, programmes.get(set.programme), names.get(set.unit_id), now))
}

const describe = (set: ReportSetFound, programme: ProgrammeDocument | undefined, unit: string | undefined, now: Date): ReportSet => ({
  id: set.id,
  programme: { id: set.programme, title: programme?.title ?? { vi: set.programme, en: set.programme } },
  unit: { id: set.unit_id, name: unit ?? set.unit_id },
  period: set.period, from: set.period_from, to: set.period_to, known: set.known, ...(set.layer !== null && { layer: set.layer }), local: [...set.local],
  state: set.state,
  progress: { done: set.state === 'done' ? set.reports.length : set.made, of: set.reports.length },
  ...(isUnderWay(set) && secondsLeft(set, now)),
  ...(set.failure && { failure: set.failure }),
  created_at: set.created_at.toISOString(),
  kept_until: addDays(dayOf(set.created_at), keptDays),
})

/** As long as the reports made took each, so long the others will. */
const secondsLeft = ({ begun_at: begun, made, reports }: ReportSetFound, now: Date): { readonly seconds_left?: number } =>
  (begun && made > 0 ? { seconds_left: Math.max(1, Math.round(((now.getTime() - begun.getTime()) / 1000 / made) * (reports.length - made))) } : {})

/** What people are told a set is called. */
export async function titleOfSet(tx: Tx, set: ReportSetRow): Promise<Text> {
  const programme = (await listProgrammes(tx)).find(({ id }) => id === set.programme)
  const unit = (await listNewestNames(tx, [set.unit_id])).get(set.unit_id) ?? set.unit_id
  const days = `${formatDay(set.period_from)}–${formatDay(set.period_to)}`
  return { vi: `${programme?.title.vi ?? set.programme}, ${unit}, ${days}`, en: `${programme?.title.en ?? set.programme}, ${unit}, ${days}` }
}

/** A set as one archive; each of its files is read, with the reader's eyes, when its turn comes. */
export async function packSet(db: Db, reader: Reach, id: string): Promise<{ readonly name: string; readonly file: Readable }> {
  const { set, title, names } = await asPerson(db, reader, async (tx) => {
    const found = await getSetOrThrow(tx, id)
    if (found.state !== 'done') throw new Problem('report_set_not_done')
    return { set: found, title: await titleOfSet(tx, found), names: await listFileNames(tx, id) }
  })
  const read = (name: string) => async (): Promise<Buffer> => {
    const content = await asPerson(db, reader, (tx) => findFile(tx, id, name))
    if (!content) throw new Problem('report_set_not_found')
    return content
  }
  return { name: `${fileSlug(title[set.language])}.zip`, file: await zipFile(names.map((name) => ({ name, read: read(name) })), set.finished_at ?? set.created_at) }
}
