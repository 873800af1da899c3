import { afterAll, beforeAll, expect, it } from 'vitest'
import { inject, openClient, password, signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'

onEachDatabase('Accounts', (kind) => {
  let running: RunningApp
  let administrator: Client

  beforeAll(async () => {
    running = await startApp(kind)
    administrator = await signInAs(running, 'boss', 'island', 'administrator')
  })
  afterAll(() => running.close())

  const create = (login: string, more: object = {}) => administrator.send('POST', '/api/people', { login, name: 'Nguyễn Văn An', role: 'author', unit: 'island', ...more })
  const setPassword = (token: string) => inject(running.app, { method: 'POST', url: '/api/password', payload: { token, password } })

  it('are made with a one-time link, by which the person sets a password and signs in', async () => {
    const { status, body } = await create('an.nguyen')
    expect([status, body.account]).toMatchObject([200, { login: 'an.nguyen', role: 'author', ready: false, disabled: false, unit: { name: 'Tỉnh Đảo' } }])
    expect(await setPassword(body.token)).toMatchObject({ status: 204 })
    expect(await setPassword(body.token)).toMatchObject({ status: 422, body: { code: 'setup_token_invalid' } })
    const person = await openClient(running.app, body.account.id, 'an.nguyen')
    expect((await person.send('GET', '/api/session')).body.permissions).toContain('drafts.write')
    expect((await administrator.send('GET', '/api/people')).body).toContainEqual(expect.objectContaining({ login: 'an.nguyen', ready: true }))
  })

  it('have a login of their own, and lie within the administrator’s area', async () => {
    await create('binh.le')
    expect(await create('binh.le')).toMatchObject({ status: 409, body: { code: 'login_taken' } })
    const local = await signInAs(running, 'local-boss', 'harbour', 'administrator')
    expect(await local.send('POST', '/api/people', { login: 'elsewhere', name: 'Lê', role: 'officer', unit: 'hill' })).toMatchObject({ status: 403, body: { code: 'scope_too_wide' } })
    expect((await local.send('GET', '/api/people')).body.map(({ login }: { login: string }) => login)).toEqual(['local-boss'])
    expect(await local.send('PUT', `/api/people/${administrator.id}`, { name: 'Khác' })).toMatchObject({ status: 404, body: { code: 'person_not_found' } })
  })

  it('that are taken out of use can do nothing more, from that moment on', async () => {
    const officer = await signInAs(running, 'gone', 'harbour')
    expect(await administrator.send('PUT', `/api/people/${officer.id}`, { disabled: true })).toMatchObject({ status: 200, body: { disabled: true } })
    expect(await officer.send('GET', '/api/session')).toMatchObject({ status: 401 })
    expect(await inject(running.app, { method: 'POST', url: '/api/session', payload: { login: 'gone', password } })).toMatchObject({ status: 401, body: { code: 'wrong_credentials' } })
    await administrator.send('PUT', `/api/people/${officer.id}`, { disabled: false })
    await expect(openClient(running.app, officer.id, 'gone')).resolves.toBeDefined()
  })

  it('change role for everybody but oneself, and what they may do with it', async () => {
    const officer = await signInAs(running, 'promoted', 'harbour')
    expect(await administrator.send('PUT', `/api/people/${officer.id}`, { role: 'auditor' })).toMatchObject({ status: 200, body: { role: 'auditor' } })
    const auditor = await openClient(running.app, officer.id, 'promoted')
    expect((await auditor.send('GET', '/api/session')).body.permissions).not.toContain('submissions.write')
    expect(await administrator.send('PUT', `/api/people/${administrator.id}`, { role: 'officer' })).toMatchObject({ status: 409, body: { code: 'own_account' } })
    expect(await administrator.send('PUT', `/api/people/${administrator.id}`, { disabled: true })).toMatchObject({ status: 409 })
  })

  it('get a new link on request, while the password in use stays', async () => {
    const officer = await signInAs(running, 'forgetful', 'harbour')
    const { body } = await administrator.send('POST', `/api/people/${officer.id}/reset`)
    expect(await officer.send('GET', '/api/session')).toMatchObject({ status: 200 })
    expect(await setPassword(body.token)).toMatchObject({ status: 204 })
    expect(await officer.send('GET', '/api/session')).toMatchObject({ status: 401 })
  })

  it('are the administrator’s alone, and every change of them is in the trail', async () => {
    const author = await signInAs(running, 'curious', 'island', 'author')
    expect(await author.send('GET', '/api/people')).toMatchObject({ status: 403 })
    const { body } = await administrator.send('GET', '/api/trail?action=person.changed')
    expect(body[0]).toMatchObject({ action: 'person.changed', person: { name: 'Cán bộ boss' }, old: { role: expect.any(String) } })
    expect(await author.send('GET', '/api/trail')).toMatchObject({ status: 403 })
  })
})
