import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ExplanationNode } from '@tieuchi/runtime'
import type { EntitlementLine, HouseholdEntitlements } from '@tieuchi/server/contract'
import { queryString, request } from './client.ts'

const path = (household: string): string => `/api/households/${encodeURIComponent(household)}/entitlements`

/** What a household is entitled to on a day; judged anew each time the page is opened, for decisions are made meanwhile. */
export const entitlementsQuery = (household: string, at: string) =>
  queryOptions({ queryKey: ['entitlements', household, at], queryFn: () => request<HouseholdEntitlements>('GET', `${path(household)}${queryString({ at })}`), placeholderData: keepPreviousData, staleTime: 0 })

/** One entitlement of a household on a day. */
export interface EntitlementName extends Pick<EntitlementLine, 'layer' | 'member'> {
  readonly at: string
  readonly programme: string
  readonly entitlement: string
}

/** Why it came out as it did. */
export const entitlementExplanationQuery = (household: string, { at, programme, layer, entitlement, member }: EntitlementName) =>
  queryOptions({
    queryKey: ['entitlements', household, at, programme, layer, entitlement, member ?? ''],
    queryFn: () => request<ExplanationNode>('GET', `${path(household)}/explanation${queryString({ at, programme, layer, entitlement, member })}`),
  })

/** Where the entitlements of the households of one's area come from as a file. */
export const entitlementsFile = (at: string, language: string): string => `/api/entitlements.xlsx${queryString({ at, language })}`
