import { createHash } from 'node:crypto'
import { findName } from '../people/person-queries.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { formSetOf } from '../policies/form-rules.ts'
import { getSubmissionOrThrow, holdDraftOrThrow } from '../submissions/submission-draft.ts'
import type { Work } from '../submissions/submission-work.ts'
import { acceptedType, typeNames } from './attachment-content.ts'
import { itemAtPlace, placeName, type AttachmentPlace } from './attachment-places.ts'
import { deleteAttachments, findContent, insertAttachment, listAttachments, type AttachmentContent, type AttachmentRow } from './attachment-queries.ts'
import type { Attachment } from './attachment-schema.ts'

/** A file as it came. */
export interface SentFile {
  readonly name: string
  readonly content: Buffer
}

/** Attaches a file to a draft. The same bytes at the same place are the file that is there already. */
export async function attachFile(tx: Tx, { book, signedIn, now }: Work, submission: string, place: AttachmentPlace, { name, content }: SentFile): Promise<Attachment> {
  const draft = await holdDraftOrThrow(tx, submission)
  const item = itemAtPlace(await formSetOf(tx, book, draft), draft, place)
  if (!item) throw new Problem('attachment_place_unknown')
  if (content.length === 0) throw new Problem('attachment_empty', { file: name })
  const type = await acceptedType(content, item.accept)
  if (type === undefined) throw new Problem('attachment_wrong_content', { file: name, types: typeNames(item.accept) })
  const sha256 = createHash('sha256').update(content).digest('hex')
  const there = (await listAttachments(tx, submission)).filter((each) => placeName(each) === placeName(place))
  const same = there.find((each) => each.sha256 === sha256)
  if (same) return describeAttachment(tx, same)
  if (there.length >= item.most) throw new Problem('attachments_too_many', { file: name, most: item.most })
  const added = await insertAttachment(tx, {
    submission_id: submission, item: place.item, member: place.member ?? null, name, media_type: type, size: content.length, sha256, content, attached_at: now, attached_by: signedIn.person.id,
  })
  if (!added) throw new Error('Whoever holds the draft is the only one to attach to it')
  return describeAttachment(tx, added)
}

export async function describeAttachments(tx: Tx, submission: string): Promise<readonly Attachment[]> {
  await getSubmissionOrThrow(tx, submission)
  const described: Attachment[] = []
  for (const row of await listAttachments(tx, submission)) described.push(await describeAttachment(tx, row))
  return described
}

export async function getContentOrThrow(tx: Tx, submission: string, id: string): Promise<AttachmentContent> {
  await getSubmissionOrThrow(tx, submission)
  const found = await findContent(tx, submission, id)
  if (!found) throw new Problem('attachment_not_found')
  return found
}

/** Takes a file from a draft. What was sent keeps its files. */
export async function detachFile(tx: Tx, submission: string, id: string): Promise<void> {
  await holdDraftOrThrow(tx, submission)
  if ((await deleteAttachments(tx, submission, [id])) === 0) throw new Problem('attachment_not_found')
}

async function describeAttachment(tx: Tx, { member, attached_at: at, attached_by: by, ...row }: AttachmentRow): Promise<Attachment> {
  return { ...row, ...(member !== null && { member }), attached_at: at.toISOString(), attached_by: { id: by, name: await findName(tx, by) } }
}
