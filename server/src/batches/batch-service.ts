import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { CommonDocument, Moment } from '@tieuchi/runtime'
import { NotInColumns } from '@tieuchi/runtime/columns/not-in-columns.ts'
import type { OutcomeFlow, RowPlace } from '@tieuchi/runtime/columns/outcome-flow.ts'
import { parameterChanges } from '@tieuchi/runtime/columns/parameter-changes.ts'
import type { RegisterRow } from '@tieuchi/runtime/columns/row-encoding.ts'
import { Unplannable } from '@tieuchi/runtime/plan'
import type { Clock } from '../plugins/clock.ts'
import type { Db } from '../plugins/database.ts'
import type { KeptRegister, RegisterKeeper } from '../register-columns/register-keeper.ts'
import { checkBatch, drawSample, type BatchCheck } from './batch-check.ts'
import type { BatchPool } from './batch-pool.ts'
import { ColumnRules } from './column-rules.ts'
import { FlowCounts, withoutValue, type FlowCell } from './flow-counts.ts'
import { judgeByInterpreter, RowJudge, type JudgedOutcome } from './row-judge.ts'
import type { RulesOnTrial } from './rules-on-trial.ts'

export interface CompareRequest {
  readonly before: RulesOnTrial
  readonly after: RulesOnTrial
  readonly moment: Moment
  /** The outcome of the household that is looked at. */
  readonly outcome: string
  /** Only households of these units; all where nothing is said. */
  readonly units?: readonly string[]
}

export interface FlippedHousehold {
  readonly id: string
  readonly before: JudgedOutcome
  readonly after: JudgedOutcome
}

/** Who would get another result. */
interface FoundFlow {
  readonly flow: readonly FlowCell[]
  /** Households whose result is another; of outcomes of endless values without the value. */
  readonly flipped: readonly FlippedHousehold[]
  /** Households judged one by one, for columns could not hold them or say. */
  readonly oneByOne: number
}

/** What is shown while a slider moves: not checked and not recorded, so that it has no run to be kept by. */
export type Preview = FoundFlow & { readonly kind: 'preview' }

/** What a change of rules does to the register; or that columns and interpreter differ, so that it may not be used. */
export type Comparison =
  | (FoundFlow & { readonly kind: 'compared'; readonly run: string; readonly checks: readonly BatchCheck[] })
  | { readonly kind: 'differs'; readonly run: string; readonly checks: readonly BatchCheck[] }

interface BatchParts {
  readonly db: Db
  readonly clock: Clock
  readonly common: CommonDocument
  readonly keeper: RegisterKeeper
  readonly pool: BatchPool
}

/** Judges the whole register. */
export class BatchService {
  readonly #parts: BatchParts
  readonly #rules: ColumnRules

  constructor(parts: BatchParts) {
    this.#parts = parts
    this.#rules = new ColumnRules(parts.common, parts.pool.run)
  }

