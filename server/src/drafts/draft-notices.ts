import type { DraftDocument } from '@tieuchi/runtime'
import { addNotices } from '../notices/notice-service.ts'
import type { NoticeKind } from '../notices/notice-schema.ts'
import { listPeopleWho } from '../people/person-queries.ts'
import { asProgram, type Tx } from '../plugins/database.ts'
import { listAuthors, type DraftRow } from './draft-queries.ts'
import type { Writing } from './draft-service.ts'
import type { DraftEventKind } from './draft-table.ts'

/** What others are told of a draft. What only its authors do with it, they know. */
const told: Partial<Readonly<Record<DraftEventKind, NoticeKind>>> = {
  sent: 'draft_sent',
  returned: 'draft_returned',
  approved: 'draft_approved',
  published: 'draft_published',
}

/** Tells those who approve what is written in this area that a draft was sent, and those who wrote it what became of it. */
export async function tellOfDraft(tx: Tx, writing: Writing, row: DraftRow, event: DraftEventKind, reason?: string): Promise<void> {
  const kind = told[event]
  if (kind === undefined) return
  const { release }: DraftDocument = JSON.parse(row.document)
  const { person: { id, name }, unit } = writing.signedIn
  const people = event === 'sent' ? await asProgram(tx, () => listPeopleWho(tx, 'drafts.approve', unit.id)) : await listAuthors(tx, row.id)
  await addNotices(tx, people.filter((person) => person !== id), { kind, subject: row.id, title: release.title, actor: name, ...(reason !== undefined && { reason }), at: writing.now })
}
