import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { sendExcel } from '../excel/send-excel.ts'
import { takeOut } from '../lists/list-export.ts'
import { languageParameter } from '../lists/list-language.ts'
import { signedInOrThrow } from '../plugins/auth.ts'
import type { Clock } from '../plugins/clock.ts'
import { asPerson, type Db } from '../plugins/database.ts'
import { householdsOut } from './household-export.ts'
import { describeFacets } from './household-facets.ts'
import { facetQuery, householdFacets, householdFilter, householdList, householdQuery } from './household-schema.ts'
import { pageHouseholds } from './household-service.ts'

const tags = ['households']

export const householdRoutes: FastifyPluginAsyncTypebox<{ readonly db: Db; readonly clock: Clock }> = async (app, { db, clock }) => {
  /** Households of the reader's area, found by typing without diacritics. */
  app.get('/api/households', {
    config: { permission: 'households.read' },
    schema: { tags, summary: 'Households of the reader’s area', querystring: householdQuery, response: { 200: householdList } },
  }, async (request) => asPerson(db, signedInOrThrow(request), (tx) => pageHouseholds(tx, request.query)))

  /** The list as an Excel file, all of its rows as narrowed and sorted; noted in the trail. */
  app.get('/api/households/excel', {
    config: { permission: 'households.read' },
    schema: { tags, produces: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], summary: 'The list of households as an Excel file', querystring: Type.Object({ ...householdFilter.properties, ...languageParameter }) },
  }, async (request, reply) => {
    const { language, ...asked } = request.query
    return sendExcel(reply, await takeOut({ db, signedIn: signedInOrThrow(request), now: clock(), language }, (tx) => householdsOut(tx, asked)))
  })

  /** What the list of households can be narrowed to. */
  app.get('/api/households/facets', {
    config: { permission: 'households.read' },
    schema: { tags, summary: 'What the list of households can be narrowed to', querystring: facetQuery, response: { 200: householdFacets } },
  }, async (request) => asPerson(db, signedInOrThrow(request), (tx) => describeFacets(tx, request.query)))
}
