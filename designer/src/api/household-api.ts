import { queryOptions } from '@tanstack/react-query'
import type { HouseholdFacets, HouseholdList } from '@tieuchi/server/contract'
import { queryString, request } from './client.ts'

export type ReviewState = 'none' | 'draft' | 'submitted'

export interface HouseholdFilter {
  readonly programme: string
  readonly search?: string | undefined
  readonly state?: ReviewState | undefined
  readonly result?: string | undefined
  readonly place?: string | undefined
  readonly unit?: string | undefined
  readonly sort?: string | undefined
}

export interface HouseholdWindow extends HouseholdFilter {
  readonly offset: number
  readonly limit: number
  /** Whether the answer says how many there are. */
  readonly counted: boolean
}

/** A window of the households of the reader's area, each with where its review stands. */
export const loadHouseholds = (window: HouseholdWindow): Promise<HouseholdList> => request<HouseholdList>('GET', `/api/households${queryString({ ...window })}`)

export const householdsQuery = (window: HouseholdWindow) => queryOptions({ queryKey: ['households', window], queryFn: () => loadHouseholds(window) })

/** What the list can be narrowed to. */
export const householdFacetsQuery = (programme: string, unit: string | undefined) =>
  queryOptions({
    queryKey: ['households', 'facets', programme, unit],
    queryFn: () => request<HouseholdFacets>('GET', `/api/households/facets${queryString({ programme, unit })}`),
  })

/** Where the list comes from as a file, all of its rows. */
export const householdsFile = (filter: HouseholdFilter & { readonly language: string }): string => `/api/households/excel${queryString({ ...filter })}`
