import type { CommonDocument, Overlay, Release, UnitOnDate } from '@tieuchi/runtime'
import type { DecisionResponse } from '../decisions/decision-schema.ts'

/** A decision with the documents that hold its words. */
export interface DecideAnswer {
  readonly programme: string
  readonly response: Omit<DecisionResponse, 'releases'>
  readonly common: CommonDocument
  /** The national releases read, by programme. */
  readonly releases: Readonly<Record<string, Release>>
  /** Overlays in force on them by programme, from the province downward. */
  readonly overlays: Readonly<Record<string, readonly Overlay[]>>
  /** The unit as it was that day, where it is known. */
  readonly unit?: Pick<UnitOnDate, 'id' | 'name' | 'parents' | 'parent_ids' | 'attributes'>
}
