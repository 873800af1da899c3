import { afterAll, beforeAll, expect, it } from 'vitest'
import { longestLine } from '@tieuchi/server/decision-streams/line-splitter.ts'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { dogAnswers } from '../../support/dog-households.ts'
import { askByKey, dogPartner, listen, makePartner, openStream, streamByKey } from '../../support/partners.ts'

const query = 'programme=dog-licence&unit=90001&at=2026-12-01'
const line = (id: string, garden: number) => ({ id, input: dogAnswers(id, garden) })

onEachDatabase('A stream of households', (kind) => {
  let running: RunningApp
  let administrator: Client
  let key: string
  let address: string

  beforeAll(async () => {
    running = await startApp(kind)
    administrator = await signInAs(running, 'boss', 'island', 'administrator')
    key = (await makePartner(administrator)).key
    address = await listen(running.app)
  })
  afterAll(() => running.close())

  const stream = (lines: readonly unknown[], more = query) => streamByKey(running, key, more, lines)
  const lastAsked = async () => (await administrator.send('GET', '/api/trail?action=decisions.asked')).body[0]

  it('is answered line by line in its order, with the caller’s ids, and ends with what there was', async () => {
    const { status, type, lines, end } = await stream([line('a', 20), line('b', 5), { ...line('c', 20), id: 7 }])
    expect([status, type]).toEqual([200, 'application/x-ndjson'])
    expect(lines.slice(0, -1).map(({ line: number, id, decisions }) => [number, id, decisions['dog-licence'].layers.national.outcomes[0].value])).toEqual([[1, 'a', 'granted'], [2, 'b', 'refused'], [3, 7, 'granted']])
    expect(end).toMatchObject({ complete: true, decided: 3, refused: 0, moment: { law_at: '2026-12-01' }, rules: [{ programme: 'dog-licence', units: ['90001'] }] })
    const [release] = end.rules[0].releases
    expect(release).toMatchObject({ programme: 'dog-licence', hash: expect.stringMatching(/^[0-9a-f]{64}$/), valid_to: '2026-12-31' })
    const single = await askByKey(running, key, { programme: 'dog-licence', unit: '90001', at: '2026-12-01', input: dogAnswers('a', 20) })
    expect(single.body.releases).toEqual(end.rules[0].releases)
    expect(await lastAsked()).toBeDefined()
  })

  it('goes on behind a line that cannot be judged, which says where, what and what to do in both languages', async () => {
    const bad = ['{"id": "x", ', '[1]', { id: 'y', input: { household: { garden_area: 'large' } } }, { ...line('u', 1), unit: '99999' }, { id: 'z', inputs: {} }, { id: 'l', input: { household: { street: 'x'.repeat(longestLine) } } }]
    const { lines, end } = await stream([...bad, '', line('good', 20)])
    const problems = lines.slice(0, bad.length)
    expect(problems.map(({ line: number, id, problem: { code } }) => [number, id, code])).toEqual([
      [1, undefined, 'line_not_json'], [2, undefined, 'invalid_request'], [3, 'y', 'invalid_answers'], [4, 'u', 'unit_not_found'], [5, 'z', 'invalid_request'], [6, undefined, 'line_too_long'],
    ])
    for (const { problem } of problems) expect(problem.detail.vi).not.toBe(problem.detail.en)
    expect(problems[0].problem.detail.en).toContain('“{"id": "x", ”')
    expect(problems[2].problem.issues[0]).toMatchObject({ path: ['household', 'garden_area'], message: { vi: expect.stringContaining('large') } })
    expect(lines.at(-2)).toMatchObject({ line: 8, id: 'good' })
    expect(end).toMatchObject({ complete: true, decided: 1, refused: 6 })
    expect(await lastAsked()).toMatchObject({ new: { households: 1, refused: 6, complete: true, purpose: 'Giảm phí cho chủ nuôi' } })
  })

  it('names the answers that can still decide where nothing can be concluded', async () => {
    const { household, members } = dogAnswers('x', 20)
    const { lines } = await stream([{ input: { household: { fenced: household['fenced'] }, members } }])
    expect(lines[0].decisions['dog-licence'].layers.national.outcomes).toMatchObject([{ state: 'undetermined', missing: [{ field: 'garden_area' }] }])
  })

  it('is explained where that is asked for, and by three dates where they are apart', async () => {
    const { lines } = await stream([line('a', 20)], `${query}&explain=true`)
    expect(JSON.stringify(lines[0].decisions['dog-licence'].explanations.national)).toContain('01/2026/QĐ-CHO')
    const apart = await stream([line('a', 20)], 'programme=dog-licence&unit=90001&law_at=2027-01-01&facts_at=2026-12-01&unit_at=2026-12-01')
    expect(apart.lines[0].decisions['dog-licence'].layers.national.outcomes[0].value).toBe('refused')
  })

  it('is not begun where the address says too little, too much, or what the partner may not ask', async () => {
    expect(await stream([], 'unit=90001&at=2026-12-01')).toMatchObject({ status: 400, lines: [{ code: 'invalid_request', issues: [{ path: ['programme'] }] }] })
    expect(await stream([], 'programme=dog-licence')).toMatchObject({ status: 400, lines: [{ issues: [{ path: ['at'] }] }] })
    expect(await stream([], 'programme=dog-licence&law_at=2026-12-01')).toMatchObject({ status: 400, lines: [{ issues: [{ path: ['law_at'] }] }] })
    expect(await stream([], 'programme=cats&at=2026-12-01')).toMatchObject({ status: 403, lines: [{ code: 'partner_programme' }] })
    const body = { programme: 'dog-licence', unit: '90001', at: '2026-12-01', input: {} }
    expect(await administrator.send('POST', '/api/decisions?explain=true', body)).toMatchObject({ status: 400, body: { issues: [{ path: ['explain'] }] } })
  })

  it('answers a line before the next is sent', async () => {
    const open = openStream(address, key, query)
    for (const id of ['a', 'b', 'c']) {
      open.write(line(id, 20))
      expect(await open.read()).toMatchObject({ id })
    }
    open.sending.end()
    expect(await open.read()).toMatchObject({ end: { complete: true, decided: 3 } })
    expect(await open.read()).toBeUndefined()
  })

  it('that is cut ends at once, is noted as not complete, and leaves nothing behind that the next would miss', async () => {
    const open = openStream(address, key, query)
    open.write(line('before', 20))
    await open.read()
    open.sending.destroy()
    await expect.poll(async () => (await lastAsked()).new).toMatchObject({ households: 1, complete: false })
    await expect.poll(() => connections()).toBe(0)
    expect((await stream([line('next', 20)])).end).toMatchObject({ complete: true, decided: 1 })
  })

  it('stops with a last line that says so when the day of the partner is used up, or its key is revoked', async () => {
    const little = await makePartner(administrator, { households_per_day: 2 })
    const { lines, end } = await streamByKey(running, little.key, query, [line('a', 20), '{', line('b', 20), line('c', 20), line('d', 20)])
    expect(lines.slice(0, -1).map(({ line: number }) => number)).toEqual([1, 2, 3])
    expect(end).toMatchObject({ complete: false, decided: 2, refused: 1, problem: { code: 'too_many_households' } })
    const revoked = await makePartner(administrator)
    const open = openStream(address, revoked.key, query)
    open.write(line('a', 20))
    await open.read()
    await administrator.send('POST', `/api/partners/${revoked.partner.id}/revoke`)
    open.write(line('b', 20))
    expect(await open.read()).toMatchObject({ end: { complete: false, decided: 1, problem: { code: 'key_not_valid' } } })
    open.sending.destroy()
  })

  it('stops with a last line that says so once its partner may no longer ask for what it began with', async () => {
    const { partner, key: own } = await makePartner(administrator)
    const { name: _name, purpose: _purpose, ...permitted } = dogPartner
    const open = openStream(address, own, query)
    open.write(line('a', 20))
    expect(await open.read()).toMatchObject({ id: 'a' })
    await administrator.send('PUT', `/api/partners/${partner.id}`, { ...permitted, requests_per_minute: 1, valid_to: '2026-12-31' })
    open.write(line('b', 20))
    expect(await open.read()).toMatchObject({ id: 'b' })
    await administrator.send('PUT', `/api/partners/${partner.id}`, { ...permitted, unit: 'hill' })
    open.write(line('c', 20))
    expect(await open.read()).toMatchObject({ end: { complete: false, decided: 2, refused: 0, problem: { code: 'partner_changed' } } })
    open.sending.destroy()
  })

  it('that nobody sends on for too long ends with a last line that says so and how far it came', async () => {
    let due = (): void => undefined
    const idle = new Promise<void>((resolve) => { due = resolve })
    const patient = await startApp(kind, { streamIdle: () => idle })
    try {
      const boss = await signInAs(patient, 'boss', 'island', 'administrator')
      const open = openStream(await listen(patient.app), (await makePartner(boss)).key, query)
      open.write(line('a', 20))
      expect(await open.read()).toMatchObject({ id: 'a' })
      open.write('{')
      expect(await open.read()).toMatchObject({ line: 2, problem: { code: 'line_not_json' } })
      due()
      expect(await open.read()).toMatchObject({ end: { complete: false, decided: 1, refused: 1, problem: { code: 'stream_idle', detail: { vi: expect.stringContaining('120 giây') } } } })
      expect(await open.read()).toBeUndefined()
      const { body } = await boss.send('GET', '/api/trail?action=decisions.asked')
      expect(body[0].new).toMatchObject({ households: 1, refused: 1, complete: false })
      open.sending.destroy()
    } finally {
      await patient.close()
    }
  })

  it('of a person needs no key and has no limit of a day', async () => {
    const officer = await signInAs(running, 'harbour', 'harbour')
    const { status, body } = await officer.send('POST', `/api/decisions?${query}`, Buffer.from(`${JSON.stringify(line('a', 20))}\n`), { 'content-type': 'application/x-ndjson' })
    expect([status, body.trim().split('\n').length]).toEqual([200, 2])
    expect(await lastAsked()).toMatchObject({ person: { id: officer.id }, new: { households: 1 } })
  })

  const connections = () => new Promise<number>((resolve, reject) => running.app.server.getConnections((error, count) => (error ? reject(error) : resolve(count))))
})
