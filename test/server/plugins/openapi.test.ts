import { afterAll, beforeAll, expect, it } from 'vitest'
import { inject, startApp, type RunningApp } from '../../support/app.ts'
import { databaseKinds } from '../../support/databases.ts'

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
