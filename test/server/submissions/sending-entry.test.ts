import { afterAll, beforeAll, expect, it } from 'vitest'
import { inject, openClient, signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { dogAnswers, fill } from '../../support/dog-households.ts'

onEachDatabase('Sending a submission', (kind) => {
  let running: RunningApp
  let officer: Client
  let now = new Date('2026-12-01T02:00:00Z')

  beforeAll(async () => {
    running = await startApp(kind, { clock: () => now })
    officer = await signInAs(running, 'harbour', 'harbour')
  })
  afterAll(() => running.close())

  const sending = (id: string, version: unknown) => ['POST', `/api/submissions/${id}/submit`, { version }] as const
  const stateOf = async (id: string) => (await officer.send('GET', `/api/submissions/${id}`)).body.state

  it('is for who is signed in, whatever else is wrong with what they send', async () => {
    const { id, version } = await fill(officer, dogAnswers('Phạm Văn Gửi', 30))
    for (const payload of [{ version }, { version: 'one' }, {}]) {
      for (const cookie of ['', 'tieuchi=nobodys', `tieuchi=${'a'.repeat(43)}`]) {
        expect(await inject(running.app, { method: 'POST', url: `/api/submissions/${id}/submit`, payload, headers: { cookie } })).toMatchObject({ status: 401, body: { code: 'not_signed_in' } })
      }
    }
    expect(await officer.send(...sending(id, version), { 'x-csrf-token': 'another' })).toMatchObject({ status: 403, body: { code: 'csrf_mismatch' } })
    expect(await stateOf(id)).toBe('draft')
  })

  it('is for who may write, and only they are told what is wrong with it', async () => {
    const { id, version } = await fill(officer, dogAnswers('Phạm Văn Gửi', 30))
    const viewer = await signInAs(running, 'reader', 'harbour', 'viewer')
    for (const sent of [version, 'one']) expect(await viewer.send(...sending(id, sent))).toMatchObject({ status: 403, body: { code: 'not_permitted' } })
    expect(await officer.send(...sending(id, 'one'))).toMatchObject({ status: 400, body: { code: 'invalid_request', issues: [{ path: ['version'] }] } })
    expect(await officer.send(...sending('no-number', version))).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
    expect(await stateOf(id)).toBe('draft')
  })

  it('finds nothing outside the area of who sends it, and tells who did it', async () => {
    const { id, version } = await fill(officer, dogAnswers('Phạm Văn Gửi', 30))
    const stranger = await signInAs(running, 'stranger', 'hill')
    expect(await stranger.send(...sending(id, version))).toMatchObject({ status: 404, body: { code: 'submission_not_found' } })
    const colleague = await signInAs(running, 'colleague', 'harbour')
    expect(await colleague.send(...sending(id, version))).toMatchObject({ status: 200, body: { state: 'submitted', updated_by: { name: 'Cán bộ colleague' } } })
    expect(await officer.send(...sending(id, version))).toMatchObject({ status: 409, body: { code: 'submission_frozen' } })
  })

  it('is for a unit above too, which reaches the units below it', async () => {
    const { id, version } = await fill(officer, dogAnswers('Phạm Văn Gửi', 30))
    const province = await signInAs(running, 'province', 'island')
    expect(await province.send(...sending(id, version))).toMatchObject({ status: 200, body: { state: 'submitted', updated_by: { name: 'Cán bộ province' } } })
    expect(await stateOf(id)).toBe('submitted')
  })

  it('ends with the session', async () => {
    const { id, version } = await fill(officer, dogAnswers('Phạm Văn Gửi', 30))
    const leaving = await openClient(running.app, '', 'harbour')
    await leaving.send('DELETE', '/api/session')
    expect(await leaving.send(...sending(id, version))).toMatchObject({ status: 401 })
    now = new Date('2026-12-01T14:30:00Z')
    expect(await officer.send(...sending(id, version))).toMatchObject({ status: 401 })
    now = new Date('2026-12-01T02:00:00Z')
    expect(await officer.send(...sending(id, version))).toMatchObject({ status: 200 })
  })
})
