import { asSystem, type Db, type Tx } from '../plugins/database.ts'
import { Turns } from '../plugins/turns.ts'
import type { CountAsked } from './report-states.ts'

/**
 * Reports over several units, one of them at a time in a process: each takes all processors the database gives, and some hundred megabytes of its
 * memory for each. Whatever is asked of one unit does not wait.
 */
export const reportTurns = new Turns(1)

/** Work on a report with the eyes of the system, in a transaction of its own that begins when it is its turn. */
export const inReportTurn = <T>(db: Db, { units }: Pick<CountAsked, 'units'>, work: (tx: Tx) => Promise<T>): Promise<T> =>
  units.length > 1 ? reportTurns.take(() => asSystem(db, work)) : asSystem(db, work)
