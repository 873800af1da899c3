import { queryOptions } from '@tanstack/react-query'
import type { Language } from '@tieuchi/runtime'
import type { ImpactRecord, PaperRecord } from '@tieuchi/server/contract'
import { queryString, request } from './client.ts'

/** The papers of a submission. */
export type SubmissionPaper = 'form' | 'explanation'

/** Where the server sends a submission on paper. */
export const submissionPaperPath = (id: string, paper: SubmissionPaper, language: Language): string =>
  `/api/submissions/${encodeURIComponent(id)}/${paper}.pdf${queryString({ language })}`

export interface BlankFormName {
  /** Content hash of the release. */
  readonly release: string
  readonly form: string
  /** The day whose units and code lists it bears. */
  readonly at: string
}

/** Where the server sends a form to be filled by hand, headed by the reader's own unit. */
export const blankFormPath = ({ release, form, at }: BlankFormName, language: Language): string =>
  `/api/releases/${encodeURIComponent(release)}/forms/${encodeURIComponent(form)}/blank.pdf${queryString({ at, language })}`

/** Where the server sends a form of a draft, to be looked at on paper. */
export const draftFormPath = (draft: string, form: string, language: Language): string =>
  `/api/drafts/${encodeURIComponent(draft)}/forms/${encodeURIComponent(form)}/blank.pdf${queryString({ language })}`

/** The submission a paper is of, by the code at its foot. */
export const paperQuery = (code: string) =>
  queryOptions({ queryKey: ['paper', code], queryFn: () => request<readonly PaperRecord[]>('GET', `/api/papers/${encodeURIComponent(code)}`) })

/** The impact of rules a paper is of, by the code at its foot. */
export const impactPaperQuery = (code: string) =>
  queryOptions({ queryKey: ['impact-paper', code], queryFn: () => request<readonly ImpactRecord[]>('GET', `/api/impact-papers/${encodeURIComponent(code)}`) })
