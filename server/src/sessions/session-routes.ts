import rateLimit from '@fastify/rate-limit'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { setPasswordByToken } from '../people/people-service.ts'
import { clearSessionCookie, sessionTokenOf, setSessionCookie, signedInOrThrow } from '../plugins/auth.ts'
import type { Clock } from '../plugins/clock.ts'
import type { Db } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { credentials, newPassword, session } from './session-schema.ts'
import { describeSession, findSignedIn, signIn, signOut } from './session-service.ts'

interface SessionOptions {
  readonly db: Db
  readonly clock: Clock
  readonly secureCookie: boolean
}

/** Attempts per minute for one address, whatever the logins: trying one password on many accounts is guessing too. */
const attemptsOfAddress = { max: 120, timeWindow: 60_000 } as const

/** Attempts per minute for one address and login; passwords are slow to hash, so guesses also cost this server. */
const attempts = { max: 20, timeWindow: 60_000, hook: 'preHandler', keyGenerator: attemptKey } as const

/** Signing in and out, and setting a password by a one-time link. */
export const sessionRoutes: FastifyPluginAsyncTypebox<SessionOptions> = async (app, { db, clock, secureCookie }) => {
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) => new Problem('too_many_attempts', { seconds: Math.ceil(ttl / 1000) }),
  })
  const countAddress = app.createRateLimit(attemptsOfAddress)
  const onRequest = async (request: FastifyRequest): Promise<void> => {
    const limit = await countAddress(request)
    if (!limit.isAllowed && limit.isExceeded) throw new Problem('too_many_attempts', { seconds: limit.ttlInSeconds })
  }

  /** Signs in: sets the cookie and answers who one is. */
  app.post('/api/session', {
    config: { permission: 'public', rateLimit: attempts },
    onRequest,
    schema: { tags: ['session'], summary: 'Sign in', body: credentials, response: { 200: session } },
  }, async (request, reply) => {
    const { token, expires } = await signIn(db, request.body, clock())
    const signedIn = await findSignedIn(db, token, clock())
    if (signedIn === undefined) throw new Problem('not_signed_in')
    setSessionCookie(reply, token, expires, secureCookie)
    return describeSession(db, signedIn, token, clock())
  })

  /** Who is signed in; 401 where nobody is. */
  app.get('/api/session', {
    config: { permission: 'session' },
    schema: { tags: ['session'], summary: 'Who is signed in', response: { 200: session } },
  }, async (request) => describeSession(db, signedInOrThrow(request), sessionTokenOf(request) ?? '', clock()))

  /** Signs out: the session ends on the server. */
  app.delete('/api/session', {
    config: { permission: 'session' },
    schema: { tags: ['session'], summary: 'Sign out', response: { 204: Type.Null() } },
  }, async (request, reply) => {
    await signOut(db, sessionTokenOf(request) ?? '')
    clearSessionCookie(reply)
    return reply.code(204).send(null)
  })

  /** Sets the password that a one-time link allows. */
  app.post('/api/password', {
    config: { permission: 'public', rateLimit: attempts },
    onRequest,
    schema: { tags: ['session'], summary: 'Set the password by a one-time link', body: newPassword, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    const done = await setPasswordByToken(db, request.body.token, request.body.password, clock())
    if (!done) throw new Problem('setup_token_invalid')
    return reply.code(204).send(null)
  })
}

function attemptKey({ ip, body }: FastifyRequest): string {
  const login = typeof body === 'object' && body !== null && 'login' in body ? String(body.login).toLowerCase() : ''
  return `${ip} ${login}`
}
