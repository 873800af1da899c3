import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { PinnedFormRules } from '../policies/policy-schema.ts'
import type { SubmissionAnswers } from './submission-schema.ts'

export interface SubmissionTable {
  id: Generated<string>
  household_id: string
  unit_id: string
  programme: string
  form: string
  label: string
  law_at: string
  facts_at: string
  unit_at: string
  rules: JSONColumnType<PinnedFormRules, string, string>
  state: Generated<'draft' | 'submitted'>
  version: Generated<number>
  answers: JSONColumnType<SubmissionAnswers, string, string>
  /** Why a soft check was passed, by the check's id. */
  reasons: JSONColumnType<Readonly<Record<string, string>>, string | undefined, string>
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  /** The label in lower case without diacritics, and with the given name before the rest. */
  search_label: GeneratedAlways<string>
  sort_name: GeneratedAlways<string> | null
}
