import { queryOptions } from '@tanstack/react-query'
import type { StoredDecision } from '@tieuchi/server/contract'
import { request } from './client.ts'

/** A stored decision with its explanation; it never changes. */
export const decisionQuery = (id: string) =>
  queryOptions({ queryKey: ['decision', id], queryFn: () => request<StoredDecision>('GET', `/api/decisions/${encodeURIComponent(id)}`), staleTime: Number.POSITIVE_INFINITY })
