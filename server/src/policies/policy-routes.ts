import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { reachOrThrow, signedInOrThrow } from '../plugins/auth.ts'
import { calendarDayOrThrow, dayOf, type Clock } from '../plugins/clock.ts'
import { asPerson, type Db } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { findCommonBody, findReleaseBody } from './policy-queries.ts'
import { commonDocument, programmeOnDate, programmeTimeline, releaseDocument } from './policy-schema.ts'
import { listProgrammesOnDate } from './policy-service.ts'
import { describeTimeline } from './timeline-service.ts'

const byHash = Type.Object({ hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) })

/** Programmes and the published documents themselves. */
export const policyRoutes: FastifyPluginAsyncTypebox<{ readonly db: Db; readonly clock: Clock }> = async (app, { db, clock }) => {
  /** Programmes with what is in force for the reader's unit on a day, by default today: national rules, and local ones on top of them. With `shared` the values that all share are among them, as `common`. */
  app.get('/api/programmes', {
    config: { permission: 'policies.read', keys: true },
    schema: {
      tags: ['policies'],
      summary: 'Programmes and the rules in force on a day',
      querystring: Type.Object({ at: Type.Optional(Type.String()), shared: Type.Optional(Type.Boolean()) }),
      response: { 200: Type.Array(programmeOnDate) },
    },
  }, async (request) => {
    const at = calendarDayOrThrow(request.query.at ?? dayOf(clock()))
    const reader = reachOrThrow(request)
    return asPerson(db, reader, (tx) => listProgrammesOnDate(tx, { unit: reader.unit.id, at, shared: request.query.shared }))
  })

  /** A programme through time. */
  app.get('/api/programmes/:id/timeline', {
    config: { permission: 'policies.read' },
    schema: { tags: ['policies'], summary: 'Releases and publications of a programme', params: Type.Object({ id: Type.String() }), response: { 200: programmeTimeline } },
  }, async (request) => asPerson(db, signedInOrThrow(request), (tx) => describeTimeline(tx, request.params.id)))

  /** A release as it was published, byte for byte. */
  app.get('/api/releases/:hash', {
    config: { permission: 'policies.read', keys: true },
    schema: { tags: ['policies'], summary: 'A release by its hash', params: byHash, response: { 200: releaseDocument } },
  }, async (request, reply) => {
    const { hash } = request.params
    const body = await asPerson(db, reachOrThrow(request), (tx) => findReleaseBody(tx, hash))
    if (body === undefined) throw new Problem('release_not_found', { hash })
    return sendForEver(reply, body)
  })

  /** Dictionary, lists and shared facts as published under a hash. */
  app.get('/api/common/:hash', {
    config: { permission: 'policies.read', keys: true },
    schema: { tags: ['policies'], summary: 'A version of dictionary, lists and shared facts', params: byHash, response: { 200: commonDocument } },
  }, async (request, reply) => {
    const { hash } = request.params
    const body = await asPerson(db, reachOrThrow(request), (tx) => findCommonBody(tx, hash))
    if (body === undefined) throw new Problem('common_not_found', { hash })
    return sendForEver(reply, body)
  })
}

/** The address is the content's hash: it can be kept for ever, by this reader. */
const sendForEver = (reply: FastifyReply, body: string) =>
  reply.header('cache-control', 'private, max-age=31536000, immutable').type('application/json; charset=utf-8').serializer(String).send(body)
