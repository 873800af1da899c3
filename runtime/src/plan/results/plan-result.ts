import type { Truth } from '../../documents/evaluation-document.ts'
import type { Answer } from '../../documents/input-document.ts'

/**
 * What a plan finds of a household: of `EvaluationResult` everything that another evaluation can be compared by, without what it
 * rests on, titles and units. The codes of a list stand in alphabetical order, and so do possible values.
 */
export interface PlanResult {
  readonly outcomes: readonly PlanOutcome[]
  readonly member_outcomes: Readonly<Record<string, readonly PlanOutcome[]>>
  readonly entitlements: readonly PlanEntitlement[]
  readonly rules: readonly PlanRule[]
  readonly facts: readonly PlanFact[]
}

export interface PlanOutcome {
  readonly id: string
  readonly state: 'determined' | 'undetermined' | 'not_applicable'
  readonly value?: Answer
  readonly possible?: readonly Answer[]
}

export interface PlanEntitlement {
  readonly id: string
  readonly member?: string
  readonly state: 'granted' | 'refused' | 'undetermined'
  readonly level?: Answer
  readonly amount?: number
  readonly at_most?: number
  readonly from?: string
  readonly to?: string
}

export interface PlanRule {
  readonly set: string
  readonly id: string
  readonly result: Truth
}

export interface PlanFact {
  readonly id: string
  readonly value?: Answer
  readonly from?: number | string
  readonly to?: number | string
  readonly not_applicable?: boolean
}
