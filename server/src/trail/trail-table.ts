import type { Generated, JSONColumnType } from 'kysely'

/** Who changed what, from what to what. */
export interface TrailTable {
  id: Generated<number>
  happened_at: Date
  /** Absent: the program itself. */
  person_id: string | null
  /** The partner whose program asked. */
  partner_id: string | null
  unit_id: string | null
  action: string
  subject: string
  old: JSONColumnType<object, string, string> | null
  new: JSONColumnType<object, string, string> | null
}
