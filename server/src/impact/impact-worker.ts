import { randomUUID } from 'node:crypto'
import type { OutcomeFlow } from '@tieuchi/runtime/columns/outcome-flow.ts'
import { checkBatch, drawSample } from '../batches/batch-check.ts'
import type { BatchPool } from '../batches/batch-pool.ts'
import { withoutValue } from '../batches/flow-counts.ts'
import { judgeByInterpreter } from '../batches/row-judge.ts'
import type { JobQueue, RunningJob } from '../jobs/job-queue.ts'
import type { Clock } from '../plugins/clock.ts'
import { asSystem, type Db } from '../plugins/database.ts'
import type { CurrentRegisters } from '../register-columns/current-registers.ts'
import type { KeptRegister } from '../register-columns/register-keeper.ts'
import { sendPart, type ImpactJob } from './impact-begin.ts'
import { failImpact, finishImpact } from './impact-end.ts'
import { beginRun, endPart, findRun, holdRun, listArea, listParts, replaceGroups, writeFlow, type ImpactRow } from './impact-queries.ts'
import { readRules, type ImpactRules } from './impact-rules.ts'
import type { FoundFlow } from './found.ts'
import { ColumnJudge } from './judging/column-judge.ts'
import { judgeDetails } from './judging/detail-part.ts'
import { judgeFlow, type JudgingTools } from './judging/flow-part.ts'
import { foundIn, mostLooked } from './judging/found-part.ts'
import { linesOf } from './judging/lines.ts'
import { judgeMoney } from './judging/money-part.ts'
import { groupNoted } from './judging/noted-groups.ts'
import { isEndless } from './judging/register-flow.ts'
import { readByBoth } from './judging/impact-question.ts'

interface WorkerParts {
  readonly db: Db
  readonly clock: Clock
  readonly registers: CurrentRegisters
  readonly pool: BatchPool
}

/** A run that parts were done of a moment ago. */
interface Known {
  readonly rules: ImpactRules
  judge?: { readonly revision: number; readonly columns: ColumnJudge | undefined }
}

const mostKnown = 4
/** Households of a part, more or less: small enough that what dies with a process is soon done again, and that several share the work. */
const mostOfPart = 10_000
const fewestOfPart = 250
const partsOfRun = 8

/** Does the work of runs part by part, in whichever process is free. */
export class ImpactWorker {
  readonly #parts: WorkerParts
  readonly #known = new Map<string, Known>()
  /** Tells this process from others. */
  readonly #name = randomUUID()

  constructor(parts: WorkerParts) {
    this.#parts = parts
  }

