import type { Generated, JSONColumnType } from 'kysely'

/** What the interpreter found of a random part of a batch that something faster had judged. */
export interface BatchCheckTable {
  id: Generated<number>
  run: string
  /** What judged the batch: `columns`, or `records` where households were sent one by one. */
  execution: string
  programme: string
  layer: string
  /** Content hash of the release. */
  release: string
  semantics: number
  law_at: string
  facts_at: string
  unit_at: string
  /** Households judged, checked of them, and found otherwise. */
  households: number
  checked: number
  differing: number
  /** The first of those found otherwise: ids of households – of those sent, their lines –, with what was found. */
  differences: JSONColumnType<readonly BatchDifference[], string, string>
  checked_at: Date
}

/** A household on which batch and interpreter differ, and what each found; or whose answers in columns are not those of the register. */
export interface BatchDifference {
  readonly household: string
  readonly kind: 'result' | 'answers'
  readonly interpreter?: unknown
  readonly batch?: unknown
}
