import type { EvaluationResult, HouseholdInput } from '@tieuchi/runtime'
import type { Generated, JSONColumnType } from 'kysely'
import type { PinnedRules } from '../policies/policy-schema.ts'

export interface DecisionTable {
  id: Generated<string>
  submission_id: string
  unit_id: string
  /** Place in the chain of the unit, from 1. */
  number: number
  programme: string
  law_at: string
  facts_at: string
  unit_at: string
  input: JSONColumnType<HouseholdInput, string, string>
  rules: JSONColumnType<PinnedRules, string, string>
  layers: JSONColumnType<Readonly<Record<string, EvaluationResult>>, string, string>
  semantics: number
  previous_hash: string | null
  hash: string
  decided_at: Date
  decided_by: string
}
