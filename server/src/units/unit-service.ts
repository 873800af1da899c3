import { describeUnit, hashDocument, placesOf, type Places, type Spell, type Text, type UnitDocument } from '@tieuchi/runtime'
import { formatDay } from '../plugins/clock.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { WhileRulesStay } from '../plugins/database-rules-seen.ts'
import { findIdInReach, listIdsBelow, listUnitHashes, listUnitsWithParents, replaceUnits } from './unit-queries.ts'
import type { UnitOnDate } from './unit-schema.ts'

/** A unit as it was on a day; a problem where it did not exist then. */
export function describeOnDate(tx: Tx, id: string, at: string): Promise<UnitOnDate> {
  return described.find(tx, JSON.stringify([id, at]), () => describeAnew(tx, id, at))
}

const described = new WhileRulesStay<UnitOnDate>(5000)

async function describeAnew(tx: Tx, id: string, at: string): Promise<UnitOnDate> {
  const units = await listUnitsWithParents(tx, [id])
  const found = describe(units, id, at)
  if (found === undefined) throw new Problem('unit_not_on_date', { at: formatDay(at), existence: existenceOf(units, id, at) })
  return found
}

/** Names of a unit and those above it on a day, by id; none where it did not exist then. */
export async function placesOnDate(tx: Tx, id: string, at: string): Promise<Places> {
  const found = describe(await listUnitsWithParents(tx, [id]), id, at)
  return found ? placesOf(found) : {}
}

/** From which day on a unit exists that did not yet, or until which day it did. */
function existenceOf(units: readonly UnitDocument[], id: string, at: string): Text {
  const spells = units.find((unit) => unit.id === id)?.spells ?? []
  const next = spells.filter(({ valid_from: from }) => from !== undefined && from > at).toSorted(byStart)[0]
  if (next?.valid_from) return { vi: `${next.name} có từ ngày ${formatDay(next.valid_from)}`, en: `${next.name} exists from ${formatDay(next.valid_from)}` }
  const last = spells.toSorted(byStart).at(-1)
  if (last?.valid_to) return { vi: `${last.name} chỉ có đến ngày ${formatDay(last.valid_to)}`, en: `${last.name} existed until ${formatDay(last.valid_to)}` }
  return { vi: 'không rõ thời gian tồn tại', en: 'it is not known when it existed' }
}

const byStart = (a: Spell, b: Spell): number => (a.valid_from ?? '').localeCompare(b.valid_from ?? '')

/** A unit as it is today, or as it last was. */
export async function describeLatest(tx: Tx, id: string, today: string): Promise<UnitOnDate> {
  const units = await listUnitsWithParents(tx, [id])
  const ends = units.find((unit) => unit.id === id)?.spells.flatMap((spell) => spell.valid_to ?? []) ?? []
  const found = [today, ...ends.toSorted().toReversed()].map((day) => describe(units, id, day)).find((unit) => unit !== undefined)
  if (found === undefined) throw new Problem('unit_not_on_date', { at: formatDay(today), existence: existenceOf(units, id, today) })
  return found
}

/** The reader's units on a day, nearest the top first. */
export async function listOnDate(tx: Tx, root: string, at: string): Promise<UnitOnDate[]> {
  const ids = await listIdsBelow(tx, root, at)
  const units = await listUnitsWithParents(tx, ids)
  const found = ids.flatMap((id) => describe(units, id, at) ?? [])
  return found.toSorted((a, b) => a.parents.length - b.parents.length || a.code.localeCompare(b.code))
}

/** The unit of a code on a day in the reader's area. One outside is as unknown as one that never was. */
export async function getInReachOrThrow(tx: Tx, code: string, at: string): Promise<UnitOnDate> {
  const id = await findIdInReach(tx, code, at)
  if (id === undefined) throw new Problem('unit_not_found', { code, at: formatDay(at) })
  return describeOnDate(tx, id, at)
}

/** Stores units that are new or differ from what is stored; how many. */
export async function loadUnits(tx: Tx, units: readonly UnitDocument[]): Promise<number> {
  const stored = await listUnitHashes(tx)
  const changed = units.map((unit) => ({ ...unit, hash: hashDocument(unit) })).filter(({ id, hash }) => stored.get(id) !== hash)
  await replaceUnits(tx, changed)
  return changed.length
}

function describe(units: readonly UnitDocument[], id: string, at: string): UnitOnDate | undefined {
  const unit = units.find((candidate) => candidate.id === id)
  const found = unit && describeUnit(units, unit, at)
  return found && { ...found, parents: [...found.parents], parent_ids: [...found.parent_ids], attributes: { ...found.attributes } }
}