  /** Who would get another result under other rules: a draft, a published release, or the same with other values of parameters. */
  compare(request: CompareRequest): Promise<Comparison> {
    return this.#parts.keeper.use(request.moment, async (kept) => {
      const run = randomUUID()
      const flow = await this.#flow(request, kept)
      const checks = flow ? await this.#check(run, request, kept, flow) : []
      if (checks.some(({ differing }) => differing > 0)) return { kind: 'differs', run, checks }
      return { kind: 'compared', run, checks, ...(await foundFlow(request, kept, flow)) }
    })
  }

  /** The same for a slider that is being moved. */
  preview(request: CompareRequest): Promise<Preview> {
    return this.#parts.keeper.use(request.moment, async (kept) => ({ kind: 'preview', ...(await foundFlow(request, kept, await this.#flow(request, kept))) }))
  }

  /** The flow over columns; undefined where these rules cannot be computed so. */
  async #flow({ before, after, moment, outcome, units }: CompareRequest, { register }: KeptRegister): Promise<OutcomeFlow | undefined> {
    if (!this.#rules.fits(before) || !this.#rules.fits(after)) return undefined
    try {
      const program = this.#rules.program(before)
      const comparison = this.#rules.comparison(register, { before, moment, outcome, ...(units && { units }) })
      const values = parameterChanges(program.graph, before.assembly, after.assembly)
      return await comparison.against(values ? { program, values } : { program: this.#rules.program(after) })
    } catch (error) {
      if (error instanceof Unplannable || error instanceof NotInColumns) return undefined
      throw error
    }
  }

  /** Both sides of the comparison, each as its release. */
  async #check(run: string, { before, after, moment, outcome }: CompareRequest, kept: KeptRegister, flow: OutcomeFlow): Promise<readonly BatchCheck[]> {
    const sample = drawSample(kept.register).filter((place) => isJudged(flow, place))
    const endless = isEndless(flow)
    const sides = before.release === after.release ? [['before', before] as const] : [['before', before] as const, ['after', after] as const]
    const checks: BatchCheck[] = []
    for (const [side, rules] of sides) {
      const batch = (place: RowPlace) => flow.at(place)[side]
      checks.push(await checkBatch(this.#parts.db, {
        run, rules, moment, kept, sample, batch,
        interpreter: async (input) => withoutValue(await judgeByInterpreter(rules, outcome, input, moment), endless),
      }, this.#parts.clock()))
    }
    return checks
  }
}

const isJudged = (flow: OutcomeFlow, place: RowPlace): boolean => {
  const { before, after } = flow.at(place)
  return before.state !== 'apart' && after.state !== 'apart'
}

/** Whether determined values are too many to be categories. */
const isEndless = ({ before, after }: OutcomeFlow): boolean => [...before, ...after].some(({ state, value }) => state === 'determined' && value === undefined)

/** The flow over columns with the households that were judged one by one. */
async function foundFlow(request: CompareRequest, kept: KeptRegister, flow: OutcomeFlow | undefined): Promise<FoundFlow> {
  const counts = new FlowCounts()
  const flipped: FlippedHousehold[] = []
  if (flow) countFlow(kept, flow, { counts, flipped })
  const oneByOne = await countRows(request, flow ? apartRows(kept, flow) : allRows(kept), { counts, flipped, ...(flow && { endless: isEndless(flow) }) })
  return { flow: counts.cells, flipped, oneByOne }
}

interface Counting {
  readonly counts: FlowCounts
  readonly flipped: FlippedHousehold[]
}

function countFlow({ register }: KeptRegister, { before, after, matrix, flipped: rows }: OutcomeFlow, { counts, flipped }: Counting): void {
  const outcomeOf = ({ state, value }: OutcomeFlow['before'][number] = { state: 'apart' }): JudgedOutcome => {
    if (state === 'apart') throw new Error('Households apart are not counted in columns')
    return value === undefined ? { state } : { state, value }
  }
  matrix.forEach((line, from) => line.forEach((households, to) => {
    if (households > 0) counts.add(outcomeOf(before[from]), outcomeOf(after[to]), households)
  }))
  for (const { members, row, before: from, after: to } of rows) flipped.push({ id: register.idOf(members, row), before: outcomeOf(before[from]), after: outcomeOf(after[to]) })
}

function* apartRows({ register }: KeptRegister, { apart }: OutcomeFlow): Generator<RegisterRow> {
  for (const { members, row } of apart) yield register.readAt(members, row)
  yield* register.apart.values()
}

function* allRows({ register }: KeptRegister): Generator<RegisterRow> {
  for (const { members, rows } of register.buckets) for (let row = 0; row < rows; row += 1) yield register.readAt(members, row)
  yield* register.apart.values()
}

/** After so many households others have their turn. */
const rowsOfTurn = 100

async function countRows(request: CompareRequest, rows: Iterable<RegisterRow>, { counts, flipped, endless }: Counting & { readonly endless?: boolean }): Promise<number> {
  const [before, after] = [request.before, request.after].map((rules) => new RowJudge(rules, request.outcome, request.moment))
  const within = request.units && new Set(request.units)
  let judged = 0
  for (const { id, unit, input } of rows) {
    if (!before || !after || within?.has(unit) === false) continue
    const [old, now] = [await before.judge(input), await after.judge(input)]
    counts.add(withoutValue(old, endless), withoutValue(now, endless))
    if (JSON.stringify(old) !== JSON.stringify(now)) flipped.push({ id, before: withoutValue(old, endless), after: withoutValue(now, endless) })
    judged += 1
    if (judged % rowsOfTurn === 0) await setImmediate()
  }
  return judged
}
