import type { HouseholdInput, MemberAnswers, Moment } from '../documents/input-document.ts'
import type { Assumptions } from '../documents/release-document.ts'

/** What one evaluation is about. */
export interface EvaluationRequest {
  readonly input: HouseholdInput
  readonly moment: Moment
  /** Pieces put in place instead of computed; results that used one say so. */
  readonly assume?: Assumptions
}

/** Whose facts are read: those of the household, or those of one member. */
export interface Scope {
  readonly member?: MemberAnswers
}

export const householdScope: Scope = {}

export const scopeKey = ({ member }: Scope): string => member?.id ?? ''
