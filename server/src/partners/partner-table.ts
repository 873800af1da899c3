import type { Generated } from 'kysely'

/** An agency that lets its own programs decide, with the key it has and what it may ask for. */
export interface PartnerTable {
  id: Generated<string>
  name: string
  purpose: string
  /** The unit whose area it may ask about. */
  unit_id: string
  programmes: string[]
  explanations: boolean
  requests_per_minute: number
  households_per_day: number
  /** The last day its key can be used. */
  valid_to: string
  /** The first letters of the key, by which people tell it from others. */
  key_start: string
  key_hash: string
  created_at: Date
  created_by: string
  revoked_at: Date | null
  revoked_by: string | null
}

/** How much of its limits a partner has used, in the minute and on the day it last asked. */
export interface PartnerUseTable {
  partner_id: string
  used_at: Date
  minute: Date
  requests: number
  day: string
  households: number
}
