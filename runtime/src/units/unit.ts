import type { Answer } from '../documents/input-document.ts'
import type { Spell, UnitDocument, UnitKind } from '../documents/unit-document.ts'

/** A unit as it was on one day. */
export interface UnitOnDate {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: UnitKind
  /** Names of the units above, nearest first. */
  readonly parents: readonly string[]
  /** Their ids, in the same order. */
  readonly parent_ids: readonly string[]
  /** Attributes with a value on that day; an unknown one is absent. */
  readonly attributes: Readonly<Record<string, string | boolean>>
}

const covers = ({ valid_from: from, valid_to: to }: Spell, day: string): boolean => (from === undefined || from <= day) && (to === undefined || day <= to)

const spellAt = ({ spells }: Pick<UnitDocument, 'spells'>, at: string) => spells.find((spell) => covers(spell, at))

/** The unit that bore a code on a day. Codes are reused, so the day is part of the question. */
export const findUnit = (units: readonly UnitDocument[], { code, at }: { readonly code: string; readonly at: string }): UnitDocument | undefined =>
  units.find((unit) => spellAt(unit, at)?.code === code)

const parentOf = (units: readonly UnitDocument[], unit: UnitDocument, at: string): UnitDocument | undefined => {
  const parentId = spellAt(unit, at)?.parent
  return units.find((candidate) => candidate.id === parentId)
}

/** The units above, nearest first, as they were on a day. Each once, should they stand in a circle. */
export const ancestorsOf = (units: readonly UnitDocument[], unit: UnitDocument, at: string): readonly UnitDocument[] => {
  const above: UnitDocument[] = []
  for (let parent = parentOf(units, unit, at); parent && parent !== unit && !above.includes(parent); parent = parentOf(units, parent, at)) above.push(parent)
  return above
}

/** The units a household of a unit lives in on a day, the widest first, the unit itself last; none where it did not exist then. */
export const unitsDownTo = (units: readonly UnitDocument[], unit: UnitDocument, at: string): readonly UnitDocument[] =>
  spellAt(unit, at) ? [...ancestorsOf(units, unit, at).toReversed(), unit] : []

/** What a unit was on a day; undefined where it did not exist then. */
export const describeUnit = (units: readonly UnitDocument[], unit: UnitDocument, at: string): UnitOnDate | undefined => {
  const spell = spellAt(unit, at)
  if (!spell) return undefined
  const attributes = Object.entries(unit.attributes).flatMap(([name, spells]) => {
    const found = spells.find((candidate) => covers(candidate, at))
    return found ? [[name, found.value] as const] : []
  })
  const above = ancestorsOf(units, unit, at).flatMap(({ id, spells }) => {
    const found = spellAt({ spells }, at)
    return found ? [{ id, name: found.name }] : []
  })
  return { id: unit.id, code: spell.code, name: spell.name, kind: spell.kind, parents: above.map(({ name }) => name), parent_ids: above.map(({ id }) => id), attributes: Object.fromEntries(attributes) }
}

/** Attributes as an evaluation's `unit` reads them. */
export const unitAnswers = ({ attributes }: UnitOnDate): Readonly<Record<string, Answer>> => attributes

/** Names of a unit and those above it by their ids, as an explanation tells whose rules it read. */
export const placesOf = ({ id, name, parents, parent_ids: above }: Pick<UnitOnDate, 'id' | 'name' | 'parents' | 'parent_ids'>): Readonly<Record<string, string>> =>
  Object.fromEntries([[id, name], ...above.map((parent, index) => [parent, parents[index] ?? parent])])
