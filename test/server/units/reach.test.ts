import { asSystem, type Database } from '@tieuchi/server/plugins/database.ts'
import { loadUnits } from '@tieuchi/server/units/unit-service.ts'
import type { UnitDocument } from '@tieuchi/runtime'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachDatabase, openMigrated } from '../../support/databases.ts'

const count = 60
const seed = 20261126

/** A number below another, the same each time. */
const drawing = () => {
  let state = seed
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const idOf = (number: number): string => `unit-${number}`

/** Units that begin, end, and move from one parent to another, some only in days to come. Parents have smaller numbers, so no circle arises. */
const randomUnits = (): readonly UnitDocument[] => {
  const draw = drawing()
  const years = ['2010', '2018', '2025', '2090']
  return Array.from({ length: count }, (_unit, number): UnitDocument => {
    const starts = years.filter(() => draw(2) === 0)
    const spellAt = (from: string | undefined, to: string | undefined): UnitDocument['spells'][number] => ({
      ...(from !== undefined && { valid_from: `${from}-01-01` }), ...(to !== undefined && { valid_to: `${Number(to) - 1}-12-31` }),
      code: String(10_000 + number), name: `Đơn vị ${number}`, kind: 'commune', ...(number > 0 && draw(6) > 0 && { parent: idOf(draw(number)) }),
    })
    const beginnings = [draw(2) === 0 ? undefined : '2000', ...starts]
    return { id: idOf(number), spells: beginnings.map((from, index) => spellAt(from, beginnings[index + 1] ?? (draw(4) === 0 ? '2095' : undefined))), attributes: {} }
  })
}

/** The tree of today as its words say it: each unit below the parent of the last spell that has begun. */
const belowByHand = (units: readonly UnitDocument[], root: string, today: string): readonly string[] => {
  const parentOf = new Map(units.flatMap(({ id, spells }) => {
    const begun = spells.filter(({ valid_from: from = '' }) => from <= today).toSorted((a, b) => (a.valid_from ?? '').localeCompare(b.valid_from ?? ''))
    const parent = begun.at(-1)?.parent
    return parent === undefined ? [] : [[id, parent] as const]
  }))
  const isBelow = (id: string): boolean => id === root || (parentOf.has(id) && isBelow(parentOf.get(id) ?? ''))
  return units.map(({ id }) => id).filter(isBelow).toSorted()
}

onEachDatabase('The area of a unit', (kind) => {
  let database: Database

  beforeAll(async () => {
    database = await openMigrated(kind)
  })
  afterAll(() => database.close())

  it('is the tree of today, whatever began, ended or moved', async () => {
    const units = randomUnits()
    await asSystem(database.db, (tx) => loadUnits(tx, units))
    const today = new Date().toISOString().slice(0, 10)
    for (const { id } of units) {
      const { rows } = await asSystem(database.db, (tx) => sql<{ id: string }>`select unit_subtree(${id}) as id`.execute(tx))
      expect(rows.map((row) => row.id).toSorted(), id).toEqual(belowByHand(units, id, today))
    }
    expect(belowByHand(units, idOf(0), today).length).toBeGreaterThan(count / 3)
  })
})