  /** Does one part. One that was done before, or of a run that has ended, is left as it is. */
  async work(queue: JobQueue<ImpactJob>, { data: { run: id, part }, signal }: RunningJob<ImpactJob>): Promise<void> {
    const { db, registers } = this.#parts
    const asked = await asSystem(db, async (tx) => {
      await beginRun(tx, id)
      const run = await findRun(tx, id)
      const own = (await listParts(tx, id)).find((each) => each.part === Number(part))
      return run && own && run.state === 'running' && own.done_at === null ? { run, own, area: await listArea(tx, run.area) } : undefined
    })
    if (!asked) return
    const known = await this.#rulesOf(asked.run)
    const register = await registers.registerFor(known.rules.published, asked.run.at, readByBoth(known.rules.question))
    await register.keeper.use(known.rules.question.moment, async (kept) => {
      signal.throwIfAborted()
      const tools: JudgingTools = { register: kept.register, columns: await this.#columnsOf(known, kept), units: new Set(Number(part) === 0 ? asked.area : asked.own.units), signal }
      if (Number(part) === 0) await this.#judgeFlow(queue, asked.run, known.rules, kept, tools)
      else await this.#judgeDetails(asked.run, Number(part), known.rules, kept, tools)
    })
  }

  /** Says that a run cannot be finished. */
  failed(id: string): Promise<void> {
    return failImpact(this.#parts.db, id, { vi: 'Đã thử nhiều lần mà không tính xong. Hãy tính lại; nếu vẫn không được, báo cho quản trị hệ thống.', en: 'It was tried several times and did not finish. Compute again; if it still fails, tell the administrator.' }, this.#parts.clock())
  }

  async #rulesOf(run: ImpactRow): Promise<Known> {
    const known = this.#known.get(run.id) ?? { rules: await asSystem(this.#parts.db, (tx) => readRules(tx, run)) }
    this.#known.delete(run.id)
    this.#known.set(run.id, known)
    const oldest = this.#known.keys().next()
    if (this.#known.size > mostKnown && !oldest.done) this.#known.delete(oldest.value)
    return known
  }

  async #columnsOf(known: Known, { register }: KeptRegister): Promise<ColumnJudge | undefined> {
    if (known.judge?.revision !== register.revision || (known.judge.columns && known.judge.columns.register !== register)) {
      known.judge = { revision: register.revision, columns: await ColumnJudge.open(register, known.rules.question, this.#parts.pool.run) }
    }
    return known.judge.columns
  }

  async #judgeFlow(queue: JobQueue<ImpactJob>, { id }: ImpactRow, rules: ImpactRules, kept: KeptRegister, tools: JudgingTools): Promise<void> {
    const { db, clock } = this.#parts
    const { question, between } = rules
    const checks = tools.columns ? await this.#check(id, rules, kept, tools.columns.flow) : { checked: 0, differing: 0 }
    const flow: FoundFlow = { ...(await judgeFlow(question, tools)), ...checks, money: await judgeMoney(question, tools) }
    const units = groupsOf(flow)
    const plan = { changes: between.changes.map(({ id: change, path, sentence }) => ({ id: change, path, sentence })), lines: linesOf(question.after.assembly, question.near) }
    const register = { households: flow.cells.reduce((sum, { households }) => sum + households, 0), position: kept.position, changed_meanwhile: 0 }
    await asSystem(db, async (tx) => {
      const run = await holdRun(tx, id)
      if (run?.state !== 'running' || run.flow !== null) return
      await writeFlow(tx, id, { plan, flow, register })
      await endPart(tx, { run: id, part: 0, at: clock(), by: this.#name })
      for (const [index, group] of units.entries()) await sendPart(tx, queue, { run: id, part: index + 1, units: group })
      if (units.length === 0) await finishImpact(tx, run, register, clock())
    })
    if (checks.differing > 0) await failImpact(db, id, { vi: `Cách tính nhanh và cách tính lại từng hộ cho kết quả khác nhau ở ${checks.differing} hộ được kiểm tra, nên không dùng kết quả này. Hãy báo cho quản trị hệ thống.`, en: `The fast computation and the interpreter differ on ${checks.differing} households that were checked, so this is not used. Tell the administrator.` }, clock())
  }

  /** Both sides, on a few households drawn at random. */
  async #check(run: string, { question }: ImpactRules, kept: KeptRegister, flow: OutcomeFlow): Promise<{ readonly checked: number; readonly differing: number }> {
    const { before, after, subject, moment } = question
    const sample = drawSample(kept.register).filter((place) => flow.at(place).before.state !== 'apart' && flow.at(place).after.state !== 'apart')
    const totals = { checked: 0, differing: 0 }
    for (const [side, rules] of [['before', before], ['after', after]] as const) {
      const endless = isEndless(flow[side])
      const { checked, differing } = await checkBatch(this.#parts.db, {
        run, rules, moment, kept, sample,
        batch: (place) => flow.at(place)[side],
        interpreter: async (input) => withoutValue(await judgeByInterpreter(rules, subject, input, moment), endless),
      }, this.#parts.clock())
      totals.checked += checked
      totals.differing += differing
    }
    return totals
  }

  async #judgeDetails({ id }: ImpactRow, part: number, { question, between }: ImpactRules, kept: KeptRegister, tools: JudgingTools): Promise<void> {
    const { db, clock } = this.#parts
    const parts = await asSystem(db, (tx) => listParts(tx, id))
    const households = await judgeDetails(question, between, tools)
    const found = { ...(await foundIn(question, households, tools, Math.ceil(mostLooked / Math.max(1, parts.length - 1)))), position: kept.position }
    const groups = groupNoted(households)
    tools.signal.throwIfAborted()
    await asSystem(db, async (tx) => {
      const run = await holdRun(tx, id)
      const own = (await listParts(tx, id)).find((each) => each.part === part)
      if (run?.state !== 'running' || own?.done_at !== null || !run.register) return
      await replaceGroups(tx, id, part, groups)
      await endPart(tx, { run: id, part, found, at: clock(), by: this.#name })
      if ((await listParts(tx, id)).every((each) => each.done_at !== null)) await finishImpact(tx, run, run.register, clock())
    })
  }
}

/** Units in groups of about as many households, in one order. */
function groupsOf({ breakdowns }: FoundFlow): readonly (readonly string[])[] {
  const lines = (breakdowns.find(({ id }) => id === 'unit')?.lines ?? []).toSorted((a, b) => a.key.localeCompare(b.key))
  const all = lines.flatMap(({ cells }) => cells).reduce((sum, { households }) => sum + households, 0)
  const most = Math.min(mostOfPart, Math.max(fewestOfPart, Math.ceil(all / partsOfRun)))
  const groups: string[][] = []
  let room = 0
  for (const { key, cells } of lines) {
    const households = cells.reduce((sum, cell) => sum + cell.households, 0)
    if (room <= 0 || groups.length === 0) {
      groups.push([])
      room = most
    }
    groups.at(-1)?.push(key)
    room -= households
  }
  return groups
}
