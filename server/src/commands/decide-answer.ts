import type { CommonDocument, Release } from '@tieuchi/runtime'
import type { DecisionResponse } from '../decisions/decision-schema.ts'

/** A decision with the documents that hold its words. */
export interface DecideAnswer {
  readonly programme: string
  readonly response: DecisionResponse
  readonly common: CommonDocument
  readonly release: Release
  /** The unit as it was called that day, where it is known. */
  readonly unit?: string
}
