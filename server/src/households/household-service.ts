import { summarise } from '../decisions/outcome-summary.ts'
import type { Tx } from '../plugins/database.ts'
import { countHouseholds, listHouseholds, type HouseholdFilter, type HouseholdRow } from './household-queries.ts'
import type { HouseholdLine, HouseholdList } from './household-schema.ts'

/** One page of the households in the reader's area, each with its newest submission and its last result. */
export async function pageHouseholds(tx: Tx, filter: HouseholdFilter): Promise<HouseholdList> {
  const total = await countHouseholds(tx, filter)
  const rows = await listHouseholds(tx, filter)
  return { total, items: rows.map(toLine) }
}

function toLine(row: HouseholdRow): HouseholdLine {
  const { id, label, place, member_count, synthetic } = row
  return { id, label, member_count, synthetic, ...(place === null ? {} : { place }), ...newestOf(row), ...decidedOf(row) }
}

function newestOf({ submission: id, state, law_at: day, updated_at: updated, layers }: HouseholdRow): Pick<HouseholdLine, 'submission'> {
  if (id === null || state === null || day === null || updated === null) return {}
  return { submission: { id, state, reference_date: day, updated_at: updated.toISOString(), outcomes: summarise(layers) } }
}

function decidedOf({ decided_submission: id, decided_law_at: day, decided_updated_at: updated, decided_layers: layers }: HouseholdRow): Pick<HouseholdLine, 'decided'> {
  if (id === null || day === null || updated === null) return {}
  return { decided: { id, reference_date: day, updated_at: updated.toISOString(), outcomes: summarise(layers) } }
}
