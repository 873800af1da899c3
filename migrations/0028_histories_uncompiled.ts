import { sql, type Kysely } from 'kysely'

/**
 * The database guesses a hundred times as many outcomes of a decision as there are, and would compile what tells the histories of one household to
 * machine code: that takes ten times as long as all the rest of sending a submission.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter function record_histories() set jit = off`.execute(db)
}
