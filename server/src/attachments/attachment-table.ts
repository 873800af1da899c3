import type { Generated } from 'kysely'

export interface AttachmentTable {
  id: Generated<string>
  submission_id: string
  /** The item of the form it is attached to. */
  item: string
  /** Id of the member, where the item is asked of each. */
  member: string | null
  name: string
  media_type: string
  size: number
  sha256: string
  content: Buffer
  attached_at: Date
  attached_by: string
}
