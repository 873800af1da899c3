import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AnswerCut, AnswerStopped, decideMany, openApi, ProblemAnswer, type Access, type HouseholdLine } from '@tieuchi/client'
import { typesOf } from '@tieuchi/client/generate'
import { readExamples } from '@tieuchi/server/decisions/decision-examples.ts'
import { forPartners } from '@tieuchi/server/plugins/openapi-routes.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inject, signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { databaseKinds } from '../../support/databases.ts'
import { FrontDoor } from '../../support/front-door.ts'
import { askByKey, listen, makePartner, streamByKey } from '../../support/partners.ts'

const pathOf = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const written = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** Hashes change with every change of the packs; in examples each stands as a number of its own. */
function withoutHashes<Value>(value: Value): Value {
  const seen: string[] = []
  return JSON.parse(JSON.stringify(value).replaceAll(/[0-9a-f]{64}/g, (hash) => {
    if (!seen.includes(hash)) seen.push(hash)
    return String(seen.indexOf(hash) + 1).padStart(64, '0')
  }))
}

describe('A partner', () => {
  let running: RunningApp
  let administrator: Client
  let access: Access

  beforeAll(async () => {
    const [kind] = databaseKinds()
    if (kind === undefined) throw new Error('There is no database to test on')
    running = await startApp(kind, { packs: readPacks(pathOf('rulesets')) })
    const [unit] = await running.database.db.selectFrom('unit_spells').select('unit_id').where('code', '=', '11074').where('valid_to', 'is', null).execute()
    administrator = await signInAs(running, 'boss', unit?.unit_id ?? '', 'administrator')
    access = { address: await listen(running.app), key: await keyOf() }
  })
  afterAll(() => running.close())

  const keyOf = async (more: object = {}): Promise<string> => {
    const { body: { unit } } = await administrator.send('GET', '/api/session')
    return (await makePartner(administrator, { unit: unit.id, programmes: ['electricity'], ...more })).key
  }

  const examples = readExamples()
  const household = { ...examples.one.request, input: { ...examples.one.request.input } }
  const [poor, unknown] = examples.many.request as readonly [HouseholdLine, HouseholdLine]
  const asked = { programmes: ['electricity'], unit: '11074', at: '2026-06-01' } as const

  it('gets what the examples of the description show', async () => {
    const { one, many } = examples
    const answered = await askByKey(running, access.key, one.request)
    const streamed = await streamByKey(running, access.key, many.query, many.request)
    const found = { one: { request: one.request, response: answered.body }, many: { query: many.query, request: many.request, response: streamed.lines } }
    await expect(written(withoutHashes(found))).toMatchFileSnapshot(pathOf('rulesets/demo/decision-examples.json'))
  })

  it('has a client after the description of what keys open', async () => {
    const { body } = await inject(running.app, { method: 'GET', url: '/api/docs/json' })
    await expect(written(forPartners(body))).toMatchFileSnapshot(pathOf('client/openapi.json'))
    await expect(await typesOf(forPartners(body))).toMatchFileSnapshot(pathOf('client/generated/api-types.ts'))
  })

  it('has one household decided, typed, and learns what its key may do', async () => {
    const api = openApi(access)
    const { data } = await api.POST('/api/decisions', { body: household })
    expect(data && 'layers' in data && data.layers['national']?.entitlements[0]).toMatchObject({ id: 'electricity_support', state: 'granted', amount: 59_520 })
    expect((await api.GET('/api/partner')).data).toMatchObject({ programmes: ['electricity'], state: 'active' })
    const refused = await api.POST('/api/decisions', { body: { ...household, programme: 'poverty' } })
    expect(refused.error?.code).toBe('partner_programme')
  })

  it('reads the rules it is decided by, and the words of their codes', async () => {
    const api = openApi(access)
    const { data } = await api.GET('/api/programmes', { params: { query: { at: '2026-06-01' } } })
    const electricity = data?.find(({ id }) => id === 'electricity')
    expect((await api.GET('/api/releases/{hash}', { params: { path: { hash: electricity?.in_force?.release ?? '' } } })).data).toMatchObject({ programme: 'electricity' })
    expect((await api.GET('/api/common/{hash}', { params: { path: { hash: electricity?.common ?? '' } } })).data).toHaveProperty('dictionary')
  })

  it('has any number of households decided, in their order, while the next are still being sent', async () => {
    const flow = { sent: 0, most: 0, taken: 0 }
    async function* households() {
      for (flow.sent = 0; flow.sent < 3000; flow.sent += 1) {
        flow.most = Math.max(flow.most, flow.sent - flow.taken)
        yield { ...(flow.sent % 2 === 0 ? poor : unknown), id: flow.sent }
      }
    }
    const lines = decideMany(access, asked, households())
    const ids: unknown[] = []
    let next = await lines.next()
    for (; !next.done; next = await lines.next()) {
      ids.push(next.value.id)
      flow.taken += 1
    }
    expect(ids).toEqual(Array.from({ length: 3000 }, (_id, index) => index))
    expect(next.value).toMatchObject({ complete: true, decided: 3000 })
    expect(flow.most).toBeLessThan(3000)
  })

  it('is told apart what was not begun, what stopped and what was cut', async () => {
    const drain = async (who: Access) => {
      for await (const line of decideMany(who, asked, [poor, unknown, poor])) expect(line).toHaveProperty('decisions')
    }
    await expect(drain({ ...access, key: 'tieuchi_00000000_x' })).rejects.toThrow(ProblemAnswer)
    await expect(drain({ ...access, key: await keyOf({ households_per_day: 2 }) })).rejects.toThrow(AnswerStopped)
    const door = await FrontDoor.open()
    door.leadTo(access.address)
    const cut = async () => {
      async function* households() {
        for (;;) yield poor
      }
      for await (const line of decideMany({ ...access, address: door.address }, asked, households())) if ('decisions' in line && line.line === 50) await door.close()
    }
    await expect(cut()).rejects.toThrow(AnswerCut)
  })

  it('that leaves the loop ends the request, and the source of its households with it', async () => {
    let closed = false
    async function* households() {
      try {
        for (;;) yield poor
      } finally {
        closed = true
      }
    }
    for await (const line of decideMany(access, asked, households())) if (line.line === 3) break
    await expect.poll(() => closed).toBe(true)
    await expect.poll(async () => (await administrator.send('GET', '/api/trail?action=decisions.asked')).body[0].new.complete).toBe(false)
  })
})

it('the client is for partners to take as it is: nothing of the description is missing in its types', () => {
  const types = readFileSync(pathOf('client/generated/api-types.ts'), 'utf8')
  for (const path of Object.keys(JSON.parse(readFileSync(pathOf('client/openapi.json'), 'utf8')).paths)) expect(types).toContain(`"${path}"`)
})
