import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { signedInOrThrow } from '../plugins/auth.ts'
import { dayOf, type Clock } from '../plugins/clock.ts'
import { asPerson, type Db } from '../plugins/database.ts'
import { whenGone } from '../plugins/when-gone.ts'
import { addComment, describeComments, settleComment } from './draft-comments.ts'
import { acknowledge, describeGate } from './draft-gate.ts'
import { acknowledgement, comment, gate, newComment, uuid } from './draft-schema.ts'
import type { Writing } from './draft-service.ts'
import { NobodyWaits, type GateRunner } from './gate-runner.ts'

interface ReviewOptions {
  readonly db: Db
  readonly clock: Clock
  readonly gates: GateRunner
}

const tags = ['drafts']
const byId = Type.Object({ id: uuid })

/** What those who write and approve say and look at: the gate, acknowledgements, comments on changes. */
export const reviewRoutes: FastifyPluginAsyncTypebox<ReviewOptions> = async (app, { db, clock, gates }) => {
  const writingOf = (request: FastifyRequest): Writing => {
    const now = clock()
    return { signedIn: signedInOrThrow(request), now, today: dayOf(now) }
  }

  /** The items that must be met before a draft is in force, each with its state and remedy. */
  app.get('/api/drafts/:id/gate', {
    config: { permission: 'drafts.read' },
    schema: { tags, summary: 'The gate of a draft', params: byId, response: { 200: gate } },
  }, async (request, reply) => {
    try {
      return await describeGate(db, gates, writingOf(request), request.params.id, whenGone(reply))
    } catch (error) {
      if (error instanceof NobodyWaits) return reply.hijack()
      throw error
    }
  })

  /** Notes by name that what the gate shows was seen; answers the gate as it is then. */
  app.post('/api/drafts/:id/acknowledgements', {
    config: { permission: 'drafts.read' },
    schema: { tags, summary: 'Acknowledge', params: byId, body: acknowledgement, response: { 200: gate } },
  }, async (request) => {
    const writing = writingOf(request)
    await acknowledge(db, gates, writing, request.params.id, request.body)
    return describeGate(db, gates, writing, request.params.id)
  })

  const comments = Type.Array(comment)

  /** Comments on changes of the comparison. */
  app.get('/api/drafts/:id/comments', {
    config: { permission: 'drafts.read' },
    schema: { tags, summary: 'Comments', params: byId, response: { 200: comments } },
  }, async (request) => asPerson(db, signedInOrThrow(request), (tx) => describeComments(tx, request.params.id)))

  /** Writes a comment or an answer; answers all comments. */
  app.post('/api/drafts/:id/comments', {
    config: { permission: 'drafts.read' },
    schema: { tags, summary: 'Comment', params: byId, body: newComment, response: { 200: comments } },
  }, async (request) => {
    const writing = writingOf(request)
    return asPerson(db, writing.signedIn, async (tx) => {
      await addComment(tx, writing, request.params.id, request.body)
      return describeComments(tx, request.params.id)
    })
  })

  /** Settles a thread; answers all comments. */
  app.post('/api/drafts/:id/comments/:comment/settle', {
    config: { permission: 'drafts.read' },
    schema: { tags, summary: 'Settle a comment', params: Type.Object({ id: uuid, comment: uuid }), response: { 200: comments } },
  }, async (request) => {
    const writing = writingOf(request)
    return asPerson(db, writing.signedIn, async (tx) => {
      await settleComment(tx, writing, request.params.id, request.params.comment)
      return describeComments(tx, request.params.id)
    })
  })
}
