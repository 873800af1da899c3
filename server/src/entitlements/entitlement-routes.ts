import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { sendExcel } from '../excel/send-excel.ts'
import { languageParameter } from '../lists/list-language.ts'
import { signedInOrThrow } from '../plugins/auth.ts'
import type { Clock } from '../plugins/clock.ts'
import { asPerson, type Db } from '../plugins/database.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { uuidPattern } from '../submissions/submission-schema.ts'
import { takeOutEntitlements } from './entitlement-export.ts'
import { entitlementsAt, explanationAsked, explanationNode, householdEntitlements } from './entitlement-schema.ts'
import { describeEntitlements, explainEntitlement } from './entitlement-service.ts'

const tags = ['entitlements']
const byId = Type.Object({ id: Type.String({ pattern: uuidPattern }) })

export const entitlementRoutes: FastifyPluginAsyncTypebox<{ readonly db: Db; readonly book: RuleBook; readonly clock: Clock }> = async (app, { db, book, clock }) => {
  /**
   * What a household and its members are entitled to on a day: by every programme with entitlements in force for its unit, from the answers
   * of that day and the decisions in force on it. Evaluated when asked, never stored. 404 `household_not_found` outside the reader's area.
   */
  app.get('/api/households/:id/entitlements', {
    config: { permission: 'decisions.read' },
    schema: { tags, summary: 'Entitlements of a household', params: byId, querystring: entitlementsAt, response: { 200: householdEntitlements } },
  }, async (request) => asPerson(db, signedInOrThrow(request), (tx) => describeEntitlements(tx, book, { household: request.params.id, at: request.query.at })))

  /** Why one of them came out as it did. 404 `entitlement_not_found` where the rules of the day have none of that name. */
  app.get('/api/households/:id/entitlements/explanation', {
    config: { permission: 'decisions.read' },
    schema: { tags, summary: 'Why a household has an entitlement or has not', params: byId, querystring: explanationAsked, response: { 200: explanationNode } },
  }, async (request) => asPerson(db, signedInOrThrow(request), (tx) => explainEntitlement(tx, book, request.params.id, request.query)))

  /** Those of all households of the reader's area on a day as an Excel file: sums by benefit and unit, then one by one; noted in the trail. */
  app.get('/api/entitlements.xlsx', {
    config: { permission: 'decisions.read' },
    schema: { tags, produces: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], summary: 'Entitlements of an area as an Excel file', querystring: Type.Object({ ...entitlementsAt.properties, ...languageParameter }, { additionalProperties: false }) },
  }, async (request, reply) => {
    const { at, language } = request.query
    return sendExcel(reply, await takeOutEntitlements({ db, signedIn: signedInOrThrow(request), now: clock(), language }, book, at))
  })
}
