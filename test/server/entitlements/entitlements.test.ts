import type { EntitlementLine, HouseholdEntitlements } from '@tieuchi/server/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { aidPacks } from '../../support/dog-aid.ts'
import { decide, dogAnswers, fill } from '../../support/dog-households.ts'

onEachDatabase('Entitlements of a household', (kind) => {
  let running: RunningApp
  let officer: Client
  let household: string

  beforeAll(async () => {
    running = await startApp(kind, { packs: aidPacks({ local: true }) })
    officer = await signInAs(running, 'harbour', 'harbour')
    household = (await decide(officer, dogAnswers('Nguyễn Văn Á', 20), { date: '2026-02-10' })).household
    await decide(officer, dogAnswers('Nguyễn Văn Á', 5), { date: '2026-09-01', household })
    await decide(officer, { ...dogAnswers('Nguyễn Văn Á', 40), members: [...dogAnswers('Nguyễn Văn Á', 40).members, { id: 'mouse', call_name: 'Mực', part: 'dog', vaccinated: false }] }, { date: '2027-02-01', household })
  })
  afterAll(() => running.close())

  const answerAt = (at: string, client = officer, id = household) => client.send('GET', `/api/households/${id}/entitlements?at=${at}`)

  const readAt = async (at: string, id = household): Promise<HouseholdEntitlements> => {
    const { status, body } = await answerAt(at, officer, id)
    expect(status).toBe(200)
    return body
  }

  const linesAt = async (at: string, id = household): Promise<readonly EntitlementLine[]> => (await readAt(at, id)).programmes.flatMap(({ entitlements }) => entitlements)

  const statesAt = async (at: string) => (await linesAt(at)).map(({ id, member, state, amount }) => [id, ...(member === undefined ? [] : [member]), state, ...(amount === undefined ? [] : [amount])])

  it('follow the decision in force on the day, the rules of the day, and the members of the day', async () => {
    expect(await statesAt('2026-02-10')).toEqual([['feed', 'granted', 200_000], ['check_up', 'keeper', 'refused'], ['check_up', 'dog', 'granted']])
    expect(await statesAt('2026-08-31')).toEqual([['feed', 'granted', 250_000], ['check_up', 'keeper', 'refused'], ['check_up', 'dog', 'granted']])
    expect(await statesAt('2026-09-01')).toEqual([['feed', 'refused'], ['check_up', 'keeper', 'refused'], ['check_up', 'dog', 'refused']])
    expect(await statesAt('2027-01-31')).toEqual([['feed', 'refused'], ['check_up', 'keeper', 'refused'], ['check_up', 'dog', 'refused']])
    expect(await statesAt('2027-02-01')).toEqual([['feed', 'granted', 300_000], ['check_up', 'keeper', 'refused'], ['check_up', 'dog', 'refused'], ['check_up', 'mouse', 'refused']])
  })

  it('say how much, how often, by which article, on which terms, and what is only assumed', async () => {
    const { household: named, members, recorded, programmes: [aid] } = await readAt('2026-06-30')
    expect(named).toMatchObject({ label: 'Nguyễn Văn Á', place: 'Đường Biển', unit: { name: 'Xã Bến Cảng' } })
    expect(members.map(({ title }) => title.vi)).toEqual(['Nguyễn Văn Á', 'Vàng'])
    expect(recorded).toMatchObject([{ outcome: { vi: 'Giấy phép' }, value: { vi: 'cấp', en: 'granted' }, from: '2026-02-10', to: '2026-08-31', decided_on: '2026-12-01' }])
    expect(aid).toMatchObject({ programme: 'dog-aid', release: { title: { vi: 'Quy định hỗ trợ 2026' }, valid_from: '2026-01-01' }, local: [] })
    expect(aid?.entitlements[0]).toMatchObject({
      id: 'feed', layer: 'national', amount: 200_000, monthly: 200_000, unit: 'VND/month', bound: 'exact', period: { every: 'month' }, citation: { article: '2' },
      terms: { vi: 'số tiền 200.000 đ/tháng, hằng tháng' }, assumed: [{ vi: 'Mức thức ăn' }],
    })
    expect(aid?.entitlements[2]).toMatchObject({ level: 0.8, bound: 'at_least', period: { every: 'year', at_most: 2 }, terms: { en: 'level at least 80 %, every year, at most 2 times' } })
  })

  it('name the comparison that refused them, with what was read', async () => {
    const [feed, ofKeeper] = await linesAt('2026-09-01')
    expect(feed?.reasons).toMatchObject([{ sentence: { vi: expect.stringContaining('Giấy phép') }, read: { vi: 'không cấp' } }])
    expect(ofKeeper?.reasons[0]).toMatchObject({ read: { vi: 'người nuôi' } })
  })

  it('stand in the local layer where one is in force, with the national one beside what differs', async () => {
    const { programmes: [aid] } = await readAt('2026-07-01')
    expect(aid?.local).toMatchObject([{ title: { vi: 'Mức hỗ trợ của đảo' }, unit: 'Tỉnh Đảo', valid_from: '2026-07-01' }])
    expect(aid?.entitlements[0]).toMatchObject({ layer: 'local', amount: 250_000, national: { amount: 200_000 } })
    expect(aid?.entitlements[2]).not.toHaveProperty('national')
  })

  it('are not concluded from decisions nobody knows: before the first, or where there is none', async () => {
    const [feed] = await linesAt('2026-02-09')
    expect(feed).toMatchObject({ state: 'undetermined', missing: [{ field: 'history', title: { vi: 'Các quyết định trước đây' } }] })
    const { household: drafted } = await fill(officer, dogAnswers('Trần Thị Nháp', 20))
    expect(await readAt('2026-12-01', drafted)).toMatchObject({ known: false, members: [], recorded: [] })
    expect((await linesAt('2026-12-01', drafted)).map(({ state }) => state)).toEqual(['undetermined'])
  })

  it('are none on a day without rules, and a day that is none is refused', async () => {
    expect((await readAt('2025-12-31')).programmes).toEqual([])
    expect((await answerAt('2026-02-30')).body).toMatchObject({ code: 'invalid_date' })
    expect((await answerAt('yesterday')).status).toBe(400)
  })

  it('are explained one by one', async () => {
    const explanation = (asked: string) => officer.send('GET', `/api/households/${household}/entitlements/explanation?${asked}`)
    const { body } = await explanation('at=2026-08-31&programme=dog-aid&layer=local&entitlement=check_up&member=dog')
    expect(body).toMatchObject({ kind: 'entitlement', result: true, member: 'dog' })
    expect(JSON.stringify(body)).toContain('Đã tiêm phòng: có')
    expect((await explanation('at=2026-08-31&programme=dog-aid&layer=local&entitlement=check_up')).body).toMatchObject({ code: 'entitlement_not_found' })
    expect((await explanation('at=2026-08-31&programme=dog-tax&layer=national&entitlement=feed')).body).toMatchObject({ code: 'entitlement_not_found' })
  })

  it('are told within the reader’s area alone', async () => {
    expect((await answerAt('2026-06-30', await signInAs(running, 'hill', 'hill'))).body).toMatchObject({ code: 'household_not_found' })
    expect((await answerAt('2026-06-30', await signInAs(running, 'island', 'island', 'viewer'))).status).toBe(200)
  })
})
