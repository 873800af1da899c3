import type { Text } from '@tieuchi/runtime'
import type { Generated, JSONColumnType } from 'kysely'

export type DraftState = 'draft' | 'in_review' | 'approved' | 'published' | 'discarded'

export interface DraftTable {
  id: Generated<string>
  programme: string
  scope: string
  /** The release it was made from. */
  base: string | null
  state: Generated<DraftState>
  version: Generated<number>
  /** The document as it was saved, byte for byte. */
  document: string
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
}

/** Every version ever saved. */
export interface DraftVersionTable {
  draft_id: string
  version: number
  document: string
  saved_at: Date
  saved_by: string
  restored_from: number | null
}

export type DraftEventKind = 'created' | 'sent' | 'returned' | 'recalled' | 'approved' | 'approval_voided' | 'published' | 'discarded'

export interface DraftEventTable {
  id: Generated<number>
  draft_id: string
  kind: DraftEventKind
  version: number
  /** Hash of the document it happened to. */
  document_hash: string
  reason: string | null
  happened_at: Date
  person_id: string
}

/** A comment on one change of the comparison, or an answer to one. */
export interface DraftCommentTable {
  id: Generated<string>
  /** Order in which comments were written. */
  number: Generated<number>
  draft_id: string
  /** Key of the change, stable while it stays the same change. */
  change: string
  /** The change in words when the comment was written. */
  sentence: JSONColumnType<Text, string, string>
  answers: string | null
  body: string
  written_at: Date
  written_by: string
  resolved_at: Date | null
  resolved_by: string | null
}

/** Something of the gate that a person has seen and answers for, as long as its content stays the same. */
export interface DraftAcknowledgementTable {
  id: Generated<number>
  draft_id: string
  item: string
  subject: string
  content_hash: string
  acknowledged_at: Date
  acknowledged_by: string
}
