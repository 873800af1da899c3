import type { Text } from '@tieuchi/runtime'
import type { JobQueue } from '../jobs/job-queue.ts'
import { addNotices } from '../notices/notice-service.ts'
import { asProgram, asSystem, type Db, type Tx } from '../plugins/database.ts'
import { findReleaseBody } from '../policies/policy-queries.ts'
import { countChangedIn } from '../register-columns/register-columns-queries.ts'
import { findVersion } from '../drafts/draft-queries.ts'
import type { ImpactJob } from './impact-begin.ts'
import { endRun, holdRun, listParts, type ImpactRow } from './impact-queries.ts'
import type { JudgedRegister } from './found.ts'

const titleIn = (document: string | undefined): Text | undefined => (document === undefined ? undefined : JSON.parse(document).title)

/** What the rules after are called. */
export async function titleOfRun(tx: Tx, run: Pick<ImpactRow, 'draft_id' | 'draft_version' | 'after_hash' | 'programme'>): Promise<Text> {
  const draft = run.draft_id !== null && run.draft_version !== null ? JSON.parse((await findVersion(tx, run.draft_id, run.draft_version))?.document ?? '{}').release : undefined
  return draft?.title ?? titleIn(await findReleaseBody(tx, run.after_hash)) ?? { vi: run.programme, en: run.programme }
}

/** All parts are done; whoever asked is told. */
export async function finishImpact(tx: Tx, run: ImpactRow, register: JudgedRegister, at: Date): Promise<void> {
  const changed = await countChangedIn(tx, register.position, run.area)
  await endRun(tx, run.id, { state: 'done', finished_at: at, register: { ...register, changed_meanwhile: changed } })
  await addNotices(tx, [run.created_by], { kind: 'impact_finished', subject: run.id, title: await titleOfRun(tx, run), at })
}

export function failImpact(db: Db, id: string, failure: Text, at: Date): Promise<void> {
  return asSystem(db, async (tx) => {
    const run = await holdRun(tx, id)
    if (!run || (run.state !== 'waiting' && run.state !== 'running')) return
    await endRun(tx, id, { state: 'failed', finished_at: at, failure: JSON.stringify(failure) })
    await addNotices(tx, [run.created_by], { kind: 'impact_failed', subject: id, title: await titleOfRun(tx, run), at })
  })
}

/** Stops a run; what is under way ends shortly, and what was found so far stays. */
export async function cancelImpact(tx: Tx, queue: JobQueue<ImpactJob>, id: string, { name, at }: { readonly name: string; readonly at: Date }): Promise<void> {
  await asProgram(tx, async () => {
    const run = await holdRun(tx, id)
    if (!run || (run.state !== 'waiting' && run.state !== 'running')) return
    await endRun(tx, id, { state: 'cancelled', finished_at: at })
    for (const part of await listParts(tx, id)) if (part.done_at === null) await queue.cancel(tx, part.job_id)
    await addNotices(tx, [run.created_by], { kind: 'impact_cancelled', subject: id, title: await titleOfRun(tx, run), actor: name, at })
  })
}
