import type { ProgrammeDocument } from '@tieuchi/runtime'
import type { Generated, JSONColumnType } from 'kysely'

export interface ProgrammeTable {
  id: string
  document: JSONColumnType<ProgrammeDocument, string, string>
}

export interface CommonVersionTable {
  hash: string
  number: Generated<number>
  /** Canonical JSON, kept as it was published. */
  body: string
  recorded_at: Generated<Date>
}

export interface ReleaseTable {
  hash: string
  programme: string
  scope: string
  /** Canonical JSON, kept as it was published. */
  body: string
  recorded_at: Generated<Date>
}

export interface PublicationTable {
  id: Generated<number>
  programme: string
  scope: string
  /** Absent: a withdrawal. */
  release: string | null
  valid_from: string | null
  valid_to: string | null
  recorded_at: Generated<Date>
  reason: string
  published_by: string
}
