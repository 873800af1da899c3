import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { signedInOrThrow } from '../plugins/auth.ts'
import { asPerson, type Db } from '../plugins/database.ts'
import { householdList, householdQuery } from './household-schema.ts'
import { pageHouseholds } from './household-service.ts'

export const householdRoutes: FastifyPluginAsyncTypebox<{ readonly db: Db }> = async (app, { db }) => {
  /** Households of the reader's area, found by typing without diacritics. */
  app.get('/api/households', {
    config: { permission: 'households.read' },
    schema: { tags: ['households'], summary: 'Households of the reader’s area', querystring: householdQuery, response: { 200: householdList } },
  }, async (request) => asPerson(db, signedInOrThrow(request), (tx) => pageHouseholds(tx, request.query)))
}
