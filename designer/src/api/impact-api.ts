import { queryOptions } from '@tanstack/react-query'
import type { Language } from '@tieuchi/runtime'
import type { ImpactExplanation, ImpactHouseholds, ImpactListing, ImpactPreview, ImpactRun, ImpactSummary, NewImpactPreview, NewImpactRun } from '@tieuchi/server/contract'
import { queryString, request } from './client.ts'

const path = (id: string, rest = ''): string => `/api/impact-runs/${encodeURIComponent(id)}${rest}`

/** A run on its way is asked again after so many milliseconds, and later after so many. */
const soon = 500
const later = 1000
const asksSoon = 20

/** Whether a run still works. */
export const isUnderWay = ({ state }: Pick<ImpactSummary, 'state'>): boolean => state === 'waiting' || state === 'running'

/** Begins a run; of a question that was asked before of the same rules, the run that is there. */
export const beginImpactRun = (question: NewImpactRun): Promise<ImpactRun> => request<ImpactRun>('POST', '/api/impact-runs', question)

/** The runs of a draft, newest first. */
export const impactRunsQuery = (draft: string) =>
  queryOptions({ queryKey: ['impact-runs', draft], queryFn: () => request<readonly ImpactSummary[]>('GET', `/api/impact-runs${queryString({ draft })}`) })

/** A run with its figures as far as they are there; asked again until it is done. */
export const impactRunQuery = (id: string) =>
  queryOptions({
    queryKey: ['impact-run', id],
    queryFn: () => request<ImpactRun>('GET', path(id)),
    refetchInterval: ({ state: { data, dataUpdateCount } }) => (data && isUnderWay(data) ? (dataUpdateCount < asksSoon ? soon : later) : false),
  })

export const cancelImpactRun = (id: string): Promise<ImpactRun> => request<ImpactRun>('POST', path(id, '/cancel'))

/** A window of the households a run lists. */
export const loadImpactHouseholds = (id: string, listing: ImpactListing): Promise<ImpactHouseholds> => request<ImpactHouseholds>('GET', path(id, `/households${queryString({ ...listing })}`))

/** One household under both rules, explained. */
export const impactExplanationQuery = (id: string, household: string) =>
  queryOptions({ queryKey: ['impact-run', id, 'household', household], queryFn: () => request<ImpactExplanation>('GET', path(id, `/households/${encodeURIComponent(household)}`)), retry: false })

/** Where a run comes from as a table with its households and reasons, and as a paper for the approval file. */
export const impactExcelPath = (id: string, language: Language): string => path(id, `/excel${queryString({ language })}`)
export const impactPrintPath = (id: string, language: Language): string => path(id, `/print${queryString({ language })}`)

/** What the draft would do at other values than are written. */
export const previewImpact = (draft: string, question: NewImpactPreview): Promise<ImpactPreview> => request<ImpactPreview>('POST', `/api/drafts/${encodeURIComponent(draft)}/impact-preview`, question)
