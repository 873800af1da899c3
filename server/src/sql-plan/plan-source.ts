import type { Sql } from './day-sql.ts'

/** Where a statement finds the households it judges. */
export interface PlanSource {
  /**
   * A select of a row for each household: `id`; its answers `household` and the attributes of its unit `unit`, JSON objects; `complete`, whether
   * its members are all listed; `history_asked`, whether anybody asked for its earlier decisions, and `history_from`, the day from which
   * they are complete, null where they are wholly; and whatever else the two below need.
   */
  readonly households: Sql
  /** A select of a row for each member of the household `h`: `ord`, its place; `id`; its answers `answers`. */
  readonly members: Sql
  /**
   * A select of a row for each outcome of each earlier decision on the household `h`: `programme`, `outcome`, `layer`; `member`, null where it is
   * of the household; `value`, JSON, null where it was left open; `first_day`, `last_day`, `decided_on`, dates; `standard`; and `place`,
   * which tells those of one day apart.
   */
  readonly history: Sql
}
