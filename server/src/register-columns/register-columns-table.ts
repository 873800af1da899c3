import type { Generated } from 'kysely'

/** Notes that a household changed, by the transaction that changed it. Written by triggers alone. */
export interface HouseholdChangeTable {
  /** Number of a transaction; never used again within one database. */
  txid: Generated<string>
  household_id: string
}

/** One row, made with the register. */
export interface RegisterIdentityTable {
  id: Generated<string>
}

/** What saved columns were marked with when they were saved. */
export interface RegisterMarkTable {
  id: Generated<string>
  made_at: Generated<Date>
}
