import { afterAll, beforeAll, expect, it } from 'vitest'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { loadUnits } from '@tieuchi/server/units/unit-service.ts'
import { signInAs, startApp, type RunningApp } from '../../support/app.ts'
import type { UnitDocument } from '@tieuchi/runtime'
import { onEachDatabase } from '../../support/databases.ts'
import { dogUnits } from '../../support/dog-licences.ts'

onEachDatabase('Units', (kind) => {
  let running: RunningApp

  beforeAll(async () => {
    running = await startApp(kind)
  })
  afterAll(() => running.close())

  it('are those of the reader’s area as they were on the day', async () => {
    const island = await signInAs(running, 'island', 'island')
    const codes = async (at: string) => (await island.send('GET', `/api/units?at=${at}`)).body.map((unit: { code: string }) => unit.code)
    expect(await codes('2025-06-30')).toEqual(['90', '90001', '90002', '90003'])
    expect(await codes('2025-07-01')).toEqual(['90', '90001', '90002'])
    const hill = await signInAs(running, 'hill', 'hill')
    expect((await hill.send('GET', '/api/units')).body).toEqual([
      { id: 'hill', code: '90002', name: 'Xã Trên Đồi', kind: 'commune', parents: ['Tỉnh Đảo'], parent_ids: ['island'], attributes: { zone: 'field' } },
    ])
  })

  it('tell from which day they exist, or until which they did, where they did not on the day', async () => {
    const { db } = running.database
    const begun: UnitDocument = { id: 'new-bay', spells: [{ code: '90009', name: 'Xã Vịnh Mới', kind: 'commune', parent: 'island', valid_from: '2026-07-01' }], attributes: { zone: [{ value: 'field' }] } }
    await asSystem(db, (tx) => loadUnits(tx, [begun]))
    const openOn = async (unit: string, date: string) => {
      const officer = await signInAs(running, `${unit} ${date}`, unit)
      return (await officer.send('POST', '/api/submissions', { programme: 'dog-licence', reference_date: date })).body
    }
    const before = await openOn('new-bay', '2026-02-01')
    expect(before.code).toBe('unit_not_on_date')
    expect(before.detail.vi).toContain('Xã Vịnh Mới có từ ngày 01/07/2026')
    expect((await openOn('old-harbour', '2026-02-01')).detail.en).toContain('Xã Cảng Cũ existed until 30/06/2025')
    expect((await openOn('hill', '2020-01-01')).detail.vi).toContain('“Giấy phép nuôi chó”')
  })

  it('load once, and again only where they changed', async () => {
    const { db } = running.database
    expect(await asSystem(db, (tx) => loadUnits(tx, dogUnits))).toBe(0)
    const [island, ...others] = dogUnits
    if (island === undefined) throw new Error('The island is missing')
    const named = { ...island, spells: [{ code: '90', name: 'Thành phố Đảo', kind: 'province' as const }] }
    expect(await asSystem(db, (tx) => loadUnits(tx, [named, ...others]))).toBe(1)
  })
})
