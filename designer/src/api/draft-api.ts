import { queryOptions } from '@tanstack/react-query'
import type { DraftDocument } from '@tieuchi/runtime'
import type { Comment, Draft, DraftSummary, Gate, ImportedDraft, NewComment, NewDraft, Publishing } from '@tieuchi/server/contract'
import { queryString, request } from './client.ts'

const path = (id: string, rest = ''): string => `/api/drafts/${encodeURIComponent(id)}${rest}`

/** What saving or a step answers. */
export interface SavedDraft {
  readonly version: number
  readonly updated_at: string
  readonly state: Draft['state']
}

export interface DraftVersion {
  readonly version: number
  readonly at: string
  readonly person: { readonly id: string; readonly name: string }
  readonly restored_from?: number
}

/** Drafts that are not yet published or discarded. */
export const draftsQuery = (programme?: string) =>
  queryOptions({ queryKey: ['drafts', programme ?? ''], queryFn: () => request<readonly DraftSummary[]>('GET', `/api/drafts${queryString({ programme })}`) })

export const getDraft = (id: string): Promise<Draft> => request<Draft>('GET', path(id))

export const draftQuery = (id: string) => queryOptions({ queryKey: ['draft', id], queryFn: () => getDraft(id), refetchOnWindowFocus: false })

export const createDraft = (draft: NewDraft): Promise<Draft> => request<Draft>('POST', '/api/drafts', draft)

/** Begins a draft from the content of a file; with where what all share here is another than there. */
export const importDraft = (file: unknown): Promise<ImportedDraft> => request<ImportedDraft>('POST', '/api/drafts/import', file)

/** Saves the document as the next version; 409 where somebody saved since the version named. */
export const saveDocument = (id: string, version: number, document: DraftDocument, patience?: AbortSignal): Promise<SavedDraft> =>
  request<SavedDraft>('PUT', path(id, '/document'), { version, document }, patience)

export const versionsQuery = (id: string) => queryOptions({ queryKey: ['draft-versions', id], queryFn: () => request<readonly DraftVersion[]>('GET', path(id, '/versions')) })

export const getVersion = (id: string, version: number): Promise<DraftDocument> => request<DraftDocument>('GET', path(id, `/versions/${version}`))

export const restoreVersion = (id: string, version: number, from: number): Promise<SavedDraft> => request<SavedDraft>('POST', path(id, '/restore'), { version, from })

export type StepName = 'send' | 'recall' | 'return' | 'approve' | 'discard'

/** A step of the draft's life; `return` needs a reason. */
export const takeStep = (id: string, step: StepName, version: number, reason?: string): Promise<SavedDraft> =>
  request<SavedDraft>('POST', path(id, `/${step}`), { version, ...(reason !== undefined && { reason }) })

export const publishDraft = (id: string, publishing: Publishing): Promise<SavedDraft> => request<SavedDraft>('POST', path(id, '/publish'), publishing)

/**
 * The gate of the document at a version; the version stands in the key, for another document is judged anew. Who asks about the next
 * waits no longer for the last, which would hold back what is saved: a browser asks a server only a few things at once.
 */
export const gateQuery = (id: string, version: number) => queryOptions({ queryKey: ['gate', id, version], queryFn: ({ signal }) => request<Gate>('GET', path(id, '/gate'), undefined, signal) })

export const acknowledge = (id: string, version: number, item: string, subjects: readonly string[]): Promise<Gate> =>
  request<Gate>('POST', path(id, '/acknowledgements'), { version, item, subjects })

export const commentsQuery = (id: string) => queryOptions({ queryKey: ['comments', id], queryFn: () => request<readonly Comment[]>('GET', path(id, '/comments')) })

export const addComment = (id: string, comment: NewComment): Promise<readonly Comment[]> => request<readonly Comment[]>('POST', path(id, '/comments'), comment)

export const settleComment = (id: string, comment: string): Promise<readonly Comment[]> => request<readonly Comment[]>('POST', path(id, `/comments/${encodeURIComponent(comment)}/settle`))
