import cookie from '@fastify/cookie'
import fastifyPlugin from 'fastify-plugin'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { enterByKey, type PartnerAtWork } from '../partners/partner-entry.ts'
import type { Permission } from '../people/person-role.ts'
import { csrfToken, sameText } from '../sessions/session-token.ts'
import { findSignedIn, type SignedIn } from '../sessions/session-service.ts'
import type { Clock } from './clock.ts'
import type { Db, Reach } from './database.ts'
import { Problem } from './problem.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every route that demands a permission, unless a partner asks. */
    signedIn: SignedIn | undefined
    /** The partner whose key was sent, on a route that keys open. */
    partner: PartnerAtWork | undefined
  }
}

const cookieName = 'tieuchi'
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

interface AuthOptions {
  readonly db: Db
  readonly clock: Clock
}

/** Reads the session of each request, or the key of a partner, and holds it against what the route demands, before the body is read. */
export const auth = fastifyPlugin<AuthOptions>(async (app, { db, clock }) => {
  await app.register(cookie)
  app.decorateRequest('signedIn', undefined)
  app.decorateRequest('partner', undefined)
  app.addHook('onRequest', async (request) => {
    const { permission, keys } = request.routeOptions.config
    if (permission === undefined || permission === 'public') return
    const key = keyOf(request)
    if (key !== undefined) {
      request.partner = await enterByKey(db, key, clock())
      if (!keys) throw new Problem('key_not_permitted')
      return
    }
    const token = request.cookies[cookieName]
    const signedIn = token === undefined ? undefined : await findSignedIn(db, token, clock())
    if (token === undefined || signedIn === undefined) throw new Problem('not_signed_in')
    if (!safeMethods.has(request.method)) demandConfirmation(request, token)
    demandPermission(signedIn, permission)
    request.signedIn = signedIn
  })
})

/** The key sent along; no browser sends one by itself, so it needs no confirmation. */
const keyOf = ({ headers: { authorization } }: FastifyRequest): string | undefined => /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]

function demandConfirmation(request: FastifyRequest, token: string): void {
  const sent = request.headers['x-csrf-token']
  if (typeof sent !== 'string' || !sameText(sent, csrfToken(token))) throw new Problem('csrf_mismatch')
}

function demandPermission({ permissions }: SignedIn, permission: Permission): void {
  if (!permissions.includes(permission)) throw new Problem('not_permitted', { permission })
}

/** Who is signed in, on a route that demands a permission. */
export function signedInOrThrow(request: FastifyRequest): SignedIn {
  if (request.signedIn === undefined) throw new Problem('not_signed_in')
  return request.signedIn
}

/** Whose area is seen, on a route that keys open too. */
export const reachOrThrow = (request: FastifyRequest): Reach => (request.partner ? { unit: request.partner.unit } : signedInOrThrow(request))

export function sessionTokenOf(request: FastifyRequest): string | undefined {
  return request.cookies[cookieName]
}

/** Puts the token where scripts cannot read it and other sites cannot send it. */
export function setSessionCookie(reply: FastifyReply, token: string, expires: Date, secure: boolean): void {
  reply.setCookie(cookieName, token, { path: '/', httpOnly: true, sameSite: 'strict', secure, expires })
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(cookieName, { path: '/' })
}
