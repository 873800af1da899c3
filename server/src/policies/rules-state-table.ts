import type { GeneratedAlways } from 'kysely'

/** One row that is another after each change of rules or units. Written by triggers alone. */
export interface RulesStateTable {
  one: GeneratedAlways<boolean>
  /** Random, never the same again. */
  version: GeneratedAlways<string>
  changed_by: GeneratedAlways<string>
}
