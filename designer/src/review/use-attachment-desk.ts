import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { GeneratedForm } from '@tieuchi/runtime'
import { useMemo } from 'react'
import { attachFile, attachmentPath, attachmentsQuery, detachFile, readAttachment } from '../api/attachment-api.ts'
import type { Attachment } from '../api/contract.ts'
import { unsavedProblem } from '../api/problem-error.ts'
import type { AttachmentDesk } from '../forms/attachment-desk.ts'
import { attachmentsOf } from '../forms/form-layout.ts'
import type { AnswersAutosave } from './use-autosave.ts'

/** Others on the draft attach too. */
const REFRESH = 20_000

const nothing: readonly Attachment[] = []

/** What is attached to a submission; nothing is asked of the server where its form asks for no attachments. */
export const useAttachedFiles = (submission: string, form: GeneratedForm, changing = false): readonly Attachment[] | undefined => {
  const asked = useMemo(() => attachmentsOf(form).size > 0, [form])
  const { data } = useQuery({ ...attachmentsQuery(submission), enabled: asked, ...(changing && { refetchInterval: REFRESH }) })
  return asked ? data : nothing
}

const placeName = ({ item, member }: Attachment): string => (member === undefined ? `household.${item}` : `members.${member}.${item}`)

interface DraftAttachments {
  readonly desk: AttachmentDesk
  /** Where something is attached, as the state of the form names it; undefined until that is known. */
  readonly attached: ReadonlySet<string> | undefined
}

/** Attaches to a draft and takes away. What was answered is saved first, for a member may be new. */
export const useAttachmentDesk = (submission: string, form: GeneratedForm, autosave: Pick<AnswersAutosave, 'flush'>): DraftAttachments => {
  const queryClient = useQueryClient()
  const files = useAttachedFiles(submission, form, true)
  const attached = useMemo(() => files && new Set(files.map(placeName)), [files])
  const desk = useMemo((): AttachmentDesk => {
    const { queryKey } = attachmentsQuery(submission)
    const change = (next: (known: readonly Attachment[]) => readonly Attachment[]) => queryClient.setQueryData(queryKey, (known: readonly Attachment[] | undefined) => next(known ?? nothing))
    const orReload = (error: unknown): never => {
      void queryClient.invalidateQueries({ queryKey })
      throw error
    }
    return {
      files: files ?? nothing,
      urlOf: ({ id }) => attachmentPath(submission, id),
      attach: async (place, file, onProgress) => {
        if (!(await autosave.flush())) throw unsavedProblem()
        const added = await attachFile(submission, place, file, onProgress).catch(orReload)
        change((known) => [...known.filter(({ id }) => id !== added.id), added])
      },
      detach: async (file) => {
        const content = await readAttachment(submission, file).catch(orReload)
        await detachFile(submission, file.id).catch(orReload)
        change((known) => known.filter(({ id }) => id !== file.id))
        return content
      },
    }
  }, [submission, files, queryClient, autosave])
  return { desk, attached }
}
