import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { uuid } from '../drafts/draft-schema.ts'
import { signedInOrThrow } from '../plugins/auth.ts'
import { dayOf, type Clock } from '../plugins/clock.ts'
import { asPerson, type Db } from '../plugins/database.ts'
import { registerCase, registerCaseRequest } from './register-case-schema.ts'
import { copyHousehold } from './register-case-service.ts'

interface RegisterCaseOptions {
  readonly db: Db
  readonly clock: Clock
}

/** Households of the register as cases of a draft. */
export const registerCaseRoutes: FastifyPluginAsyncTypebox<RegisterCaseOptions> = async (app, { db, clock }) => {
  /**
   * A household of the reader's area as of a day, as a case may know it: without names, places, personal numbers, sensitive and freely
   * written answers, with members numbered anew and days only as exact as ages need. Noted in the trail. 404 `household_not_found`
   * where the area has no such household.
   */
  app.post('/api/drafts/:id/register-cases', {
    config: { permission: 'drafts.write' },
    schema: { tags: ['drafts'], summary: 'A household of the register as a case, stripped of who it is', params: Type.Object({ id: uuid }), body: registerCaseRequest, response: { 200: registerCase } },
  }, async (request) => {
    const now = clock()
    const signedIn = signedInOrThrow(request)
    return asPerson(db, signedIn, (tx) => copyHousehold(tx, { signedIn, now, today: dayOf(now) }, request.params.id, request.body))
  })
}
