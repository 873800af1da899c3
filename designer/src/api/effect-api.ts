import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { EffectList, Withdrawal } from '@tieuchi/server/contract'
import { queryString, request } from './client.ts'

/** The days a publication is asked about. */
export interface EffectPeriod {
  readonly valid_from: string
  readonly valid_to?: string | undefined
}

/** A list is told anew each time it is asked for: decisions are made meanwhile. */
const effectsQuery = (path: string) =>
  queryOptions({ queryKey: ['effects', path], queryFn: () => request<EffectList>('GET', path), placeholderData: keepPreviousData, retry: false, staleTime: 0 })

export type EffectsQuery = ReturnType<typeof effectsQuery>

/** The stored decisions that publishing a draft on some days would make come out otherwise, the first `limit` of them. */
export const draftEffectsQuery = (id: string, period: EffectPeriod, limit: number): EffectsQuery =>
  effectsQuery(`/api/drafts/${encodeURIComponent(id)}/effects${queryString({ ...period, limit })}`)

/** The same of a withdrawal. */
export const withdrawalEffectsQuery = ({ programme, scope, ...period }: EffectPeriod & Pick<Withdrawal, 'programme' | 'scope'>, limit: number): EffectsQuery =>
  effectsQuery(`/api/publications/withdrawal-effects${queryString({ programme, ...(scope !== 'national' && { unit: scope.unit }), ...period, limit })}`)
