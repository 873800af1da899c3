import type { ListSort } from '../lists/list-sort.ts'

/** What the list of households can be sorted by: `date` is the reference date of the newest submission, `changed` when anything was changed last. */
export const householdSorts = ['name', 'place', 'members', 'date', 'changed', 'result'] as const
export type HouseholdSort = ListSort<(typeof householdSorts)[number]>

export interface HouseholdFilter {
  readonly programme: string
  readonly search?: string
  readonly state?: 'none' | 'draft' | 'submitted'
  /** Code of the result, or its state where there is none. */
  readonly result?: string
  readonly place?: string
  readonly unit?: string
}

/** Codes of results in the order of their lists, to sort by. */
export type ResultOrder = readonly string[]

export interface HouseholdOrder {
  readonly sort: HouseholdSort | undefined
  readonly results: ResultOrder
}
