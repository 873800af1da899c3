import { hashDocument } from '@tieuchi/runtime'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asPerson } from '@tieuchi/server/plugins/database.ts'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { dogAnswers, fill, type OpenDraft } from '../../support/dog-households.ts'
import { dogReleases } from '../../support/dog-licences.ts'
import { beginDraft } from '../../support/drafting.ts'

onEachDatabase('Whoever has a submission open', (kind) => {
  let running: RunningApp
  let harbour: Client
  let pier: Client
  let hill: Client
  let author: Client
  let approver: Client
  let draft: OpenDraft

  beforeAll(async () => {
    running = await startApp(kind)
    harbour = await signInAs(running, 'harbour', 'harbour')
    pier = await signInAs(running, 'pier', 'harbour', 'viewer')
    hill = await signInAs(running, 'hill', 'hill')
    author = await signInAs(running, 'author', 'island', 'author')
    approver = await signInAs(running, 'approver', 'island', 'approver')
    draft = await fill(harbour, dogAnswers('Hai Người', 20))
  })
  afterAll(() => running.close())

  const stand = (client: Client, place?: string, path = `submissions/${draft.id}`) => client.send('PUT', `/api/${path}/presence`, place === undefined ? {} : { place })
  const leave = (client: Client, path = `submissions/${draft.id}`) => client.send('DELETE', `/api/${path}/presence`)
  const agedBy = (seconds: number) => sql`update presence set seen_at = seen_at - make_interval(secs => ${seconds})`.execute(running.database.db)
  const count = async () => (await sql`select from presence`.execute(running.database.db)).rows.length

  it('sees who else has, where they stand, and the version stored; never themselves', async () => {
    expect(await stand(harbour, 'household.street')).toMatchObject({ status: 200, body: { version: draft.version, others: [] } })
    expect((await stand(pier)).body).toEqual({ version: draft.version, others: [{ id: harbour.id, name: 'Cán bộ harbour', place: 'household.street' }] })
    expect((await stand(harbour, 'members.dog.born')).body.others).toEqual([{ id: pier.id, name: 'Cán bộ pier' }])
    expect((await stand(pier)).body.others[0].place).toBe('members.dog.born')
    const saved = await harbour.send('PUT', `/api/submissions/${draft.id}/answers`, { version: draft.version, answers: dogAnswers('Hai Người', 21) })
    expect((await stand(pier)).body.version).toBe(saved.body.version)
  })

  it('is gone after leaving, and fifteen seconds after the last sign of life', async () => {
    await stand(harbour)
    await stand(pier)
    expect(await leave(pier)).toMatchObject({ status: 204 })
    expect((await stand(harbour)).body.others).toEqual([])
    await stand(pier)
    await agedBy(14)
    expect((await stand(harbour)).body.others).toHaveLength(1)
    await agedBy(2)
    expect((await stand(harbour)).body.others).toEqual([])
    expect((await stand(pier)).body.others).toHaveLength(1)
  })

  it('is not remembered for ever where nobody said goodbye', async () => {
    await stand(harbour)
    await stand(pier)
    await agedBy(4000)
    await stand(harbour)
    expect(await leave(hill, `submissions/${draft.id}`)).toMatchObject({ status: 204 })
    expect(await count()).toBe(1)
  })

  it('is not seen from another commune, by its address or in the database', async () => {
    await stand(harbour)
    expect(await stand(hill)).toMatchObject({ status: 404, body: { code: 'submission_not_found' } })
    const seenFrom = (unit: string) => asPerson(running.database.db, { unit: { id: unit } }, async (tx) => (await tx.selectFrom('presence').select('person_id').execute()).length)
    expect([await seenFrom('hill'), await seenFrom('harbour'), await seenFrom('island')]).toEqual([0, 1, 1])
    const intrusion = asPerson(running.database.db, { unit: { id: 'hill' } }, (tx) => tx.insertInto('presence').values({ subject_id: draft.id, person_id: hill.id, place: null, seen_at: new Date() }).execute())
    await expect(intrusion).rejects.toThrow('row-level security')
    await expect(asPerson(running.database.db, { unit: { id: 'harbour' } }, (tx) => tx.deleteFrom('presence').execute())).rejects.toThrow('permission denied')
  })

  it('is seen in a draft of rules by those who may read it, and by nobody else', async () => {
    const { id, version } = await beginDraft(author, hashDocument(dogReleases[0].release))
    const path = `drafts/${id}`
    await stand(author, 'parameters', path)
    expect((await stand(approver, undefined, path)).body).toEqual({ version, others: [{ id: author.id, name: 'Cán bộ author', place: 'parameters' }] })
    expect(await stand(harbour, undefined, path)).toMatchObject({ status: 403 })
    expect(await leave(harbour, path)).toMatchObject({ status: 403 })
    expect(await stand(author, undefined, 'drafts/00000000-0000-4000-8000-000000000000')).toMatchObject({ status: 404, body: { code: 'draft_not_found' } })
    expect(await leave(author, path)).toMatchObject({ status: 204 })
    expect((await stand(approver, undefined, path)).body.others).toEqual([])
  })

  it('may come and go at the same moment as others', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, (_each, index) => [harbour, pier, author][index % 3]).flatMap((client) => (client ? [stand(client), leave(client)] : [])))
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200, 204]))
  })

  it('refuses a place that is no short text', async () => {
    for (const place of ['', 'x'.repeat(201)]) expect(await stand(harbour, place)).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
  })
})
