import { canonicalJson, hashDocument, type Release } from '@tieuchi/runtime'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { insertPublication, insertRelease } from '@tieuchi/server/policies/policy-queries.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { dogReleases } from '../../support/dog-licences.ts'
import { decide, dogAnswers, fill } from '../../support/dog-households.ts'

const [{ release: first }] = dogReleases

/** Of a title of its own, so that each publication of it is a release of its own. */
const withGarden = (field: number, title: string): Release => {
  const garden = first.parameters['least_garden']
  if (!garden) throw new Error('The release has a smallest garden')
  return { ...first, title: { vi: title, en: title }, parameters: { least_garden: { ...garden, values: { town: 10, field } } } }
}

const small = (title: string) => withGarden(15, title)
const large = (title: string) => withGarden(25, title)

onEachDatabase('A submission whose rules are replaced while it is open', (kind) => {
  let running: RunningApp
  let officer: Client

  beforeAll(async () => {
    running = await startApp(kind)
    officer = await signInAs(running, 'harbour', 'harbour')
  })
  afterAll(() => running.close())

  /** Publishes a release for the whole time of the first; each test begins with small gardens. */
  const publish = (release: Release) => asSystem(running.database.db, async (tx) => {
    const hash = hashDocument(release)
    await insertRelease(tx, { hash, programme: 'dog-licence', scope: 'national', body: canonicalJson(release) })
    await insertPublication(tx, { programme: 'dog-licence', scope: 'national', release: hash, valid_from: '2026-01-01', valid_to: '2026-12-31', reason: 'Test', published_by: 'test' })
    return hash
  })
  const withdraw = () => asSystem(running.database.db, (tx) => insertPublication(tx, { programme: 'dog-licence', scope: 'national', valid_from: '2026-01-01', valid_to: '2026-12-31', reason: 'Test', published_by: 'test' }))
  const read = async (id: string) => (await officer.send('GET', `/api/submissions/${id}`)).body
  const move = (id: string, version: number) => officer.send('PUT', `/api/submissions/${id}/rules`, { version })
  const send = (id: string, version: number) => officer.send('POST', `/api/submissions/${id}/submit`, { version })

  it('says so while it is a draft, moves when asked, and is decided by the newest', async () => {
    await publish(small('Vườn nhỏ 0'))
    const draft = await fill(officer, dogAnswers('Chủ Nháp', 20))
    expect(await read(draft.id)).not.toHaveProperty('newer')
    const hash = await publish(large('Vườn rộng 0'))
    const before = await read(draft.id)
    expect(before.newer).toMatchObject({ form: 'application', rules: { releases: { 'dog-licence': { national: hash } } } })

    expect(await send(draft.id, draft.version)).toMatchObject({ status: 409, body: { code: 'rules_newer' } })
    expect((await read(draft.id)).state).toBe('draft')

    const moved = await move(draft.id, draft.version)
    expect(moved).toMatchObject({ status: 200, body: { version: draft.version + 1, rules: before.newer.rules, answers: before.answers } })
    expect(moved.body).not.toHaveProperty('newer')
    const sent = await send(draft.id, moved.body.version)
    expect((await officer.send('GET', `/api/decisions/${sent.body.decision}`)).body.layers.national.outcomes).toMatchObject([{ value: 'refused' }])
  })

  it('is not moved over what somebody else saved', async () => {
    await publish(small('Vườn nhỏ 1'))
    const draft = await fill(officer, dogAnswers('Chủ Nháp', 20))
    await publish(large('Vườn rộng 1'))
    expect(await move(draft.id, draft.version - 1)).toMatchObject({ status: 409, body: { code: 'submission_changed' } })
  })

  it('keeps its rules and its result once sent, and can be reviewed anew with its answers', async () => {
    await publish(small('Vườn nhỏ 2'))
    const sent = await decide(officer, dogAnswers('Chủ Đã Gửi', 20))
    const hash = await publish(large('Vườn rộng 2'))
    const stored = await read(sent.id)
    expect(stored.newer.rules.releases['dog-licence']).toEqual({ national: hash })
    expect(stored.rules.releases['dog-licence'].national).not.toBe(hash)
    expect((await officer.send('GET', `/api/decisions/${sent.decision}`)).body.layers.national.outcomes).toMatchObject([{ value: 'granted' }])
    expect(await move(sent.id, sent.version + 1)).toMatchObject({ status: 409, body: { code: 'submission_frozen' } })

    const again = await officer.send('POST', '/api/submissions', { programme: 'dog-licence', reference_date: '2026-12-01', household: sent.household, copy_of: sent.id })
    expect(again).toMatchObject({ status: 200, body: { state: 'draft', answers: stored.answers, rules: stored.newer.rules } })
  })

  it('takes over no answers of another household', async () => {
    await publish(small('Vườn nhỏ 3'))
    const sent = await decide(officer, dogAnswers('Chủ Một', 20))
    const other = await decide(officer, dogAnswers('Chủ Hai', 20))
    const body = { programme: 'dog-licence', reference_date: '2026-12-01', household: other.household, copy_of: sent.id }
    expect(await officer.send('POST', '/api/submissions', body)).toMatchObject({ status: 404, body: { code: 'submission_not_found' } })
  })

  it('is not troubled by rules of other words alone, and is decided by those of today', async () => {
    await publish(small('Vườn nhỏ 4'))
    const draft = await fill(officer, dogAnswers('Chủ Nháp', 20))
    const hash = await publish(small('Quy định nuôi chó, in lại'))
    expect(await read(draft.id)).not.toHaveProperty('newer')
    const sent = await send(draft.id, draft.version)
    const byThose = { rules: { releases: { 'dog-licence': { national: hash } } } }
    expect(sent).toMatchObject({ status: 200, body: byThose })
    expect(await read(draft.id)).toMatchObject(byThose)
  })

  it('asks by the newest form where that alone is another', async () => {
    await publish(small('Vườn nhỏ 5'))
    const draft = await fill(officer, dogAnswers('Chủ Nháp', 20))
    const [form] = first.forms
    if (!form) throw new Error('The release has a form')
    await publish({ ...small('Không kiểm tra'), forms: [{ ...form, checks: [] }] })
    expect((await read(draft.id)).newer).toBeDefined()
  })

  it('can still be read where its rules were withdrawn, but not sent', async () => {
    await publish(small('Vườn nhỏ 6'))
    const draft = await fill(officer, dogAnswers('Chủ Nháp', 20))
    await withdraw()
    expect(await read(draft.id)).toMatchObject({ state: 'draft' })
    expect(await send(draft.id, draft.version)).toMatchObject({ status: 422, body: { code: 'no_rules_in_force' } })
  })
})
