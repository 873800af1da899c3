import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPerson, createSetupToken } from '@tieuchi/server/people/people-service.ts'
import { inject, openClient, password, signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'

onEachDatabase('Sessions', (kind) => {
  let running: RunningApp
  let officer: Client
  let now = new Date('2026-12-01T02:00:00Z')

  beforeAll(async () => {
    running = await startApp(kind, { clock: () => now })
    officer = await signInAs(running, 'harbour', 'harbour')
  })
  afterAll(() => running.close())

  const signIn = (login: string, secret: string) => inject(running.app, { method: 'POST', url: '/api/session', payload: { login, password: secret } })

  it('tell who is signed in, where, and what today is in Việt Nam', async () => {
    const { body } = await officer.send('GET', '/api/session')
    expect(body).toMatchObject({
      person: { login: 'harbour', name: 'Cán bộ harbour' },
      unit: { id: 'harbour', code: '90001', name: 'Xã Bến Cảng', parents: ['Tỉnh Đảo'] },
      today: '2026-12-01',
    })
    expect(body.permissions).toContain('submissions.write')
    expect(body.permissions).not.toContain('administration')
  })

  it('are kept in a cookie that scripts cannot read and other sites cannot send', async () => {
    const response = await running.app.inject({ method: 'POST', url: '/api/session', payload: { login: 'HARBOUR', password } })
    expect(response.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
    expect(response.body).not.toContain(response.cookies[0]?.value ?? '')
  })

  it('do not begin with a wrong password or an unknown login, which look the same', async () => {
    const wrong = await signIn('harbour', 'not the password')
    const unknown = await signIn('nobody', 'not the password')
    expect(wrong).toMatchObject({ status: 401, body: { code: 'wrong_credentials' } })
    expect(unknown.body).toEqual(wrong.body)
  })

  it('are demanded by routes that are not public', async () => {
    for (const url of ['/api/session', '/api/households?programme=dog-licence', '/api/units', '/api/programmes']) {
      expect(await inject(running.app, { method: 'GET', url })).toMatchObject({ status: 401, body: { code: 'not_signed_in' } })
    }
  })

  it('refuse a change without the confirmation code, or with another’s', async () => {
    const asked = { programme: 'dog-licence', reference_date: '2026-12-01' }
    for (const code of ['', 'somebody else’s']) {
      expect(await officer.send('POST', '/api/submissions', asked, { 'x-csrf-token': encodeURIComponent(code) })).toMatchObject({ status: 403, body: { code: 'csrf_mismatch' } })
    }
    expect(await officer.send('POST', '/api/submissions', asked)).toMatchObject({ status: 200 })
  })

  it('allow what the role allows and nothing else', async () => {
    const viewer = await signInAs(running, 'reader', 'harbour', 'viewer')
    expect(await viewer.send('GET', '/api/households?programme=dog-licence')).toMatchObject({ status: 200 })
    expect(await viewer.send('POST', '/api/submissions', { programme: 'dog-licence', reference_date: '2026-12-01' })).toMatchObject({ status: 403, body: { code: 'not_permitted' } })
  })

  it('end on the server when the person signs out', async () => {
    await createPerson(running.database.db, { login: 'leaving', name: 'Người rời đi', unitId: 'harbour', role: 'officer', password })
    const client = await openClient(running.app, '', 'leaving')
    expect(await client.send('DELETE', '/api/session')).toMatchObject({ status: 204 })
    expect(await client.send('GET', '/api/session')).toMatchObject({ status: 401 })
  })

  it('end after a working day', async () => {
    const client = await openClient(running.app, '', 'harbour')
    now = new Date('2026-12-01T14:30:00Z')
    expect(await client.send('GET', '/api/session')).toMatchObject({ status: 401 })
    now = new Date('2026-12-01T02:00:00Z')
  })

  it('begin with a password set by a one-time link, which works once and ends other sessions', async () => {
    const id = await createPerson(running.database.db, { login: 'newcomer', name: 'Người mới', unitId: 'harbour', role: 'officer' })
    expect(await signIn('newcomer', password)).toMatchObject({ status: 401 })
    const token = await createSetupToken(running.database.db, id, now)
    const set = () => inject(running.app, { method: 'POST', url: '/api/password', payload: { token, password } })
    expect(await set()).toMatchObject({ status: 204 })
    expect(await signIn('newcomer', password)).toMatchObject({ status: 200 })
    expect(await set()).toMatchObject({ status: 422, body: { code: 'setup_token_invalid' } })
  })

  it('do not begin with a password of blanks', async () => {
    const response = await inject(running.app, { method: 'POST', url: '/api/password', payload: { token: 'any', password: ' '.repeat(12) } })
    expect(response).toMatchObject({ status: 422, body: { code: 'weak_password' } })
    const spaced = { login: 'spaced', name: 'Mật khẩu thưa', unitId: 'harbour', role: 'officer', password: 'a b c d e f g h i' } as const
    await expect(createPerson(running.database.db, spaced)).rejects.toMatchObject({ code: 'weak_password' })
  })

  it('do not begin with a link that has expired', async () => {
    const id = await createPerson(running.database.db, { login: 'late', name: 'Người đến muộn', unitId: 'harbour', role: 'officer' })
    const token = await createSetupToken(running.database.db, id, new Date('2026-11-01T00:00:00Z'))
    expect(await inject(running.app, { method: 'POST', url: '/api/password', payload: { token, password } })).toMatchObject({ status: 422 })
  })

  it('cannot be guessed: after many attempts one has to wait', async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => signIn('guessed', 'a guess')))
    expect(answers.filter(({ status }) => status === 429).length).toBe(5)
    expect(answers.find(({ status }) => status === 429)?.body).toMatchObject({ code: 'too_many_attempts' })
    expect(await signIn('harbour', password)).toMatchObject({ status: 200 })
  })

  it('cannot be guessed over many accounts from one address either', async () => {
    const statuses: number[] = []
    for (let index = 0; index < 130; index += 1) statuses.push((await signIn(`nobody${index}`, 'a guess')).status)
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(10)
    expect(statuses.slice(0, 60)).not.toContain(429)
  })
})
