import type { Language, ReportPeriod, Text } from '@tieuchi/runtime'
import type { Generated, JSONColumnType } from 'kysely'
import type { LocalRules } from '../reports/report-schema.ts'

export type ReportSetState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

/** All reports of a programme for a unit and a period, made for one person to take away. */
export interface ReportSetTable {
  id: Generated<string>
  programme: string
  /** Hash of the rules on the last day, by which all of it is told. */
  release_hash: string
  unit_id: string
  period: ReportPeriod
  period_from: string
  period_to: string
  /** A day or an ISO moment: all of it is told as it was known then. */
  known: string
  /** By local rules; nationally where it is none. */
  layer: 'local' | null
  /** Local rules in force on the last day, when it was begun. */
  local: JSONColumnType<readonly LocalRules[]>
  language: Language
  /** Ids of the reports, in order. */
  reports: string[]
  job_id: string
  state: ReportSetState
  failure: JSONColumnType<Text, string | null, string> | null
  created_by: string
  created_at: Date
  /** When the first report was begun. */
  begun_at: Date | null
  finished_at: Date | null
}

/** A report of a set, as a file. */
export interface ReportSetFileTable {
  set_id: string
  /** Which report, counted from 0. */
  number: number
  name: string
  content: Buffer
}
