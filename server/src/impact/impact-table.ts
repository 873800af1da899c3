import type { Text } from '@tieuchi/runtime'
import type { Reason } from '@tieuchi/runtime/impact/reasons.ts'
import type { Generated, JSONColumnType } from 'kysely'
import type { FoundFlow, FoundPart, ImpactPlan, JudgedRegister, NearLine } from './found.ts'

export type ImpactState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

/** A comparison of two rules over the register of an area. */
export interface ImpactRunTable {
  id: Generated<string>
  /** Hash of everything that was asked. */
  question: string
  programme: string
  /** Whose version the rules after are; absent where they are a release. */
  draft_id: string | null
  draft_version: number | null
  before_hash: string
  after_hash: string
  /** Hash of the rules themselves: where only words are other it stays. */
  after_logic: string
  common_hash: string
  /** Hashes of releases of other programmes that both read. */
  reads: JSONColumnType<Readonly<Record<string, string>>, string, string>
  subject: string
  at: string
  near: number
  area: string
  state: ImpactState
  plan: JSONColumnType<ImpactPlan, string | null, string> | null
  flow: JSONColumnType<FoundFlow, string | null, string> | null
  register: JSONColumnType<JudgedRegister, string | null, string> | null
  failure: JSONColumnType<Text, string | null, string> | null
  created_by: string
  created_at: Date
  finished_at: Date | null
}

/** A part of the work: the first tells who goes where, the others look at the households of some units. */
export interface ImpactPartTable {
  run_id: string
  part: number
  job_id: string
  units: string[]
  found: JSONColumnType<FoundPart, string | null, string> | null
  done_at: Date | null
  /** The process that did it. */
  done_by: string | null
}

/** Households of a unit to be told of, with the same standing and the same reasons. */
export interface ImpactGroupTable {
  run_id: string
  part: number
  number: number
  unit_id: string
  /** Where they stand, as `standingKey` writes it. */
  before: string
  after: string
  changed: boolean
  undetermined: boolean
  reasons: JSONColumnType<readonly Reason[], string, string>
  lines: JSONColumnType<readonly NearLine[], string, string>
  households: string[]
}
