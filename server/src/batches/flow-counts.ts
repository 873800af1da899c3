import { isDay } from '@tieuchi/runtime'
import type { JudgedOutcome } from './row-judge.ts'

/** Where households stood before and stand after; outcomes of endless values are told without them. */
export interface FlowCell {
  readonly before: JudgedOutcome
  readonly after: JudgedOutcome
  readonly households: number
}

/** Counts households by where they stand before and after. */
export class FlowCounts {
  readonly #cells = new Map<string, FlowCell>()

  add(before: JudgedOutcome, after: JudgedOutcome, households = 1): void {
    if (households === 0) return
    const key = JSON.stringify([before, after])
    this.#cells.set(key, { before, after, households: (this.#cells.get(key)?.households ?? 0) + households })
  }

  /** Largest first. */
  get cells(): readonly FlowCell[] {
    return [...this.#cells.values()].toSorted((a, b) => b.households - a.households)
  }
}

/** Whether values like this one are too many to be told apart in a table. */
const isEndlessValue = (value: JudgedOutcome['value']): boolean => typeof value === 'number' || typeof value === 'object' || (typeof value === 'string' && isDay(value))

/** An outcome without its value where values are endless; whether they are is told by the value where nothing else does. */
export const withoutValue = ({ state, value }: JudgedOutcome, endless: boolean = isEndlessValue(value)): JudgedOutcome =>
  endless || value === undefined ? { state } : { state, value }
