import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { signedInOrThrow } from '../plugins/auth.ts'
import { asPerson, type Db } from '../plugins/database.ts'
import { describeFacets } from './household-facets.ts'
import { facetQuery, householdFacets, householdList, householdQuery } from './household-schema.ts'
import { pageHouseholds } from './household-service.ts'

const tags = ['households']

export const householdRoutes: FastifyPluginAsyncTypebox<{ readonly db: Db }> = async (app, { db }) => {
  /** Households of the reader's area, found by typing without diacritics. */
  app.get('/api/households', {
    config: { permission: 'households.read' },
    schema: { tags, summary: 'Households of the reader’s area', querystring: householdQuery, response: { 200: householdList } },
  }, async (request) => asPerson(db, signedInOrThrow(request), (tx) => pageHouseholds(tx, request.query)))

  /** What the list of households can be narrowed to. */
  app.get('/api/households/facets', {
    config: { permission: 'households.read' },
    schema: { tags, summary: 'What the list of households can be narrowed to', querystring: facetQuery, response: { 200: householdFacets } },
  }, async (request) => asPerson(db, signedInOrThrow(request), (tx) => describeFacets(tx, request.query)))
}
