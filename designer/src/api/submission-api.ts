import { queryOptions, replaceEqualDeep } from '@tanstack/react-query'
import type { Submission, SubmissionAnswers, SubmissionFacets, SubmissionList } from '@tieuchi/server/contract'
import { queryString, request } from './client.ts'

const path = (id: string): string => `/api/submissions/${encodeURIComponent(id)}`

export interface Saved {
  readonly version: number
  readonly updated_at: string
}

export interface NewSubmission {
  readonly programme: string
  readonly reference_date: string
  readonly household?: string
  /** Code of the commune of a household met for the first time; absent: the person's own. */
  readonly unit?: string
  /** A sent review of the household whose answers are taken over. */
  readonly copy_of?: string
}

export const getSubmission = (id: string): Promise<Submission> => request<Submission>('GET', path(id))

const versionOf = (submission: unknown): number => (typeof submission === 'object' && submission !== null && 'version' in submission && typeof submission.version === 'number' ? submission.version : 0)

/** An answer that comes late, of before the last save, turns nothing back: neither the day nor the rules of a draft. */
const notOlder = (known: unknown, next: unknown): unknown => (versionOf(next) < versionOf(known) ? known : replaceEqualDeep(known, next))

/** Asked again now and then, for rules may be published while it is open. */
export const submissionQuery = (id: string) => queryOptions({ queryKey: ['submission', id], queryFn: () => getSubmission(id), structuralSharing: notOlder, refetchOnWindowFocus: false, refetchInterval: 60_000 })

export const startSubmission = (body: NewSubmission): Promise<Submission> => request<Submission>('POST', '/api/submissions', body)

export const saveAnswers = (id: string, version: number, answers: SubmissionAnswers, patience?: AbortSignal): Promise<Saved> =>
  request<Saved>('PUT', `${path(id)}/answers`, { version, answers }, patience)

/** Judges the draft by the rules of another day. */
export const changeReferenceDate = (id: string, version: number, referenceDate: string): Promise<Submission> =>
  request<Submission>('PUT', `${path(id)}/date`, { version, reference_date: referenceDate })

/** Deletes a draft; what was sent stays. */
export const discardSubmission = (id: string): Promise<void> => request<void>('DELETE', path(id))

/** Moves the draft to the newest rules of its moment. */
export const moveToNewestRules = (id: string, version: number): Promise<Submission> => request<Submission>('PUT', `${path(id)}/rules`, { version })

/** Sends the draft; `reasons` answer the soft checks, by the check's id. */
export const submitSubmission = (id: string, version: number, reasons: Readonly<Record<string, string>>): Promise<Submission> =>
  request<Submission>('POST', `${path(id)}/submit`, { version, reasons })

export interface SubmissionFilter {
  readonly programme?: string | undefined
  readonly search?: string | undefined
  readonly state?: 'draft' | 'submitted' | undefined
  readonly result?: string | undefined
  /** Only those the reader opened or changed last. */
  readonly mine?: boolean | undefined
  readonly sort?: string | undefined
}

/** A window of the submissions of the reader's area. */
export const loadSubmissions = (filter: SubmissionFilter & { readonly offset: number; readonly limit: number; readonly counted: boolean }): Promise<SubmissionList> =>
  request<SubmissionList>('GET', `/api/submissions${queryString({ ...filter })}`)

/** What the list can be narrowed to. */
export const submissionFacetsQuery = (programme: string | undefined) =>
  queryOptions({ queryKey: ['submissions', 'facets', programme], queryFn: () => request<SubmissionFacets>('GET', `/api/submissions/facets${queryString({ programme })}`) })

/** Where the list comes from as a file, all of its rows. */
export const submissionsFile = (filter: SubmissionFilter & { readonly language: string }): string => `/api/submissions/excel${queryString({ ...filter })}`
