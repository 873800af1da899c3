import { afterAll, beforeAll, expect, it } from 'vitest'
import { inject, startApp, type RunningApp } from '../../support/app.ts'
import { databaseKinds } from '../../support/databases.ts'

interface Operation {
  readonly tags: readonly string[]
  readonly security: readonly object[]
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> }>>
  readonly 'x-permission': string
}

let running: RunningApp

beforeAll(async () => {
  const [kind] = databaseKinds()
  if (kind === undefined) throw new Error('There is no database to test on')
  running = await startApp(kind)
})
afterAll(() => running.close())

it('every route of the API is described', async () => {
  const { body } = await inject(running.app, { method: 'GET', url: '/api/docs/json' })
  expect(Object.keys(body.paths)).toEqual(expect.arrayContaining([
    '/api/session', '/api/password', '/api/units', '/api/programmes', '/api/releases/{hash}', '/api/common/{hash}', '/api/households',
    '/api/submissions', '/api/submissions/{id}', '/api/submissions/{id}/answers', '/api/submissions/{id}/date', '/api/submissions/{id}/submit',
    '/api/decisions', '/api/decisions/{id}',
  ]))
  for (const [path, methods] of Object.entries(body.paths)) {
    for (const [method, operation] of Object.entries(methods ?? {})) expect(operation, `${method} ${path}`).toHaveProperty('summary')
  }
})

it('every operation says what it demands, what it answers and how it can fail', async () => {
  const { body } = await inject(running.app, { method: 'GET', url: '/api/docs/json' })
  const operations = Object.entries<Record<string, Operation>>(body.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const))
  for (const [name, { tags, responses, security, 'x-permission': permission }] of operations) {
    expect(tags, name).toHaveLength(1)
    expect(permission, name).toEqual(expect.any(String))
    expect(security.length > 0, name).toBe(permission !== 'public')
    const done = Object.entries(responses).filter(([status]) => status.startsWith('2'))
    expect(done.length, name).toBeGreaterThan(0)
    for (const [status, { content }] of done) expect(status === '204' || Object.values(content ?? {}).every(({ schema }) => schema !== undefined) && content !== undefined, `${name} ${status}`).toBe(true)
    expect(Object.keys(responses), name).toEqual(expect.arrayContaining(['400', 'default', ...(permission === 'public' ? [] : ['401', '403'])]))
  }
  const open = operations.filter(([, { security }]) => security.some((way) => 'key' in way)).map(([name]) => name)
  expect(open.toSorted()).toEqual(['get /api/common/{hash}', 'get /api/partner', 'get /api/programmes', 'get /api/releases/{hash}', 'post /api/decisions'])
})

it('the page works under a content policy that allows no inline and no evaluated script', async () => {
  const { status, headers, body } = await inject(running.app, { method: 'GET', url: '/api/docs/' })
  expect(status).toBe(200)
  const policy = String(headers['content-security-policy'])
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe-eval')
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/)
  expect(body).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>\s*\S/)
  const scripts = [...String(body).matchAll(/src="([^"]+)"/g)].map(([, path]) => new URL(path ?? '', 'http://host/api/docs/').pathname)
  for (const url of scripts) expect(await inject(running.app, { method: 'GET', url })).toMatchObject({ status: 200 })
})
