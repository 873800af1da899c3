import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { signedInOrThrow } from '../plugins/auth.ts'
import { calendarDayOrThrow, dayOf, type Clock } from '../plugins/clock.ts'
import { asPerson, type Db } from '../plugins/database.ts'
import { unitOnDate } from './unit-schema.ts'
import { listOnDate } from './unit-service.ts'

export const unitRoutes: FastifyPluginAsyncTypebox<{ readonly db: Db; readonly clock: Clock }> = async (app, { db, clock }) => {
  /** The units of the reader's area on a day, by default today. */
  app.get('/api/units', {
    config: { permission: 'session' },
    schema: {
      tags: ['units'],
      summary: 'Units of the reader’s area on a day',
      querystring: Type.Object({ at: Type.Optional(Type.String()) }),
      response: { 200: Type.Array(unitOnDate) },
    },
  }, async (request) => {
    const signedIn = signedInOrThrow(request)
    const at = calendarDayOrThrow(request.query.at ?? dayOf(clock()))
    return asPerson(db, signedIn, (tx) => listOnDate(tx, signedIn.unit.id, at))
  })
}
