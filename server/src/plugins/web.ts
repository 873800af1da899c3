import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import fastifyPlugin from 'fastify-plugin'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from './errors.ts'
import { declarePublic } from './permissions.ts'
import { Problem } from './problem.ts'

const year = 365 * 24 * 3600

/** The built web application, where there is one; every address that is not a file or of the API shows its first page. */
export const web = fastifyPlugin<{ readonly folder: string | undefined }>(async (app, { folder }) => {
  const page = folder === undefined ? undefined : await readFile(join(folder, 'index.html'), 'utf8')
  if (folder !== undefined) await app.register(async (scope) => {
    declarePublic(scope)
    await scope.register(fastifyStatic, { root: folder, index: 'index.html', wildcard: false, cacheControl: false, setHeaders: cacheFile })
  })
  app.setNotFoundHandler((request, reply) => {
    if (page !== undefined && wantsPage(request)) return sendPage(reply, page)
    return sendProblem(reply, new Problem('route_not_found', { method: request.method, url: request.url.split('?')[0] ?? '' }))
  })
})

/** The builder names files in `assets` by their content, so they may be kept for ever; the first page names them. */
function cacheFile(reply: FastifyReply, path: string): void {
  const hashed = /[\\/]assets[\\/]/.test(path)
  void reply.header('cache-control', hashed ? `public, max-age=${year}, immutable` : 'no-cache')
}

function wantsPage({ method, url, headers }: FastifyRequest): boolean {
  const reads = method === 'GET' || method === 'HEAD'
  return reads && !/^\/(api|assets)(\/|$|\?)/.test(url) && (headers.accept ?? '').includes('text/html')
}

const sendPage = (reply: FastifyReply, page: string) =>
  reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page)
