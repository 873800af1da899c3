import { setTimeout } from 'node:timers/promises'
import type { Parameter } from '@tieuchi/runtime'
import { unitColumn } from '@tieuchi/runtime/columns/column.ts'
import { dictionaryOf } from '@tieuchi/runtime/columns/column-kinds/column-kind.ts'
import { columnIndex } from '@tieuchi/runtime/columns/column-layout.ts'
import type { BatchPool } from '../batches/batch-pool.ts'
import { rulesOnTrial } from '../batches/rules-on-trial.ts'
import { findDraft } from '../drafts/draft-queries.ts'
import type { Writing } from '../drafts/draft-service.ts'
import { asPerson, type Db, type Tx } from '../plugins/database.ts'
import { WhileRulesStay } from '../plugins/database-rules-seen.ts'
import { Problem } from '../plugins/problem.ts'
import type { CurrentRegister, CurrentRegisters } from '../register-columns/current-registers.ts'
import type { KeptRegister } from '../register-columns/register-keeper.ts'
import { listReach } from '../units/unit-queries.ts'
import { findSides, subjectOf } from './impact-begin.ts'
import { joinImpactRules, type ImpactRules } from './impact-rules.ts'
import type { ImpactPreview, NewImpactPreview } from './impact-schema.ts'
import { breakdownsOf } from './judging/breakdowns.ts'
import { ColumnJudge } from './judging/column-judge.ts'
import { FlowTally } from './judging/flow-part.ts'
import { withParameters } from './judging/lines.ts'
import { judgeApart, standingOf } from './judging/register-flow.ts'
import { describePreview, type FoundPreview, type OnTrial, type TurnedHousehold } from './preview-figures.ts'
import { standingKey } from './standing.ts'
import { readByBoth } from './judging/impact-question.ts'

interface PreviewParts {
  readonly db: Db
  readonly registers: CurrentRegisters
  readonly pool: BatchPool
}

/** So long a request waits before it tells how far the register was read. */
const patience = 1000
const mostJudges = 3

/** Tries values of parameters on the register while they are dragged. */
export class ImpactPreviews {
  readonly #parts: PreviewParts
  readonly #rules = new WhileRulesStay<ImpactRules>(20)
  readonly #judges = new Map<string, { readonly revision: number; readonly judge: ColumnJudge | undefined }>()

  constructor(parts: PreviewParts) {
    this.#parts = parts
  }

  async preview(writing: Writing, draft: string, asked: NewImpactPreview): Promise<ImpactPreview> {
    const trial = await asPerson(this.#parts.db, writing.signedIn, (tx) => this.#read(tx, writing, draft, asked))
    const waiting = new AbortController()
    let register: CurrentRegister | undefined
    const count = async (): Promise<FoundPreview> => {
      register = await this.#parts.registers.registerFor(trial.rules.published, trial.at, readByBoth(trial.rules.question))
      return register.keeper.use(trial.rules.question.moment, (kept) => this.#count(trial, kept, asked))
    }
    const counting = count()
    counting.catch(() => undefined)
    const found = await Promise.race([counting, setTimeout(patience, undefined, { signal: waiting.signal }).catch(() => undefined)])
    waiting.abort()
    if (!found) return { state: 'loading', share: register?.loading ?? 0 }
    return asPerson(this.#parts.db, writing.signedIn, (tx) => describePreview(tx, trial, found))
  }

  async #read(tx: Tx, { signedIn, today }: Writing, id: string, { before, subject, at }: NewImpactPreview): Promise<OnTrial> {
    const draft = await findDraft(tx, id)
    if (!draft) throw new Problem('draft_not_found')
    const key = JSON.stringify([id, draft.version, before, subject, at, today])
    const rules = await this.#rules.find(tx, key, async () => {
      const sides = await findSides(tx, { after: { draft: id }, ...(before && { before }), ...(at !== undefined && { at }) }, today)
      const others = Object.fromEntries(Object.entries(sides.joined.releases).map(([name, { release }]) => [name, release]))
      return joinImpactRules({ published: sides.joined.common.document, before: sides.before.release, after: sides.after.document, others }, { subject: subjectOf(sides, subject), at: sides.at, near: 1 })
    })
    return { key: JSON.stringify([key, signedIn.unit.id]), version: draft.version, at: rules.question.moment.facts_at, rules, units: new Set(await listReach(tx)), area: signedIn.unit.id }
  }

  async #count({ key, rules, units }: OnTrial, { register }: KeptRegister, { parameters, breakdown: wanted }: NewImpactPreview): Promise<FoundPreview> {
    const { question } = rules
    const { assembly } = question.after
    const column = register.layout.columns[columnIndex(register.layout, 'row', unitColumn)]
    const inhabited = column ? dictionaryOf(column.encoding).texts() : []
    const own = inhabited.filter((unit) => units.has(unit))
    const known = this.#judges.get(key)
    const judge = known?.revision === register.revision && known.judge?.register === register ? known.judge : await ColumnJudge.open(register, question, this.#parts.pool.run, own.length < inhabited.length ? own : undefined)
    this.#keep(key, { revision: register.revision, judge })
    const moved = withParameters(assembly, question.others, Object.fromEntries(Object.entries(parameters).map(([id, trial]) => [id, (parameter: Parameter): Parameter => onTrial(parameter, trial)])))
    const breakdowns = breakdownsOf(assembly.common)
    const breakdown = breakdowns.find(({ id }) => id === wanted) ?? breakdowns[0]
    const tally = new FlowTally(breakdown ? [breakdown] : [])
    const band: TurnedHousehold[] = []
    const [flow, turned] = [await judge?.flowTo(moved), await judge?.otherwiseThanAfter(moved)]
    if (judge && flow) tally.addColumns({ register, flow }, judge.within(units))
    for (const { members, row, before, after } of turned?.flipped ?? []) band.push({ id: register.idOf(members, row), from: standingKey(standingOf(turned?.before[before])), to: standingKey(standingOf(turned?.after[after])) })
    const signal = new AbortController().signal
    // Whom columns cannot judge may be others at other values.
    for await (const { before, after, at: { row } } of judgeApart(register, { ...question, after: rulesOnTrial(moved) }, { columns: flow && { flow }, units, signal })) tally.add(before, after, (by) => by.ofRow(row))
    for await (const { id, before, after, changed } of judgeApart(register, { ...question, before: question.after, after: rulesOnTrial(moved) }, { columns: turned && { flow: turned }, units, signal })) if (changed) band.push({ id, from: standingKey(before), to: standingKey(after) })
    const { cells, breakdowns: [told] } = tally.result
    return { cells, band, ...(breakdown && { told: { breakdown, lines: told?.lines ?? [] } }) }
  }

  #keep(key: string, kept: { readonly revision: number; readonly judge: ColumnJudge | undefined }): void {
    this.#judges.delete(key)
    this.#judges.set(key, kept)
    const oldest = this.#judges.keys().next()
    if (this.#judges.size > mostJudges && !oldest.done) this.#judges.delete(oldest.value)
  }
}

function onTrial(parameter: Parameter, trial: NewImpactPreview['parameters'][string]): Parameter {
  if ('value' in trial) return { ...parameter, value: trial.value }
  return { ...parameter, values: { ...parameter.values, ...trial.values } }
}
