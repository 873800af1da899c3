import cookie from '@fastify/cookie'
import fastifyPlugin from 'fastify-plugin'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { enterByKey, type PartnerAtWork } from '../partners/partner-entry.ts'
import type { Permission } from '../people/person-role.ts'
import { csrfToken, sameText } from '../sessions/session-token.ts'
import { demandPermission, findSignedIn, type Entry, type SignedIn } from '../sessions/session-service.ts'
import type { Clock } from './clock.ts'
import type { Db, Reach } from './database.ts'
import { Problem } from './problem.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every route that demands a permission, unless a partner asks or the route `entersWithWork`. */
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
    const { permission, keys, entersWithWork } = request.routeOptions.config
    if (permission === undefined || permission === 'public') return
    const key = keyOf(request)
    if (key !== undefined) {
      request.partner = await enterByKey(db, key, clock())
      if (!keys) throw new Problem('key_not_permitted')
      return
    }
    if (!entersWithWork || !isConfirmed(request)) request.signedIn = await enter(request, permission)
  })
  // What is wrong with a request is told only to those who may send it.
  app.addHook('onRoute', (route) => {
    if (route.config?.entersWithWork) route.attachValidation = true
  })
  app.addHook('preHandler', async (request) => {
    const { permission, entersWithWork } = request.routeOptions.config
    if (!entersWithWork || request.validationError === undefined || permission === undefined || permission === 'public') return
    await enter(request, permission)
    throw request.validationError
  })
  const enter = async (request: FastifyRequest, permission: Permission): Promise<SignedIn> => {
    const token = sessionTokenOf(request)
    const signedIn = token === undefined ? undefined : await findSignedIn(db, token, clock())
    if (signedIn === undefined) throw new Problem('not_signed_in')
    if (!isConfirmed(request)) throw new Problem('csrf_mismatch')
    demandPermission(signedIn, permission)
    return signedIn
  }
})

/** The key sent along; no browser sends one by itself, so it needs no confirmation. */
const keyOf = ({ headers: { authorization } }: FastifyRequest): string | undefined => /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]

/** Whether a change was confirmed by the code that belongs to the session; what changes nothing needs none. */
function isConfirmed(request: FastifyRequest): boolean {
  const [token, sent] = [sessionTokenOf(request), request.headers['x-csrf-token']]
  return safeMethods.has(request.method) || (token !== undefined && typeof sent === 'string' && sameText(sent, csrfToken(token)))
}

/** Who is signed in, on a route that demands a permission. */
export function signedInOrThrow(request: FastifyRequest): SignedIn {
  if (request.signedIn === undefined) throw new Problem('not_signed_in')
  return request.signedIn
}

/** What somebody shows of themselves, on a route that finds out with its work who they are. */
export function entryOrThrow(request: FastifyRequest, now: Date): Entry {
  const [token, { permission }] = [sessionTokenOf(request), request.routeOptions.config]
  if (permission === undefined || permission === 'public') throw new Error(`${request.routeOptions.url ?? request.url} demands no permission`)
  if (token === undefined) throw new Problem('not_signed_in')
  return { token, permission, now }
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
