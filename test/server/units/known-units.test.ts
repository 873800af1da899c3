import type { UnitDocument } from '@tieuchi/runtime'
import { asPerson, asSystem, type Database } from '@tieuchi/server/plugins/database.ts'
import { describeOnDate, loadUnits } from '@tieuchi/server/units/unit-service.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachDatabase, openMigrated } from '../../support/databases.ts'

const unitNamed = (name: string): UnitDocument => ({ id: 'cape', spells: [{ code: '90001', name, kind: 'commune' }], attributes: {} })

onEachDatabase('What is known of units from one request to the next', (kind) => {
  let database: Database

  beforeAll(async () => {
    database = await openMigrated(kind)
    await asSystem(database.db, (tx) => loadUnits(tx, [unitNamed('Mũi Bắc')]))
  })
  afterAll(() => database.close())

  const seen = () => asPerson(database.db, { unit: { id: 'cape' } }, async (tx) => (await describeOnDate(tx, 'cape', '2026-12-01')).name)

  it('follows every change', async () => {
    expect(await seen()).toBe('Mũi Bắc')
    await asSystem(database.db, (tx) => loadUnits(tx, [unitNamed('Mũi Nam')]))
    expect([await seen(), await seen()]).toEqual(['Mũi Nam', 'Mũi Nam'])
  })

  it('is not what a transaction saw that came to nothing', async () => {
    await seen()
    const undone = asSystem(database.db, async (tx) => {
      await loadUnits(tx, [unitNamed('Mũi Đông')])
      expect((await describeOnDate(tx, 'cape', '2026-12-01')).name).toBe('Mũi Đông')
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await seen()).toBe('Mũi Nam')
  })
})
