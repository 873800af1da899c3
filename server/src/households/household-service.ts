import { readSort } from '../lists/list-sort.ts'
import { resultOrder } from '../lists/result-order.ts'
import type { Tx } from '../plugins/database.ts'
import { listNewestNames, listReach } from '../units/unit-queries.ts'
import { householdSorts, type HouseholdFilter, type HouseholdOrder } from './household-filter.ts'
import { findHouseholds, listHouseholds, type HouseholdRow } from './household-list-queries.ts'
import type { HouseholdLine, HouseholdList, HouseholdQuery } from './household-schema.ts'

/** One window of the households in the reader's area, each with its newest submission and its result. */
export async function pageHouseholds(tx: Tx, asked: HouseholdQuery): Promise<HouseholdList> {
  const { ids, total } = await findHouseholds(tx, await withinReach(tx, asked), await readOrder(tx, asked), asked)
  return { items: await describeHouseholds(tx, asked.programme, ids), ...(total !== undefined && { total }) }
}

/** Lines of the list for households, in the order of their ids. */
export async function describeHouseholds(tx: Tx, programme: string, ids: readonly string[]): Promise<HouseholdLine[]> {
  const rows = await listHouseholds(tx, programme, ids)
  const names = await listNewestNames(tx, rows.map((row) => row.unit_id))
  return rows.map((row) => toLine(row, names))
}

/** Who sees one unit only is told so to the database, which then finds its households without looking at others. */
export async function withinReach(tx: Tx, filter: HouseholdFilter): Promise<HouseholdFilter> {
  if (filter.unit !== undefined) return filter
  const [only, ...others] = await listReach(tx)
  return only !== undefined && others.length === 0 ? { ...filter, unit: only } : filter
}

export async function readOrder(tx: Tx, { programme, sort }: Pick<HouseholdQuery, 'programme' | 'sort'>): Promise<HouseholdOrder> {
  const read = readSort(householdSorts, sort)
  return { sort: read, results: read?.by === 'result' ? await resultOrder(tx, programme) : [] }
}

function toLine(row: HouseholdRow, names: ReadonlyMap<string, string>): HouseholdLine {
  const { id, label, unit_id: unit, place, member_count, synthetic, changed_at: changed } = row
  return {
    id, label, unit: { id: unit, name: names.get(unit) ?? unit }, member_count, synthetic,
    ...(place !== null && { place }), ...(changed !== null && { changed_at: changed.toISOString() }),
    ...newestOf(row), ...decidedOf(row), ...sentSinceOf(row),
  }
}

function newestOf({ submission: id, state, law_at: day, updated_at: updated, outcomes }: HouseholdRow): Pick<HouseholdLine, 'submission'> {
  if (id === null || state === null || day === null || updated === null) return {}
  return { submission: { id, state, reference_date: day, updated_at: updated.toISOString(), outcomes: [...(outcomes ?? [])] } }
}

function decidedOf({ decided_submission: id, decided_law_at: day, decided_at: at, decided_outcomes: outcomes }: HouseholdRow): Pick<HouseholdLine, 'decided'> {
  if (id === null || day === null || at === null) return {}
  return { decided: { id, reference_date: day, updated_at: at.toISOString(), outcomes: [...(outcomes ?? [])] } }
}

function sentSinceOf({ decided_submission: decided, last_decided_submission: id, last_law_at: day, last_at: at }: HouseholdRow): Pick<HouseholdLine, 'sent_since'> {
  return id === null || id === decided || day === null || at === null ? {} : { sent_since: { id, reference_date: day, updated_at: at.toISOString() } }
}
