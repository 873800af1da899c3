import { hashDocument, canonicalJson } from '@tieuchi/runtime'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { loadRules } from '@tieuchi/server/policies/policy-loading.ts'
import { insertPublication, insertRelease, listPublications, upsertProgramme } from '@tieuchi/server/policies/policy-queries.ts'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { dogAnswers } from '../../support/dog-households.ts'
import { dogPacks, dogProgramme, dogReleases } from '../../support/dog-licences.ts'

onEachDatabase('Policies', (kind) => {
  let running: RunningApp
  let officer: Client

  beforeAll(async () => {
    running = await startApp(kind)
    officer = await signInAs(running, 'harbour', 'harbour')
  })
  afterAll(() => running.close())

  const [first, second] = dogReleases
  const decideAt = (at: string) => officer.send('POST', '/api/decisions', { programme: 'dog-licence', unit: '90001', at, input: dogAnswers('x', 20) })

  it('show what is in force on a day, with its form', async () => {
    const on = async (at: string) => (await officer.send('GET', `/api/programmes?at=${at}`)).body[0]
    expect(await on('2026-12-31')).toMatchObject({
      id: 'dog-licence', title: dogProgramme.title, common: hashDocument(dogPacks.common), form: { id: 'application' },
      in_force: { release: hashDocument(first.release), valid_from: '2026-01-01', valid_to: '2026-12-31' },
    })
    expect(await on('2027-01-01')).toMatchObject({ in_force: { release: hashDocument(second.release) } })
    expect((await on('2025-12-31')).in_force).toBeUndefined()
  })

  it('are served byte for byte as published, to be kept for ever', async () => {
    const hash = hashDocument(first.release)
    const { headers } = await officer.send('GET', `/api/releases/${hash}`)
    const { body } = await officer.send('GET', `/api/releases/${hash}`)
    expect(headers['cache-control']).toContain('immutable')
    expect(canonicalJson(body)).toBe(canonicalJson(first.release))
    expect((await officer.send('GET', `/api/common/${hashDocument(dogPacks.common)}`)).body).toEqual(dogPacks.common)
    expect(await officer.send('GET', `/api/releases/${'0'.repeat(64)}`)).toMatchObject({ status: 404, body: { code: 'release_not_found' } })
  })

  it('load once: the second start publishes nothing and says nothing', async () => {
    const { db } = running.database
    const before = await asSystem(db, (tx) => listPublications(tx, ['dog-licence']))
    expect(before.length).toBe(2)
    expect(await asSystem(db, (tx) => loadRules(tx, dogPacks))).toEqual([])
    expect(await asSystem(db, (tx) => listPublications(tx, ['dog-licence']))).toEqual(before)
  })

  it('leave what was published in force when the packs say otherwise, and one line tells so', async () => {
    const changed = { ...second.release, changelog: { vi: 'Khác.', en: 'Different.' } }
    const packs = { ...dogPacks, programmes: [{ document: dogProgramme, releases: [first, { ...second, release: changed }] }] }
    const lines = await asSystem(running.database.db, (tx) => loadRules(tx, packs))
    expect(lines.length).toBe(1)
    expect(lines[0]?.vi).toContain('2027')
    expect((await officer.send('GET', '/api/programmes?at=2027-01-01')).body[0].in_force.release).toBe(hashDocument(second.release))
  })

  it('take effect at once when another process publishes or withdraws them', async () => {
    const { db } = running.database
    expect((await decideAt('2030-06-01')).body.layers.national.outcomes[0].value).toBe('refused')
    const hash = hashDocument(first.release)
    await asSystem(db, async (tx) => {
      await insertRelease(tx, { hash, programme: 'dog-licence', scope: 'national', body: canonicalJson(first.release) })
      await insertPublication(tx, { programme: 'dog-licence', scope: 'national', release: hash, valid_from: '2030-01-01', valid_to: '2030-12-31', reason: 'Test', published_by: 'test' })
    })
    expect((await decideAt('2030-06-01')).body).toMatchObject({ rules: { releases: { 'dog-licence': { national: hash } } }, layers: { national: { outcomes: [{ value: 'granted' }] } } })
    await asSystem(db, (tx) => insertPublication(tx, { programme: 'dog-licence', scope: 'national', valid_from: '2030-01-01', valid_to: '2030-12-31', reason: 'Test', published_by: 'test' }))
    expect(await decideAt('2030-06-01')).toMatchObject({ status: 422, body: { code: 'no_rules_in_force' } })
    expect(await decideAt('2031-01-01')).toMatchObject({ status: 200 })
  })

  it('do not exist under other names', async () => {
    for (const programme of ['cat-licence', 'common']) {
      const answer = await officer.send('POST', '/api/decisions', { programme, unit: '90001', at: '2026-12-01', input: {} })
      expect(answer).toMatchObject({ status: 404, body: { code: 'programme_not_found' } })
    }
  })

  it('show what all share, last, to whoever asks for it', async () => {
    const shared = { ...first.release, programme: 'common', title: { vi: 'Mức dùng chung', en: 'Shared values' }, forms: [], logic: [], cases: [] }
    await asSystem(running.database.db, async (tx) => {
      await upsertProgramme(tx, { format: 1, id: 'common', title: shared.title, depends_on: [] })
      await insertRelease(tx, { hash: hashDocument(shared), programme: 'common', scope: 'national', body: canonicalJson(shared) })
      await insertPublication(tx, { programme: 'common', scope: 'national', release: hashDocument(shared), valid_from: '2026-01-01', reason: 'Test', published_by: 'test' })
    })
    const idsOn = async (query: string) => (await officer.send('GET', `/api/programmes?at=2026-12-31${query}`)).body.map(({ id, in_force: { release } }: { id: string; in_force: { release: string } }) => [id, release])
    const own = ['dog-licence', hashDocument(first.release)]
    expect(await idsOn('')).toEqual([own])
    expect(await idsOn('&shared=false')).toEqual([own])
    expect(await idsOn('&shared=true')).toEqual([own, ['common', hashDocument(shared)]])
  })
})
