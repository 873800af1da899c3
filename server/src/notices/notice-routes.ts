import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { signedInOrThrow } from '../plugins/auth.ts'
import type { Clock } from '../plugins/clock.ts'
import { asPerson, type Db } from '../plugins/database.ts'
import { markRead } from './notice-queries.ts'
import { noticeList, readNotices } from './notice-schema.ts'
import { describeNotices } from './notice-service.ts'

const tags = ['notices']

/** What the person signed in is told of. */
export const noticeRoutes: FastifyPluginAsyncTypebox<{ readonly db: Db; readonly clock: Clock }> = async (app, { db, clock }) => {
  /** The reader's newest notices, and how many are unread. */
  app.get('/api/notices', {
    config: { permission: 'session' },
    schema: { tags, summary: 'The reader’s notices', response: { 200: noticeList } },
  }, async (request) => {
    const signedIn = signedInOrThrow(request)
    return asPerson(db, signedIn, (tx) => describeNotices(tx, signedIn.person.id))
  })

  /** Says that the reader has seen notices; those of others stay as they are. */
  app.post('/api/notices/read', {
    config: { permission: 'session' },
    schema: { tags, summary: 'Mark notices as read', body: readNotices, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    const signedIn = signedInOrThrow(request)
    await asPerson(db, signedIn, (tx) => markRead(tx, signedIn.person.id, request.body.ids, clock()))
    return reply.code(204).send(null)
  })
}
