import type { Text } from '@tieuchi/runtime'
import { useState } from 'react'
import { detailOf, ProblemError } from '../api/problem-error.ts'
import type { AttachmentPlace } from '../api/attachment-api.ts'
import type { Attachment } from '../api/contract.ts'
import type { AttachmentDesk } from './attachment-desk.ts'
import { shrinkPhoto } from './shrink-photo.ts'

/** What goes on at a place for attachments. */
interface Attaching {
  /** On its way, with how much of it has gone from 0 to 1. */
  readonly sending?: { readonly name: string; readonly sent: number } | undefined
  /** What got there last. */
  readonly attached?: string | undefined
  /** Why files did not get there. */
  readonly problems?: readonly Text[] | undefined
  /** What did not get there for want of a network, to be sent again. */
  readonly waiting?: readonly File[] | undefined
  /** What was taken away last, until something else is done. */
  readonly removed?: File | undefined
}

/** Whether the same may be taken at another time: nobody answered, or the server could not. */
const mayHelpLater = (error: unknown): boolean => error instanceof ProblemError && (error.status === 0 || error.status >= 500)

/** Attaching files one after another, and taking them away. */
export const useAttaching = ({ attach, detach }: AttachmentDesk, place: AttachmentPlace) => {
  const [attaching, setAttaching] = useState<Attaching>({})
  const send = async (files: readonly File[]): Promise<void> => {
    const problems: Text[] = []
    let attached: string | undefined
    for (const [index, file] of files.entries()) {
      const show = (sent: number) => setAttaching({ sending: { name: file.name, sent } })
      show(0)
      try {
        await attach(place, await shrinkPhoto(file), show)
        attached = file.name
      } catch (error) {
        problems.push(detailOf(error))
        if (mayHelpLater(error)) return setAttaching({ problems, waiting: files.slice(index) })
      }
    }
    setAttaching({ problems, attached })
  }
  const remove = async (file: Attachment): Promise<void> => {
    try {
      setAttaching({ removed: await detach(file) })
    } catch (error) {
      setAttaching({ problems: [detailOf(error)] })
    }
  }
  return { ...attaching, send, remove }
}
