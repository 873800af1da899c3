import type { CommonDocument, Release, UnitOnDate } from '@tieuchi/runtime'
import type { DecisionResponse } from '../decisions/decision-schema.ts'

/** A decision with the documents that hold its words. */
export interface DecideAnswer {
  readonly programme: string
  readonly response: DecisionResponse
  readonly common: CommonDocument
  readonly release: Release
  /** The unit as it was that day, where it is known. */
  readonly unit?: Pick<UnitOnDate, 'name' | 'parents' | 'attributes'>
}
