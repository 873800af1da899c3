import type { EvaluationResult, HouseholdInput } from '@tieuchi/runtime'
import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { RecordedLayers } from '../known-households/recorded-history.ts'
import type { PinnedRules } from '../policies/policy-schema.ts'
import type { OutcomeSummary } from '../submissions/submission-schema.ts'

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
  /** The outcomes as lists show them: of the local layer where there is one. */
  outcomes: GeneratedAlways<readonly OutcomeSummary[]>
  /** The first of them that takes its value from a list: the code, or the state where there is none. */
  result: GeneratedAlways<string> | null
  result_list: GeneratedAlways<string> | null
  /** What it came to in each layer, as later decisions read it. */
  recorded: GeneratedAlways<RecordedLayers>
}
