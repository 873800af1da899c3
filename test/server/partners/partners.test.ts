import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asPerson } from '@tieuchi/server/plugins/database.ts'
import { inject, signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { dogAnswers } from '../../support/dog-households.ts'
import { askByKey, bearer, dogPartner, makePartner } from '../../support/partners.ts'

const request = { programme: 'dog-licence', unit: '90001', at: '2026-12-01', input: dogAnswers('x', 20) }

onEachDatabase('Partners', (kind) => {
  let running: RunningApp
  let administrator: Client
  let now = new Date('2026-12-01T15:00:10Z')

  beforeAll(async () => {
    running = await startApp(kind, { clock: () => now })
    administrator = await signInAs(running, 'boss', 'island', 'administrator')
  })
  afterAll(() => running.close())

  const listed = async (id: string) => (await administrator.send('GET', '/api/partners')).body.find((partner: { id: string }) => partner.id === id)

  it('are made with a key that is shown once, kept as a hash, and decides', async () => {
    const { partner, key } = await makePartner(administrator)
    expect(key).toMatch(/^tieuchi_[0-9a-f]{8}_[\w-]{43}$/)
    expect(partner).toMatchObject({ name: 'Bảo hiểm Đảo', state: 'active', unit: { name: 'Xã Bến Cảng' }, key_start: key.slice(0, 16), households_today: 0 })
    expect(partner).not.toHaveProperty('used_at')
    const { rows } = await sql`select * from partners where id = ${partner.id}::uuid`.execute(running.database.db)
    expect(JSON.stringify(rows)).not.toContain(key.slice(17))
    const { status, body } = await askByKey(running, key, request)
    expect([status, body.layers.national.outcomes[0].value]).toEqual([200, 'granted'])
    expect(await listed(partner.id)).toMatchObject({ used_at: now.toISOString(), households_today: 1 })
  })

  it('open with their key nothing but decisions, and need no confirmation', async () => {
    const { key } = await makePartner(administrator)
    for (const url of ['/api/households?programme=dog-licence', '/api/partners', '/api/session', '/api/trail']) {
      expect(await inject(running.app, { method: 'GET', url, headers: bearer(key) })).toMatchObject({ status: 403, body: { code: 'key_not_permitted' } })
    }
    expect(await inject(running.app, { method: 'GET', url: '/api/partners', headers: bearer('tieuchi_00000000_x') })).toMatchObject({ status: 401, body: { code: 'key_not_valid' } })
  })

  it('are refused from the moment their key is revoked, and after its last day', async () => {
    const { partner, key } = await makePartner(administrator, { valid_to: '2026-12-01' })
    expect(await askByKey(running, key, request)).toMatchObject({ status: 200 })
    now = new Date('2026-12-01T17:00:00Z')
    expect(await askByKey(running, key, request)).toMatchObject({ status: 401, body: { code: 'key_not_valid' } })
    expect(await listed(partner.id)).toMatchObject({ state: 'over' })
    now = new Date('2026-12-01T15:00:10Z')
    expect(await administrator.send('POST', `/api/partners/${partner.id}/revoke`)).toMatchObject({ status: 200, body: { state: 'revoked' } })
    expect(await askByKey(running, key, request)).toMatchObject({ status: 401, body: { code: 'key_not_valid' } })
  })

  it('ask for the programmes, the area and the explanations they may, and no other', async () => {
    const { key } = await makePartner(administrator, { explanations: false })
    expect(await askByKey(running, key, { ...request, unit: '90002' })).toMatchObject({ status: 404, body: { code: 'unit_not_found' } })
    expect(await askByKey(running, key, { ...request, explain: true })).toMatchObject({ status: 403, body: { code: 'partner_explanations' } })
    expect(await askByKey(running, key, { ...request, programme: 'other' })).toMatchObject({ status: 403, body: { code: 'partner_programme', detail: { en: expect.stringContaining('dog-licence') } } })
  })

  it('wait out the minute once they have asked too often, and are told for how long', async () => {
    const { key } = await makePartner(administrator, { requests_per_minute: 2 })
    for (const status of [200, 200]) expect(await askByKey(running, key, request)).toMatchObject({ status })
    expect(await askByKey(running, key, request)).toMatchObject({ status: 429, headers: { 'retry-after': '50' }, body: { code: 'too_many_requests', detail: { vi: expect.stringContaining('50 giây') } } })
    now = new Date('2026-12-01T15:01:00Z')
    expect(await askByKey(running, key, request)).toMatchObject({ status: 200 })
  })

  it('wait for the next day once their households are used up', async () => {
    const { partner, key } = await makePartner(administrator, { households_per_day: 2 })
    for (const status of [200, 200]) expect(await askByKey(running, key, request)).toMatchObject({ status })
    now = new Date('2026-12-01T16:59:00Z')
    expect(await askByKey(running, key, request)).toMatchObject({ status: 429, headers: { 'retry-after': '60' }, body: { code: 'too_many_households' } })
    now = new Date('2026-12-01T17:00:00Z')
    expect(await askByKey(running, key, request)).toMatchObject({ status: 200 })
    expect(await listed(partner.id)).toMatchObject({ households_today: 1 })
    now = new Date('2026-12-01T15:00:10Z')
  })

  const change = (id: string, more: object = {}) => {
    const { name: _name, purpose: _purpose, ...permitted } = dogPartner
    return administrator.send('PUT', `/api/partners/${id}`, { ...permitted, ...more })
  }

  it('may ask for what an administrator changes, from the next request on and with the same key', async () => {
    const { partner, key } = await makePartner(administrator, { households_per_day: 1, valid_to: '2026-12-01' })
    expect(await askByKey(running, key, request)).toMatchObject({ status: 200 })
    expect(await askByKey(running, key, request)).toMatchObject({ status: 429 })
    expect(await change(partner.id, { households_per_day: 4, explanations: false })).toMatchObject({ status: 200, body: { households_per_day: 4, valid_to: '2027-06-30', name: 'Bảo hiểm Đảo', key_start: partner.key_start, households_today: 1 } })
    expect(await askByKey(running, key, request)).toMatchObject({ status: 200 })
    expect(await askByKey(running, key, { ...request, explain: true })).toMatchObject({ status: 403, body: { code: 'partner_explanations' } })
    expect(await change(partner.id, { unit: 'hill' })).toMatchObject({ status: 200, body: { unit: { id: 'hill' } } })
    expect(await askByKey(running, key, request)).toMatchObject({ status: 404, body: { code: 'unit_not_found' } })
    expect(await change(partner.id)).toMatchObject({ status: 200, body: { unit: { id: 'harbour' } } })
    expect(await askByKey(running, key, request)).toMatchObject({ status: 200 })
  })

  it('are changed only to what they could be made with, by whom they belong to, and no more once their key is revoked', async () => {
    const { partner } = await makePartner(administrator)
    expect(await change(partner.id, { programmes: ['cats'] })).toMatchObject({ status: 404, body: { code: 'programme_not_found' } })
    expect(await change(partner.id, { valid_to: '2026-11-30' })).toMatchObject({ status: 422, body: { code: 'partner_already_over' } })
    expect(await change(partner.id, { name: 'Other' })).toMatchObject({ status: 400 })
    expect(await change('00000000-0000-4000-8000-000000000000')).toMatchObject({ status: 404, body: { code: 'partner_not_found' } })
    const local = await signInAs(running, 'hill-other', 'hill', 'administrator')
    const { name: _name, purpose: _purpose, ...permitted } = dogPartner
    expect(await local.send('PUT', `/api/partners/${partner.id}`, { ...permitted, unit: 'hill' })).toMatchObject({ status: 404, body: { code: 'partner_not_found' } })
    await administrator.send('POST', `/api/partners/${partner.id}/revoke`)
    expect(await change(partner.id)).toMatchObject({ status: 409, body: { code: 'partner_revoked' } })
    expect(await listed(partner.id)).toMatchObject({ unit: { id: 'harbour' }, valid_to: '2027-06-30' })
  })

  it('stand in the trail with what was changed alone, before and after', async () => {
    const { partner } = await makePartner(administrator)
    await change(partner.id)
    await change(partner.id, { requests_per_minute: 5 })
    const { body } = await administrator.send('GET', `/api/trail?subject=partner ${partner.id}`)
    expect(body).toMatchObject([{ action: 'partner.changed', old: { name: 'Bảo hiểm Đảo', requests_per_minute: 1000 }, new: { requests_per_minute: 5 } }, { action: 'partner.created' }])
    expect(Object.keys(body[0].new)).toEqual(['requests_per_minute'])
  })

  it('are the administrator’s of the area alone', async () => {
    const { partner } = await makePartner(administrator)
    const author = await signInAs(running, 'curious', 'island', 'author')
    expect(await author.send('GET', '/api/partners')).toMatchObject({ status: 403 })
    const local = await signInAs(running, 'hill-boss', 'hill', 'administrator')
    expect((await local.send('GET', '/api/partners')).body).toEqual([])
    expect(await local.send('POST', `/api/partners/${partner.id}/revoke`)).toMatchObject({ status: 404, body: { code: 'partner_not_found' } })
    expect(await local.send('POST', '/api/partners', dogPartner)).toMatchObject({ status: 403, body: { code: 'scope_too_wide' } })
    const asHill = (statement: ReturnType<typeof sql>) => asPerson(running.database.db, { unit: { id: 'hill' } }, (tx) => statement.execute(tx))
    expect((await asHill(sql`select id from partners`)).rows).toEqual([])
    expect((await asHill(sql`select partner_id from partner_uses`)).rows).toEqual([])
    await expect(asHill(sql`select key_hash from partners`)).rejects.toThrow('permission denied')
    expect((await asHill(sql`update partners set households_per_day = 5`)).numAffectedRows).toBe(0n)
    await expect(asHill(sql`update partners set name = 'Other'`)).rejects.toThrow('permission denied')
    await expect(asHill(sql`update partner_uses set households = 0`)).rejects.toThrow('permission denied')
  })

  it('are not made for programmes that are not there, nor with a last day that is past', async () => {
    expect(await administrator.send('POST', '/api/partners', { ...dogPartner, programmes: ['cats'] })).toMatchObject({ status: 404, body: { code: 'programme_not_found' } })
    expect(await administrator.send('POST', '/api/partners', { ...dogPartner, valid_to: '2026-11-30' })).toMatchObject({ status: 422, body: { code: 'partner_already_over' } })
    expect(await administrator.send('POST', '/api/partners', { ...dogPartner, programmes: [] })).toMatchObject({ status: 400 })
  })

  it('stand in the trail: made, revoked, and each time they asked with how many and for what, never with answers', async () => {
    const { partner, key } = await makePartner(administrator)
    await askByKey(running, key, request)
    await administrator.send('POST', `/api/partners/${partner.id}/revoke`)
    const { body } = await administrator.send('GET', `/api/trail?subject=partner ${partner.id}`)
    expect(body.map(({ action }: { action: string }) => action)).toEqual(['partner.revoked', 'decisions.asked', 'partner.created'])
    expect(body[1]).toMatchObject({ partner: { id: partner.id, name: 'Bảo hiểm Đảo' }, new: { purpose: 'Giảm phí cho chủ nuôi', programmes: ['dog-licence'], households: 1 } })
    expect(JSON.stringify(body)).not.toContain('Đường Biển')
    expect(JSON.stringify(body)).not.toContain(key.slice(17))
  })
})
