import type { Tx } from '../plugins/database.ts'
import { listNewestNames } from '../units/unit-queries.ts'
import { countByPlace, countByResult, countByUnit } from './household-facet-queries.ts'
import type { HouseholdFacets } from './household-schema.ts'

interface FacetQuestion {
  readonly programme: string
  /** The unit the list is narrowed to already. */
  readonly unit?: string
}

/** What the list can be narrowed to, with how many households each would leave: units of a wider area, places of one unit, and results. */
export async function describeFacets(tx: Tx, { programme, unit }: FacetQuestion): Promise<HouseholdFacets> {
  const units = await countByUnit(tx)
  const names = await listNewestNames(tx, units.map((each) => each.unit_id))
  const one = unit ?? (units.length === 1 ? units[0]?.unit_id : undefined)
  const places = one === undefined ? [] : await countByPlace(tx, one)
  const results = await countByResult(tx, programme, unit)
  return {
    units: units.length > 1 ? units.map(({ unit_id: id, count }) => ({ id, name: names.get(id) ?? id, count })).toSorted((a, b) => a.name.localeCompare(b.name, 'vi')) : [],
    places: places.flatMap(({ place, count }) => (place === null ? [] : [{ place, count }])),
    results: results.flatMap(({ result, result_list: list, count }) => (result === null || list === null ? [] : [{ result, list, count }])),
  }
}
