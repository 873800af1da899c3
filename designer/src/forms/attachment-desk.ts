import { createContext } from 'react'
import type { AttachmentPlace } from '../api/attachment-api.ts'
import type { Attachment } from '../api/contract.ts'

/** What is attached to the submission on this page, and how files come and go. */
export interface AttachmentDesk {
  readonly files: readonly Attachment[]
  readonly urlOf: (file: Attachment) => string
  readonly attach: (place: AttachmentPlace, file: File, onProgress: (sent: number) => void) => Promise<void>
  /** Takes a file away and answers it, so that it can be attached once more. */
  readonly detach: (file: Attachment) => Promise<File>
}

/** Absent where a form is tried out and belongs to no submission. */
export const AttachmentContext = createContext<AttachmentDesk | undefined>(undefined)

/** The files at one place. */
export const filesAt = (files: readonly Attachment[], { item, member }: AttachmentPlace): readonly Attachment[] =>
  files.filter((file) => file.item === item && file.member === member)
