import { queryOptions } from '@tanstack/react-query'
import type { CommonDocument, Overlay, Release } from '@tieuchi/runtime'
import type { ProgrammeOnDate, ProgrammeTimeline, Withdrawal } from '@tieuchi/server/contract'
import { queryString, request } from './client.ts'

/** The programmes and what is in force on a day for the reader's unit. */
export const programmesQuery = (at: string) =>
  queryOptions({ queryKey: ['programmes', at], queryFn: () => request<readonly ProgrammeOnDate[]>('GET', `/api/programmes${queryString({ at })}`) })

/** The same with the values that all share, last, under this id: for whoever reads rules. */
export const shared = 'common'

export const policiesQuery = (at: string) =>
  queryOptions({ queryKey: ['programmes', at, 'shared'], queryFn: () => request<readonly ProgrammeOnDate[]>('GET', `/api/programmes${queryString({ at, shared: true })}`) })

/** A release is known by its hash and never changes. */
export const releaseQuery = (hash: string) =>
  queryOptions({ queryKey: ['release', hash], queryFn: () => request<Release>('GET', `/api/releases/${encodeURIComponent(hash)}`), staleTime: Number.POSITIVE_INFINITY })

/** Local rules on a release; known by their hash and never changed either. */
export const overlayQuery = (hash: string) =>
  queryOptions({ queryKey: ['overlay', hash], queryFn: () => request<Overlay>('GET', `/api/releases/${encodeURIComponent(hash)}`), staleTime: Number.POSITIVE_INFINITY })

export const commonQuery = (hash: string) =>
  queryOptions({ queryKey: ['common', hash], queryFn: () => request<CommonDocument>('GET', `/api/common/${encodeURIComponent(hash)}`), staleTime: Number.POSITIVE_INFINITY })

/** Which release of a programme is in force when, and how that came about. */
export const timelineQuery = (programme: string) =>
  queryOptions({ queryKey: ['timeline', programme], queryFn: () => request<ProgrammeTimeline>('GET', `/api/programmes/${encodeURIComponent(programme)}/timeline`) })

/** Takes what is in force out of force from a day on. */
export const withdraw = (withdrawal: Withdrawal): Promise<void> => request('POST', '/api/publications/withdraw', withdrawal)
