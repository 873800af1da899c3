import { queryOptions } from '@tanstack/react-query'
import type { RegisterCounts } from '@tieuchi/server/contract'
import { request } from './client.ts'

/** While the register is read or counted it is asked again after so many milliseconds. */
const again = 500

/** How many households each rule of a draft is true of. The version stands in the key: another document has other figures. */
export const registerCountsQuery = (draft: string, version: number) =>
  queryOptions({
    queryKey: ['register-counts', draft, version],
    queryFn: () => request<RegisterCounts>('GET', `/api/drafts/${encodeURIComponent(draft)}/register-counts`),
    refetchInterval: ({ state: { data } }) => (data?.state === 'loading' || data?.state === 'counting' ? again : false),
    retry: false,
    staleTime: 30_000,
  })
