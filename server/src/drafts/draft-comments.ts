import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { insertTrail } from '../trail/trail-queries.ts'
import type { Comment, NewComment } from './draft-schema.ts'
import { getDraftOrThrow, type Writing } from './draft-service.ts'
import { findComment, insertComment, listComments, resolveComment } from './draft-comment-queries.ts'

/** Comments on changes of the comparison, each thread in order. */
export async function describeComments(tx: Tx, draftId: string): Promise<Comment[]> {
  await getDraftOrThrow(tx, draftId)
  return (await listComments(tx, draftId)).map((row) => ({
    id: row.id,
    change: row.change,
    sentence: row.sentence,
    body: row.body,
    ...(row.answers === null ? {} : { answers: row.answers }),
    person: { id: row.written_by, name: row.writer },
    at: row.written_at.toISOString(),
    ...(row.resolved_by === null || row.resolver === null || row.resolved_at === null ? {} : { resolved_by: { id: row.resolved_by, name: row.resolver }, resolved_at: row.resolved_at.toISOString() }),
  }))
}

export async function addComment(tx: Tx, { signedIn, now }: Writing, draftId: string, { change, sentence, body, answers }: NewComment): Promise<void> {
  await getDraftOrThrow(tx, draftId)
  if (answers !== undefined && (await findComment(tx, draftId, answers)) === undefined) throw new Problem('comment_not_found')
  const id = await insertComment(tx, {
    draft_id: draftId, change, sentence: JSON.stringify(sentence), answers: answers ?? null, body, written_at: now, written_by: signedIn.person.id,
  })
  await insertTrail(tx, { at: now, person: signedIn.person.id, action: 'comment.written', subject: `draft ${draftId}`, new: { comment: id, change } })
}

/** Marks a thread as settled. Settled again it stays as it was. */
export async function settleComment(tx: Tx, { signedIn, now }: Writing, draftId: string, id: string): Promise<void> {
  if ((await findComment(tx, draftId, id)) === undefined) throw new Problem('comment_not_found')
  if (await resolveComment(tx, id, signedIn.person.id, now)) {
    await insertTrail(tx, { at: now, person: signedIn.person.id, action: 'comment.settled', subject: `draft ${draftId}`, new: { comment: id } })
  }
}
