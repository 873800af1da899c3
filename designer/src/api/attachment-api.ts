import { queryOptions } from '@tanstack/react-query'
import type { Attachment } from '@tieuchi/server/contract'
import { queryString, request, requestFile, sendFile } from './client.ts'

const path = (submission: string): string => `/api/submissions/${encodeURIComponent(submission)}/attachments`

/** Where an attached file comes from. */
export const attachmentPath = (submission: string, id: string): string => `${path(submission)}/${encodeURIComponent(id)}`

/** What is attached to a submission. */
export const attachmentsQuery = (submission: string) =>
  queryOptions({ queryKey: ['attachments', submission], queryFn: () => request<readonly Attachment[]>('GET', path(submission)) })

/** Where a file is attached: an item of the form, of a member where it is asked of each. */
export interface AttachmentPlace {
  readonly item: string
  readonly member?: string | undefined
}

export const attachFile = (submission: string, { item, member }: AttachmentPlace, file: File, onProgress: (sent: number) => void): Promise<Attachment> =>
  sendFile<Attachment>(`${path(submission)}${queryString({ item, member })}`, file, onProgress)

export const detachFile = (submission: string, id: string): Promise<void> => request<void>('DELETE', attachmentPath(submission, id))

/** The bytes of an attached file, to be attached once more. */
export const readAttachment = async (submission: string, { id, name, media_type: type }: Attachment): Promise<File> =>
  new File([(await requestFile(attachmentPath(submission, id))).content], name, { type })
