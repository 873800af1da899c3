import type { Recorded } from '../../documents/logic-document.ts'
import type { ListScope } from '../graph/node.ts'

/** Whose facts are read while a release is compiled: of the household or of each member, and perhaps of earlier decisions. */
export interface Place {
  readonly of: 'household' | 'members'
  readonly entry?: PlaceEntry
}

/** The earlier decisions looked at, by their place in `PlanDictionary.histories`. */
export interface PlaceEntry {
  readonly recorded: Recorded
  readonly history: number
}

export const householdPlace: Place = { of: 'household' }
export const membersPlace: Place = { of: 'members' }

export const placeKey = ({ of, entry }: Place): string => `${of} ${entry?.history ?? ''}`

/** The same household or member, outside any earlier decision. */
export const outsideEntry = ({ of }: Place): Place => (of === 'members' ? membersPlace : householdPlace)

/** The list of earlier decisions as seen from a place. */
export const entriesScope = ({ of }: Place): Exclude<ListScope, 'members'> => (of === 'members' ? 'memberEntries' : 'entries')
