import type { HouseholdInput, MemberAnswers, Moment } from '../documents/input-document.ts'
import type { Assumptions } from '../documents/release-document.ts'
import type { Recorded } from '../documents/logic-document.ts'
import type { HistoryFieldId } from '../release/history-fields.ts'
import type { Value } from '../values/value.ts'

/** What one evaluation is about. */
export interface EvaluationRequest {
  readonly input: HouseholdInput
  readonly moment: Moment
  /** Pieces put in place instead of computed; results that used one say so. */
  readonly assume?: Assumptions
}

/** One earlier decision as its fields are read; or what is certain of all that nobody listed. */
export interface ScopedEntry {
  readonly key: string
  /** The outcome decided on. */
  readonly recorded: Recorded
  readonly values: Readonly<Record<HistoryFieldId, Value>>
}

/** Whose facts are read: those of the household or of one member, and inside an aggregate those of one earlier decision. */
export interface Scope {
  readonly member?: MemberAnswers
  readonly entry?: ScopedEntry
}

export const householdScope: Scope = {}

/** The same household or member, outside any earlier decision. */
export const withoutEntry = (scope: Scope): Scope => (scope.entry === undefined ? scope : scope.member ? { member: scope.member } : householdScope)

/** Tells scopes of one household apart; of a member its id. */
export const scopeKey = ({ member, entry }: Scope): string => (entry === undefined ? (member?.id ?? '') : `${member?.id ?? ''} ${entry.key}`)
