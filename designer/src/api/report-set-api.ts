import { queryOptions } from '@tanstack/react-query'
import type { NewReportSet, ReportSet } from '@tieuchi/server/contract'
import { request } from './client.ts'
import { isUnderWay } from './impact-api.ts'

const path = (id: string, rest: string): string => `/api/report-sets/${encodeURIComponent(id)}${rest}`

/** While one is under way, asked again after so many milliseconds. */
const again = 1000

/** The reader's sets of reports, newest first; asked again until all have ended. */
export const reportSetsQuery = queryOptions({
  queryKey: ['report-sets'],
  queryFn: () => request<readonly ReportSet[]>('GET', '/api/report-sets'),
  refetchInterval: ({ state: { data } }) => (data?.some(isUnderWay) ? again : false),
})

/** Begins to make a set; where the same is under way, it goes on. */
export const beginReportSet = (question: NewReportSet): Promise<ReportSet> => request<ReportSet>('POST', '/api/report-sets', question)

export const cancelReportSet = (id: string): Promise<ReportSet> => request<ReportSet>('POST', path(id, '/cancel'))

/** Where the server sends a set as one archive. */
export const reportSetFile = (id: string): string => path(id, '/file')
