import type { Text } from '@tieuchi/runtime'
import type { Generated, JSONColumnType } from 'kysely'
import type { NoticeKind } from './notice-schema.ts'

/** What a person is told of. Its words belong to the page, but for the title, which comes from a document. */
export interface NoticeTable {
  id: Generated<number>
  person_id: string
  kind: NoticeKind
  /** Id of what it is about. */
  subject: string
  title: JSONColumnType<Text, string, string>
  /** Name of the person who did it. */
  actor: string | null
  /** Why, as that person wrote it. */
  reason: string | null
  happened_at: Date
  read_at: Date | null
}
