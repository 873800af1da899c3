import { itemsOf, oncePer, type AttachmentItem, type FormSet } from '@tieuchi/runtime'
import type { SubmissionRow } from '../submissions/submission-queries.ts'

/** Where something can be attached: an item of the form, of a member where it is asked of each. */
export interface AttachmentPlace {
  readonly item: string
  readonly member?: string | null | undefined
}

/** The item of a place in the form of a submission; undefined where the form has none, or the household no such member. */
export function itemAtPlace(form: FormSet, { answers }: Pick<SubmissionRow, 'answers'>, { item: wanted, member }: AttachmentPlace): AttachmentItem | undefined {
  const isMember = typeof member === 'string'
  if (isMember && !answers.members.some((each) => each.id === member)) return undefined
  return attachmentItems(form).find(({ item, of }) => item.id === wanted && (of === 'members') === isMember)?.item
}

/** Everything that asks for attachments, with whose they are. */
export const attachmentItems = oncePer(({ form }: FormSet) =>
  itemsOf(form).flatMap(({ item, of }) => (item.kind === 'attachment' ? [{ item, of }] : [])))

/** A place as the state of a form names it. */
export const placeName = ({ item, member }: AttachmentPlace): string => (typeof member === 'string' ? `members.${member}.${item}` : `household.${item}`)
