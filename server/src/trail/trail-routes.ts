import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type, type Static } from 'typebox'
import { signedInOrThrow } from '../plugins/auth.ts'
import { asPerson, type Db } from '../plugins/database.ts'
import { listTrail } from './trail-queries.ts'

const trailLine = Type.Object({
  id: Type.Integer(),
  at: Type.String(),
  person: Type.Optional(Type.Object({ id: Type.String(), name: Type.String() })),
  /** The partner whose program asked. */
  partner: Type.Optional(Type.Object({ id: Type.String(), name: Type.String() })),
  action: Type.String(),
  subject: Type.String(),
  old: Type.Optional(Type.Object({}, { additionalProperties: true })),
  new: Type.Optional(Type.Object({}, { additionalProperties: true })),
})

export type TrailLineDescription = Static<typeof trailLine>

const pageSize = 100

/** Who did what, when, from what to what. */
export const trailRoutes: FastifyPluginAsyncTypebox<{ readonly db: Db }> = async (app, { db }) => {
  /** Lines of the trail, the newest first, a hundred at a time; `before` is the last line seen. */
  app.get('/api/trail', {
    config: { permission: 'trail.read' },
    schema: {
      tags: ['trail'],
      summary: 'The trail',
      querystring: Type.Object({ subject: Type.Optional(Type.String()), action: Type.Optional(Type.String()), person: Type.Optional(Type.String()), before: Type.Optional(Type.Integer()) }),
      response: { 200: Type.Array(trailLine) },
    },
  }, async (request) => {
    const rows = await asPerson(db, signedInOrThrow(request), (tx) => listTrail(tx, { ...request.query, limit: pageSize }))
    return rows.map(({ id, happened_at: at, person_id: personId, name, partner_id: partnerId, partner_name: partnerName, action, subject, old, new: now }) => ({
      id, at: at.toISOString(), action, subject,
      ...(personId === null || name === null ? {} : { person: { id: personId, name } }),
      ...(partnerId === null || partnerName === null ? {} : { partner: { id: partnerId, name: partnerName } }),
      ...(old === null ? {} : { old }), ...(now === null ? {} : { new: now }),
    }))
  })
}
