import { canonicalJson, hashDocument } from '@tieuchi/runtime'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyDecision } from '@tieuchi/server/decisions/decision-proof.ts'
import { findDecision } from '@tieuchi/server/decisions/decision-queries.ts'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { loadRules } from '@tieuchi/server/policies/policy-loading.ts'
import { insertPublication, insertRelease, listPublications } from '@tieuchi/server/policies/policy-queries.ts'
import { RuleBook } from '@tieuchi/server/policies/rule-book.ts'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { decide, dogAnswers, fill } from '../../support/dog-households.ts'
import { hillOverlay, islandOverlay, layeredPacks, openReleases } from '../../support/dog-overlays.ts'

onEachDatabase('Under local rules', (kind) => {
  let running: RunningApp
  let harbour: Client
  let hill: Client
  let meadow: Client

  beforeAll(async () => {
    running = await startApp(kind, { packs: layeredPacks })
    harbour = await signInAs(running, 'harbour', 'harbour')
    hill = await signInAs(running, 'hill', 'hill')
    meadow = await signInAs(running, 'meadow', 'meadow')
  })
  afterAll(() => running.close())

  const [first, second] = openReleases
  const hashes = { 2026: hashDocument(first?.release), 2027: hashDocument(second?.release), island: hashDocument(islandOverlay), hill: hashDocument(hillOverlay) }
  const ask = async (client: Client, unit: string, at: string, garden = 13, more: object = {}) =>
    (await client.send('POST', '/api/decisions', { programme: 'dog-licence', unit, at, input: dogAnswers('x', garden), ...more })).body
  const valuesOf = (layers: Readonly<Record<string, { outcomes: readonly { value: unknown }[] }>>) => Object.fromEntries(Object.entries(layers).map(([layer, { outcomes }]) => [layer, outcomes[0]?.value]))
  const verify = (id: string) => asSystem(running.database.db, async (tx) => {
    const row = await findDecision(tx, id)
    if (row === undefined) throw new Error('No such decision')
    return verifyDecision(tx, new RuleBook(), row)
  })

  it('a household gets two answers, each by its own rules, and elsewhere one', async () => {
    expect(valuesOf((await ask(harbour, '90001', '2026-12-01')).layers)).toEqual({ national: 'refused', local: 'granted' })
    expect(valuesOf((await ask(meadow, '91001', '2026-12-01')).layers)).toEqual({ national: 'refused' })
  })

  it('each unit is shown its own on top of the national ones, from the province downward', async () => {
    const localOn = async (client: Client, at: string) => (await client.send('GET', `/api/programmes?at=${at}`)).body[0].local?.map(({ release, unit, valid_from: from }: { release: string; unit: object; valid_from: string }) => [release, unit, from])
    const island = [hashes.island, { id: 'island', name: 'Tỉnh Đảo' }, '2026-07-01']
    expect(await localOn(harbour, '2026-06-30')).toBeUndefined()
    expect(await localOn(harbour, '2027-06-01')).toEqual([island])
    expect(await localOn(hill, '2027-06-01')).toEqual([island, [hashes.hill, { id: 'hill', name: 'Xã Trên Đồi' }, '2027-01-01']])
    expect(await localOn(meadow, '2027-06-01')).toBeUndefined()
  })

  it('a household gets the national answer alone before they are in force', async () => {
    expect(valuesOf((await ask(harbour, '90001', '2026-06-30')).layers)).toEqual({ national: 'refused' })
    expect(valuesOf((await ask(harbour, '90001', '2026-07-01')).layers)).toEqual({ national: 'refused', local: 'granted' })
  })

  it('the law of one day and the units of another decide which apply', async () => {
    const moment = { law_at: '2026-06-30', facts_at: '2026-12-01', unit_at: '2026-12-01' }
    const { body } = await harbour.send('POST', '/api/decisions', { programme: 'dog-licence', unit: '90001', moment, input: dogAnswers('x', 13) })
    expect(Object.keys(body.layers)).toEqual(['national'])
  })

  it('the village’s come on top of the province’s, whose garden stays the floor', async () => {
    const input = { ...dogAnswers('x', 13), household: { garden_area: 13, fenced: false } }
    const { layers, rules } = await ask(hill, '90002', '2027-06-01', 13, { input })
    expect(rules.releases['dog-licence']).toEqual({ national: hashes[2027], local: [hashes.island, hashes.hill] })
    expect(valuesOf(layers)).toEqual({ national: 'refused', local: 'granted' })
    expect(layers.local.rules.map(({ id }: { id: string }) => id)).toEqual(['no_vaccination'])
    expect(layers.local.origins['dog-licence.parameters.least_garden.field']).toMatchObject({ layer: 'local', scope: { unit: 'island' }, floor: { scope: { unit: 'hill' }, value: 25 } })
  })

  it('an explanation says whose a value is, with the local article', async () => {
    const { explanations } = await ask(harbour, '90001', '2026-12-01', 13, { explain: true })
    expect(JSON.stringify(explanations.national)).not.toContain('theo quy định của')
    expect(JSON.stringify(explanations.local)).toContain('"sentence":{"vi":"theo quy định của tỉnh Đảo","en":"by the rules of tỉnh Đảo"}')
    expect(JSON.stringify(explanations.local)).toContain('05/2026/NQ-ĐẢO')
  })

  it('a decision stores both answers, pins every document read, and recomputes in both layers', async () => {
    const { decision } = await decide(harbour, dogAnswers('Hai Tầng', 13))
    const { body } = await harbour.send('GET', `/api/decisions/${decision}`)
    expect(valuesOf(body.layers)).toEqual({ national: 'refused', local: 'granted' })
    expect(body.rules.releases).toEqual({ 'dog-licence': { national: hashes[2026], local: [hashes.island] } })
    expect(Object.keys(body.explanations).toSorted()).toEqual(['local', 'national'])
    expect(JSON.stringify(body.explanations.local)).toContain('theo quy định của tỉnh Đảo')
    expect(await verify(decision)).toEqual({ recomputes: true, intact: true, chained: true })
  })

  it('a decision whose local answer alone was tampered with no longer verifies', async () => {
    const { decision } = await decide(harbour, dogAnswers('Bị Sửa', 13))
    const { db } = running.database
    await sql`alter table decisions disable trigger decisions_append_only`.execute(db)
    await sql`update decisions set layers = jsonb_set(layers::jsonb, '{local,outcomes,0,value}', '"refused"')::json where id = ${decision}::uuid`.execute(db)
    await sql`alter table decisions enable trigger decisions_append_only`.execute(db)
    expect(await verify(decision)).toMatchObject({ recomputes: false, intact: false })
  })

  it('the list of households shows the local answer where there is one', async () => {
    await decide(harbour, dogAnswers('Trong Danh Sách', 13))
    const { body } = await harbour.send('GET', '/api/households?programme=dog-licence&search=trong danh sach')
    expect(body.items[0].decided).toMatchObject({ outcomes: [{ id: 'licence', value: 'granted' }] })
  })

  it('a submission pins the documents of its unit and date, and others once its date changes', async () => {
    const draft = await fill(harbour, dogAnswers('Đổi Ngày', 13))
    const read = async () => (await harbour.send('GET', `/api/submissions/${draft.id}`)).body
    expect((await read()).rules.releases['dog-licence']).toEqual({ national: hashes[2026], local: [hashes.island] })
    expect((await read()).unit).toMatchObject({ parents: ['Tỉnh Đảo'], parent_ids: ['island'] })
    await harbour.send('PUT', `/api/submissions/${draft.id}/date`, { version: draft.version, reference_date: '2026-06-01' })
    expect((await read()).rules.releases['dog-licence']).toEqual({ national: hashes[2026] })
  })

  it('are served by their hash as published, and load once', async () => {
    const { body } = await harbour.send('GET', `/api/releases/${hashes.island}`)
    expect(canonicalJson(body)).toBe(canonicalJson(islandOverlay))
    const { db } = running.database
    const before = await asSystem(db, (tx) => listPublications(tx, ['dog-licence']))
    expect(before.map(({ scope, release, valid_from: from }) => [scope, release, from])).toContainEqual([{ unit: 'island' }, hashes.island, '2026-07-01'])
    expect(await asSystem(db, (tx) => loadRules(tx, layeredPacks))).toEqual([])
    expect(await asSystem(db, (tx) => listPublications(tx, ['dog-licence']))).toEqual(before)
  })

  it('what was decided by them stays when they are withdrawn; what is open then goes on under the national rules alone', async () => {
    const { decision } = await decide(harbour, dogAnswers('Trước Bãi Bỏ', 13), { date: '2028-06-01' })
    const draft = await fill(harbour, dogAnswers('Còn Mở', 13), { date: '2028-06-01' })
    await asSystem(running.database.db, (tx) => insertPublication(tx, { programme: 'dog-licence', scope: { unit: 'island' }, valid_from: '2028-01-01', valid_to: '2028-12-31', reason: 'Test', published_by: 'test' }))
    expect(valuesOf((await ask(harbour, '90001', '2028-06-01')).layers)).toEqual({ national: 'refused' })
    expect(valuesOf((await harbour.send('GET', `/api/decisions/${decision}`)).body.layers)).toEqual({ national: 'refused', local: 'granted' })
    expect(await harbour.send('POST', `/api/submissions/${draft.id}/submit`, { version: draft.version })).toMatchObject({ status: 409, body: { code: 'rules_newer' } })
  })

  it('that no longer fit the rules above decide nothing by halves: the answer names them and the place', async () => {
    const release = { ...second?.release, parameters: {} }
    const hash = hashDocument(release)
    await asSystem(running.database.db, async (tx) => {
      await insertRelease(tx, { hash, programme: 'dog-licence', scope: 'national', body: canonicalJson(release) })
      await insertPublication(tx, { programme: 'dog-licence', scope: 'national', release: hash, valid_from: '2029-01-01', valid_to: '2029-12-31', reason: 'Test', published_by: 'test' })
    })
    const { status, body } = await harbour.send('POST', '/api/decisions', { programme: 'dog-licence', unit: '90001', at: '2029-06-01', input: dogAnswers('x', 13) })
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'overlay_conflict' })
    expect(body.detail.vi).toContain('Quy định nuôi chó của đảo')
    expect(body.issues).toMatchObject([{ code: 'overlay_unknown_parameter', path: [0, 'parameters', 'least_garden'] }])
  })
})
