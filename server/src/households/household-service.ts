import { summarise } from '../decisions/outcome-summary.ts'
import type { Tx } from '../plugins/database.ts'
import { countHouseholds, listHouseholds, type HouseholdFilter, type HouseholdRow } from './household-queries.ts'
import type { HouseholdLine, HouseholdList } from './household-schema.ts'

/** One page of the households in the reader's area, each with its newest submission. */
export async function pageHouseholds(tx: Tx, filter: HouseholdFilter): Promise<HouseholdList> {
  const total = await countHouseholds(tx, filter)
  const rows = await listHouseholds(tx, filter)
  return { total, items: rows.map(toLine) }
}

function toLine({ id, label, place, member_count, synthetic, submission, state, law_at: day, updated_at: updated, layers }: HouseholdRow): HouseholdLine {
  const line = { id, label, member_count, synthetic, ...(place === null ? {} : { place }) }
  if (submission === null || state === null || day === null || updated === null) return line
  return { ...line, submission: { id: submission, state, reference_date: day, updated_at: updated.toISOString(), outcomes: summarise(layers) } }
}
