import { hashDocument } from '@tieuchi/runtime'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServerDatabase, databaseKinds } from '../../support/databases.ts'
import { dogAnswers } from '../../support/dog-households.ts'
import { dogReleases } from '../../support/dog-licences.ts'
import { writeDogRulesets } from '../../support/dog-rulesets.ts'
import { beginDraft, edit, makeReady, withChangelog } from '../../support/drafting.ts'
import { signInRemotely, spawnServer, type RemoteClient } from '../../support/server-process.ts'

const password = 'tieuchi-demo'
const [first, second] = dogReleases

/** What a program answers for a garden of 20 m² in the fields: enough by the rules of 2026, too little by those of 2027. */
const licenceOn = async (client: RemoteClient, at: string): Promise<string> => {
  const { status, body } = await client.send('POST', '/api/decisions', { programme: 'dog-licence', unit: '90001', at, input: dogAnswers('x', 20) })
  return status === 200 ? body.layers.national.outcomes[0].value : body.code
}

describe.runIf(databaseKinds().some(({ name }) => name === 'PostgreSQL'))('Two programs on one database', () => {
  let here = ''
  let there = ''
  const endings: (() => unknown)[] = []

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tieuchi-two-'))
    writeDogRulesets(folder)
    const { url, drop } = await createServerDatabase()
    const starting = [0, 1].map(() => spawnServer(['--api-only', '--rulesets', folder, '--demo'], { DATABASE_URL: url }))
    endings.push(() => Promise.all(starting.map((server) => server.stop('SIGKILL'))), drop, () => rmSync(folder, { recursive: true, force: true }))
    const [one, other] = await Promise.all(starting.map(({ ready }) => ready))
    if (!one || !other) throw new Error('Two programs were started')
    here = one.address
    there = other.address
  })
  afterAll(async () => {
    for (const end of endings) await end()
  })

  it('what is published or withdrawn through one program is in force in another within a second', async () => {
    const [author, approver] = [await signInRemotely(here, 'dao.soan', password), await signInRemotely(here, 'dao.duyet', password)]
    const other = await signInRemotely(there, 'bencang', password)
    const day = '2028-06-01'
    expect([await licenceOn(other, day), await licenceOn(other, '2026-12-31')]).toEqual(['refused', 'granted'])

    const ready = await makeReady(author, await edit(author, await beginDraft(author, hashDocument(first.release), '2028-01-01'), withChangelog))
    for (const [client, step, more] of [[author, 'send', {}], [approver, 'approve', {}], [approver, 'publish', { valid_from: '2028-01-01', reason: 'Quyết định 1' }]] as const) {
      expect(await client.send('POST', `/api/drafts/${ready.id}/${step}`, { version: ready.version, ...more })).toMatchObject({ status: 200 })
    }
    const published = performance.now()
    await expect.poll(() => licenceOn(other, day), { timeout: 1000, interval: 20 }).toBe('granted')
    expect(performance.now() - published).toBeLessThan(1000)
    const programmes = await other.send('GET', `/api/programmes?at=${day}`)
    expect(programmes.body[0].in_force.release).toBe(hashDocument({ ...ready.document.release }))
    expect(await licenceOn(other, '2027-12-31')).toBe('refused')

    await approver.send('POST', '/api/publications/withdraw', { programme: 'dog-licence', scope: 'national', valid_from: '2028-03-01', reason: 'Bãi bỏ' })
    await expect.poll(() => licenceOn(other, day), { timeout: 1000, interval: 20 }).toBe('no_rules_in_force')
    expect(await licenceOn(other, '2028-02-29')).toBe('granted')
    expect((await other.send('GET', `/api/releases/${hashDocument(second.release)}`)).status).toBe(200)
  })

  it('people at different programs see each other in a submission', async () => {
    const [officer, province] = [await signInRemotely(here, 'bencang', password), await signInRemotely(there, 'dao', password)]
    const { id, version } = (await officer.send('POST', '/api/submissions', { programme: 'dog-licence', reference_date: '2026-12-01' })).body
    const stand = (client: RemoteClient, place: string) => client.send('PUT', `/api/submissions/${id}/presence`, { place })
    expect((await stand(officer, 'household.street')).body).toEqual({ version, others: [] })
    expect((await stand(province, 'members')).body.others).toMatchObject([{ place: 'household.street' }])
    const saved = await officer.send('PUT', `/api/submissions/${id}/answers`, { version, answers: dogAnswers('x', 20) })
    expect((await stand(province, 'members')).body.version).toBe(saved.body.version)
    expect((await stand(officer, 'members')).body.others).toMatchObject([{ place: 'members' }])
    await province.send('DELETE', `/api/submissions/${id}/presence`)
    expect((await stand(officer, 'members')).body.others).toEqual([])
  })
})
