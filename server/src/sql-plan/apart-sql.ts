import { sql } from 'kysely'

/**
 * The end of a select that the database must not merge with the one around it. It does not merge what has an offset; written as a number it
 * would believe that something may be cut off, and have one process alone do all the work.
 */
export const apart = sql.raw(`offset '0'`)
