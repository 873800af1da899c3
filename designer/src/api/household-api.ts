import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { HouseholdList } from '@tieuchi/server/contract'
import { queryString, request } from './client.ts'

export type ReviewState = 'none' | 'draft' | 'submitted'

export interface HouseholdFilter {
  readonly programme: string
  readonly search?: string | undefined
  readonly state?: ReviewState | undefined
  readonly offset: number
  readonly limit: number
}

/** Households of the reader's area with their latest submission. */
export const householdsQuery = (filter: HouseholdFilter) =>
  queryOptions({
    queryKey: ['households', filter],
    queryFn: () => request<HouseholdList>('GET', `/api/households${queryString({ ...filter })}`),
    placeholderData: keepPreviousData,
  })
