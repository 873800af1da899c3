import type { Text } from '@tieuchi/runtime'
import { asProgram, type Tx } from '../plugins/database.ts'
import { countUnread, insertNotice, listNotices, type NoticeRow } from './notice-queries.ts'
import { mostListed, type Notice, type NoticeKind, type NoticeList } from './notice-schema.ts'

/** What somebody is told, and what it is about. */
export interface News {
  readonly kind: NoticeKind
  /** Id of what it is about, by which its page finds it. */
  readonly subject: string
  /** Of the programme, release or draft. */
  readonly title: Text
  /** Name of the person who did it; absent: the program. */
  readonly actor?: string
  readonly reason?: string
  readonly at: Date
}

/** Tells people something exactly if the transaction commits, be it one of the program or of a person, who need not reach those told. */
export async function addNotices(tx: Tx, people: readonly string[], { kind, subject, title, actor, reason, at }: News): Promise<void> {
  await asProgram(tx, async () => {
    for (const person of people) {
      await insertNotice(tx, { person_id: person, kind, subject, title: JSON.stringify(title), actor: actor ?? null, reason: reason ?? null, happened_at: at })
    }
  })
}

/** The newest notices of a person, and how many of all were not read yet. */
export async function describeNotices(tx: Tx, person: string): Promise<NoticeList> {
  return { unread: await countUnread(tx, person), notices: (await listNotices(tx, person, mostListed)).map(describe) }
}

const describe = ({ id, kind, subject, title, actor, reason, happened_at: at, read_at: read }: NoticeRow): Notice => ({
  id, kind, subject, title, ...(actor !== null && { actor }), ...(reason !== null && { reason }), at: at.toISOString(), read: read !== null,
})
