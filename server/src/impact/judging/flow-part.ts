import { notLooked, rowCategories } from '@tieuchi/runtime/columns/row-categories.ts'
import type { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import type { Answer } from '@tieuchi/runtime'
import { FlowCounts, type FlowCell } from '../../batches/flow-counts.ts'
import type { FlowPart } from '../found.ts'
import { breakdownsOf, type Breakdown } from './breakdowns.ts'
import type { ColumnJudge } from './column-judge.ts'
import type { ImpactQuestion } from './impact-question.ts'
import { judgeApart, standingOf } from './register-flow.ts'
import type { RowsWithin } from './unit-rows.ts'

export interface JudgingTools {
  readonly register: RegisterColumns
  readonly columns: ColumnJudge | undefined
  /** Only households of these units. */
  readonly units: ReadonlySet<string>
  readonly signal: AbortSignal
}

export const keyOf = (answer: Answer | undefined): string => (answer === undefined ? '' : String(answer))

/** Counts who goes where. */
export async function judgeFlow(question: ImpactQuestion, tools: JudgingTools): Promise<FlowPart> {
  const breakdowns = breakdownsOf(question.after.assembly.common)
  const tally = new FlowTally(breakdowns)
  let changed = tools.columns ? tally.addColumns(tools.columns, tools.columns.within(tools.units)) : 0
  let oneByOne = 0
  for await (const { before, after, changed: other, at: { row } } of judgeApart(tools.register, question, tools)) {
    tally.add(before, after, (breakdown) => breakdown.ofRow(row))
    if (other) changed += 1
    oneByOne += 1
  }
  return { ...tally.result, changed, oneByOne }
}

/** Counts households by where they stand before and after, in all and told apart by something. */
export class FlowTally {
  readonly #breakdowns: readonly Breakdown[]
  readonly #total = new FlowCounts()
  readonly #lines: readonly Map<string, FlowCounts>[]

  constructor(breakdowns: readonly Breakdown[]) {
    this.#breakdowns = breakdowns
    this.#lines = breakdowns.map(() => new Map<string, FlowCounts>())
  }

  get result(): Pick<FlowPart, 'cells' | 'breakdowns'> {
    return {
      cells: this.#total.cells,
      breakdowns: this.#breakdowns.map(({ id }, index) => ({ id, lines: [...(this.#lines[index] ?? [])].map(([key, counts]) => ({ key, cells: counts.cells })) })),
    }
  }

  add(before: FlowCell['before'], after: FlowCell['after'], answerTo: (breakdown: Breakdown) => Answer | undefined): void {
    this.#total.add(before, after)
    this.#breakdowns.forEach((breakdown, index) => this.#line(index, keyOf(answerTo(breakdown))).add(before, after))
  }

  /** Adds the households of some rows in columns; how many of them have another result. */
  addColumns({ register, flow }: Pick<ColumnJudge, 'register' | 'flow'>, within: RowsWithin): number {
    const readers = this.#breakdowns.map((breakdown) => breakdown.inColumns(register))
    const [columns, buckets] = [flow.after.length, new Map(register.buckets.map((bucket) => [bucket.members, bucket]))]
    const counts = readers.map(() => new Map<Answer | undefined, Float64Array>())
    const total = new Float64Array(flow.before.length * columns)
    for (const { members, before, after } of rowCategories(register, flow.parts)) {
      const [bucket, own] = [buckets.get(members), within.get(members)]
      if (!bucket || !own) continue
      for (let row = 0; row < before.length; row += 1) {
        if (before[row] === notLooked || own[row] !== 1) continue
        const cell = (before[row] ?? 0) * columns + (after[row] ?? 0)
        total[cell] = (total[cell] ?? 0) + 1
        for (let index = 0; index < readers.length; index += 1) raise(counts[index], readers[index]?.(bucket, row), cell, total.length)
      }
    }
    const addTo = (into: FlowCounts, cells: Float64Array) => cells.forEach((households, cell) => households > 0 && into.add(standingOf(flow.before[Math.floor(cell / columns)]), standingOf(flow.after[cell % columns]), households))
    addTo(this.#total, total)
    counts.forEach((lines, index) => lines.forEach((cells, answer) => addTo(this.#line(index, keyOf(answer)), cells)))
    return flow.flipped.filter(({ members, row }) => within.get(members)?.[row] === 1).length
  }

  #line(index: number, key: string): FlowCounts {
    const lines = this.#lines[index]
    const counts = lines?.get(key) ?? new FlowCounts()
    lines?.set(key, counts)
    return counts
  }
}

function raise(lines: Map<Answer | undefined, Float64Array> | undefined, answer: Answer | undefined, cell: number, size: number): void {
  const cells = lines?.get(answer) ?? new Float64Array(size)
  lines?.set(answer, cells)
  cells[cell] = (cells[cell] ?? 0) + 1
}
