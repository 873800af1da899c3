import { hashDocument, type DraftDocument, type Text } from '@tieuchi/runtime'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { tellOfDraft } from './draft-notices.ts'
import { listAuthors, listEvents, updateDraft, type DraftRow, type NamedDraftRow } from './draft-queries.ts'
import { changedSince, getDraftOrThrow, getUnchangedOrThrow, record, type Writing } from './draft-service.ts'
import type { DraftEventKind, DraftState } from './draft-table.ts'

const stateWords: Readonly<Record<DraftState, Text>> = {
  draft: { vi: 'đang soạn', en: 'being written' },
  in_review: { vi: 'chờ duyệt', en: 'in review' },
  approved: { vi: 'đã duyệt', en: 'approved' },
  published: { vi: 'đã ban hành', en: 'published' },
  discarded: { vi: 'đã huỷ', en: 'discarded' },
}

interface Step {
  readonly from: readonly DraftState[]
  readonly to: DraftState
  readonly event: DraftEventKind
}

/** Every step of a draft's life but publishing. Saving while in review or approved is a step of its own, in `saveDraft`. */
export const steps = {
  send: { from: ['draft'], to: 'in_review', event: 'sent' },
  recall: { from: ['in_review'], to: 'draft', event: 'recalled' },
  return: { from: ['in_review', 'approved'], to: 'draft', event: 'returned' },
  approve: { from: ['in_review'], to: 'approved', event: 'approved' },
  discard: { from: ['draft', 'in_review', 'approved'], to: 'discarded', event: 'discarded' },
} as const satisfies Readonly<Record<string, Step>>

export type StepName = keyof typeof steps

/** The draft at the version the person saw, in a state the step follows from. */
export async function getReadyOrThrow(tx: Tx, id: string, version: number, from: readonly DraftState[]): Promise<NamedDraftRow> {
  const row = await getUnchangedOrThrow(tx, id, version)
  if (!from.includes(row.state)) throw new Problem('draft_state', { state: stateWords[row.state] })
  return row
}

/** Takes a step. Whoever saved a version of the draft may not approve it. */
export async function takeStep(tx: Tx, writing: Writing, id: string, name: StepName, { version, reason }: { readonly version: number; readonly reason?: string }): Promise<DraftRow> {
  const { from, to, event }: Step = steps[name]
  const row = await getReadyOrThrow(tx, id, version, from)
  if (name === 'approve') await demandOtherPerson(tx, writing, id)
  return moveTo(tx, writing, row, to, event, reason)
}

/** Gives the draft its new state, notes the event and tells those it concerns; the version stays, for the document does. */
export async function moveTo(tx: Tx, writing: Writing, row: NamedDraftRow, to: DraftState, event: DraftEventKind, reason?: string, more?: object): Promise<DraftRow> {
  const moved = await updateDraft(tx, row, { state: to, updated_at: writing.now })
  if (moved === undefined) throw changedSince(await getDraftOrThrow(tx, row.id))
  await record(tx, writing, moved, event, reason, more)
  await tellOfDraft(tx, writing, moved, event, reason)
  return moved
}

export async function demandOtherPerson(tx: Tx, { signedIn }: Writing, id: string): Promise<void> {
  if ((await listAuthors(tx, id)).includes(signedIn.person.id)) throw new Problem('own_draft')
}

/** Who approved this very document; undefined where nobody did, or it was changed since. */
export async function findApproval(tx: Tx, row: DraftRow): Promise<{ readonly id: string; readonly name: string; readonly at: Date } | undefined> {
  const document: DraftDocument = JSON.parse(row.document)
  const hash = hashDocument(document)
  const approval = (await listEvents(tx, row.id)).findLast(({ kind }) => kind === 'approved' || kind === 'approval_voided' || kind === 'returned')
  return approval?.kind === 'approved' && approval.document_hash === hash ? { id: approval.person_id, name: approval.name, at: approval.happened_at } : undefined
}
