import type { SortText } from '../lists/list-column.ts'
import { oneOf, sortIn, textIn } from '../lists/read-address.ts'

const sorts = ['name', 'programme', 'state', 'date', 'result', 'changed'] as const

/** What the server sorts submissions by. */
export type SubmissionSortKey = (typeof sorts)[number]

export const submissionStates = ['draft', 'submitted'] as const

/** What the list of submissions is narrowed to and sorted by, as it stands in the address. */
export interface SubmissionSearch {
  readonly search?: string | undefined
  readonly programme?: string | undefined
  readonly state?: (typeof submissionStates)[number] | undefined
  readonly result?: string | undefined
  readonly mine?: true | undefined
  readonly sort?: SortText<SubmissionSortKey> | undefined
}

export const readSubmissionSearch = (search: Readonly<Record<string, unknown>>): SubmissionSearch => ({
  search: textIn(search['search']),
  programme: textIn(search['programme']),
  state: oneOf(submissionStates, search['state']),
  result: textIn(search['result']),
  mine: search['mine'] === true ? true : undefined,
  sort: sortIn(sorts, search['sort']),
})
