import type { Generated } from 'kysely'
import type { Role } from './person-role.ts'

export interface PersonTable {
  id: Generated<string>
  login: string
  name: string
  unit_id: string
  role: Role
  /** Made for demonstration, with a password everybody knows. */
  demo: Generated<boolean>
  password_hash: string | null
  setup_token_hash: string | null
  setup_expires_at: Date | null
  created_at: Generated<Date>
  /** Since when the account cannot sign in. */
  disabled_at: Date | null
}

/** Marks demonstration data that is already there. */
export interface SeedTable {
  name: string
  sown_at: Generated<Date>
}
