import type { LogicPiece } from '@tieuchi/runtime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '@tieuchi/server/app.ts'
import { openServerDatabase } from '@tieuchi/server/plugins/database.ts'
import { databaseKinds } from '../../support/databases.ts'
import { dogAnswers } from '../../support/dog-households.ts'
import { dogPacks } from '../../support/dog-licences.ts'
import { inject, signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'

/** The fictitious pack with facts that multiply themselves until their numbers are too large. */
const packsThatGrow = () => {
  const grown = Array.from({ length: 30 }, (_none, index): LogicPiece => {
    const before = { fact: index === 0 ? 'garden_area' : `grown_${index - 1}` }
    return { kind: 'fact', id: `grown_${index}`, title: { vi: `Lớn dần ${index}`, en: `Growing ${index}` }, value: { multiply: [before, before] } }
  })
  const programmes = dogPacks.programmes.map((programme) => ({ ...programme, releases: programme.releases.map(({ release, ...more }) => ({ ...more, release: { ...release, logic: [...release.logic, ...grown] } })) }))
  return { ...dogPacks, programmes }
}

describe('Error answers', () => {
  let running: RunningApp
  let officer: Client

  beforeAll(async () => {
    const [kind] = databaseKinds()
    if (kind === undefined) throw new Error('There is no database to test on')
    running = await startApp(kind)
    officer = await signInAs(running, 'harbour', 'harbour')
  })
  afterAll(() => running.close())

  it('are problem documents with words in both languages', async () => {
    const { status, headers, body } = await officer.send('GET', '/api/nowhere')
    expect(status).toBe(404)
    expect(headers['content-type']).toContain('application/problem+json')
    expect(body).toMatchObject({ type: 'urn:tieuchi:problem:route_not_found', status: 404, code: 'route_not_found' })
    expect(body.detail.vi).toContain('/api/nowhere')
    expect(body.detail.en).toContain('/api/nowhere')
  })

  it('name each field that is missing, unknown or of the wrong type', async () => {
    const { status, body } = await officer.send('POST', '/api/submissions', { programme: 7, colour: 'red' })
    expect(status).toBe(400)
    expect(body.issues.map((issue: { path: string[] }) => issue.path.join('.')).toSorted()).toEqual(['colour', 'programme', 'reference_date'])
    const [issue] = body.issues
    expect(issue).toMatchObject({ severity: 'error' })
    expect(issue.message.vi).not.toBe(issue.message.en)
  })

  it('never convert what a body says', async () => {
    const { status, body } = await officer.send('PUT', '/api/submissions/00000000-0000-4000-8000-000000000000/answers', { version: '1', answers: { household: {}, members: [] } })
    expect(status).toBe(400)
    expect(body.issues[0].path).toEqual(['version'])
  })

  it('say that JSON is broken or that the type is not JSON', async () => {
    const broken = await inject(running.app, { method: 'POST', url: '/api/session', payload: '{"login": ', headers: { 'content-type': 'application/json' } })
    expect(broken).toMatchObject({ status: 400, body: { code: 'invalid_json' } })
    const plain = await inject(running.app, { method: 'POST', url: '/api/session', payload: 'login=x', headers: { 'content-type': 'text/plain' } })
    expect(plain).toMatchObject({ status: 415, body: { code: 'unsupported_type' } })
  })

  it('refuse a body over the limit', async () => {
    const { status, body } = await officer.send('POST', '/api/decisions', { programme: 'x'.repeat(3_000_000) })
    expect({ status, code: body.code }).toEqual({ status: 413, code: 'too_large' })
  })

  it('refuse a body nested deeper than anything real, before it is read', async () => {
    const { status, body } = await officer.send('POST', '/api/decisions', { programme: 'dog-licence', unit: '90001', at: '2026-12-01', input: JSON.parse(`${'{"household":'.repeat(500)}1${'}'.repeat(500)}`) })
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'invalid_request' })
    expect(body.issues).toMatchObject([{ code: 'limit_depth' }])
    const anonymous = await inject(running.app, { method: 'POST', url: '/api/session', payload: `{"login":${'['.repeat(100_000)}${']'.repeat(100_000)}}` })
    expect(anonymous).toMatchObject({ status: 400, body: { issues: [{ code: 'limit_depth' }] } })
  })

  it('name the piece of rules that are too large to evaluate', async () => {
    const [kind] = databaseKinds()
    if (kind === undefined) throw new Error('There is no database to test on')
    const grown = await startApp(kind, { packs: packsThatGrow() })
    try {
      const other = await signInAs(grown, 'harbour', 'harbour')
      const { status, body } = await other.send('POST', '/api/decisions', { programme: 'dog-licence', unit: '90001', at: '2026-12-01', input: dogAnswers('x', 20) })
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'rules_limit' })
      expect(body.detail.vi).toContain('dog-licence.grown_')
      expect(body.detail.en).toContain('dog-licence.grown_')
    } finally {
      await grown.close()
    }
  })

  it('name a day that is not in the calendar', async () => {
    const { status, body } = await officer.send('GET', '/api/units?at=2026-02-30')
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'invalid_date' })
    expect(body.detail.vi).toContain('2026-02-30')
  })

  it('list the values that are allowed', async () => {
    const { status, body } = await officer.send('GET', '/api/households?programme=dog-licence&state=lost')
    expect(status).toBe(400)
    expect(body.issues).toMatchObject([{ path: ['state'], params: { allowed: ['none', 'draft', 'submitted'] } }])
    expect(body.issues[0].message.vi).toContain('none, draft, submitted')
  })

  it('speak one language each, also where the whole body is missing', async () => {
    const { body } = await officer.send('POST', '/api/decisions')
    expect(body.issues[0].message).toEqual({ vi: 'Nội dung gửi lên phải là một nhóm trường.', en: 'The content sent must be an object.' })
  })

  it('say that the database does not answer, and that nothing was saved', async () => {
    const database = openServerDatabase('postgres://nobody@127.0.0.1:1/nowhere')
    const app = await build({ db: database.db })
    const { status, body } = await inject(app, { method: 'GET', url: '/api/session', cookies: { tieuchi: 'any' } })
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'database_unavailable' })
    await app.close()
    await database.close()
  })
})
