import type { ReviewState } from '../api/household-api.ts'
import type { SortText } from '../lists/list-column.ts'
import { oneOf, sortIn, textIn } from '../lists/read-address.ts'

const states: readonly ReviewState[] = ['none', 'draft', 'submitted']
const sorts = ['name', 'place', 'members', 'date', 'changed', 'result'] as const

/** What the server sorts households by. */
export type HouseholdSortKey = (typeof sorts)[number]

/** What the list of households is narrowed to and sorted by, as it stands in the address. */
export interface HouseholdSearch {
  readonly search?: string | undefined
  readonly state?: ReviewState | undefined
  readonly programme?: string | undefined
  /** Code of the result. */
  readonly result?: string | undefined
  readonly place?: string | undefined
  /** Id of the unit. */
  readonly unit?: string | undefined
  readonly sort?: SortText<HouseholdSortKey> | undefined
}

export const readHouseholdSearch = (search: Readonly<Record<string, unknown>>): HouseholdSearch => ({
  search: textIn(search['search']),
  state: oneOf(states, search['state']),
  programme: textIn(search['programme']),
  result: textIn(search['result']),
  place: textIn(search['place']),
  unit: textIn(search['unit']),
  sort: sortIn(sorts, search['sort']),
})
