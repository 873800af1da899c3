import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fastify, type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errors } from '@tieuchi/server/plugins/errors.ts'
import { headers } from '@tieuchi/server/plugins/headers.ts'
import { permissions } from '@tieuchi/server/plugins/permissions.ts'
import { web } from '@tieuchi/server/plugins/web.ts'

describe('The web application', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tieuchi-web-'))
  const app: FastifyInstance = fastify()

  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Tiêu Chí</title>')
    writeFileSync(join(folder, 'assets', 'index-a1b2c3.js'), 'export {}')
    await app.register(errors)
    await app.register(permissions)
    await app.register(headers, { secure: false })
    await app.register(web, { folder })
    await app.ready()
  })
  afterAll(async () => {
    await app.close()
    rmSync(folder, { recursive: true })
  })

  const page = { accept: 'text/html,*/*' }

  it.each(['/', '/review', '/review/7d0c?tab=members'])('shows its first page at %s, checked for a newer one each time', async (url) => {
    const response = await app.inject({ url, headers: page })
    expect(response.statusCode).toBe(200)
    expect(response.body).toContain('<title>Tiêu Chí</title>')
    expect(response.headers['cache-control']).toBe('no-cache')
  })

  it('lets files named by their content be kept for ever', async () => {
    const response = await app.inject('/assets/index-a1b2c3.js')
    expect(response.headers['cache-control']).toContain('immutable')
    expect(response.headers['content-type']).toContain('javascript')
  })

  it.each(['/api/nowhere', '/assets/index-gone.js'])('answers %s with a problem, not with a page', async (url) => {
    const response = await app.inject({ url, headers: page })
    expect(response.statusCode).toBe(404)
    expect(response.headers['content-type']).toContain('application/problem+json')
  })

  it('is served under a policy that allows neither evaluated nor inline scripts', async () => {
    const policy = String((await app.inject({ url: '/', headers: page })).headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe-eval')
  })
})
