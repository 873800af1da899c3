import type { FormSet } from '@tieuchi/runtime'
import type { Tx } from '../plugins/database.ts'
import { holdDraft, type SubmissionRow } from '../submissions/submission-queries.ts'
import { attachmentItems, itemAtPlace, placeName } from './attachment-places.ts'
import { deleteAttachments, listAttachments } from './attachment-queries.ts'

/**
 * Before a draft is sent: from here on nobody attaches or takes anything, and what belongs to no place of the form any more goes. Answers
 * the places where something is attached. A form that asks for none costs nothing.
 */
export async function settleAttachments(tx: Tx, form: FormSet, draft: SubmissionRow): Promise<ReadonlySet<string>> {
  if (attachmentItems(form).length === 0) return new Set()
  await holdDraft(tx, draft.id)
  const all = await listAttachments(tx, draft.id)
  const lost = all.filter((each) => !itemAtPlace(form, draft, each))
  if (lost.length > 0) await deleteAttachments(tx, draft.id, lost.map(({ id }) => id))
  return new Set(all.filter((each) => !lost.includes(each)).map(placeName))
}
