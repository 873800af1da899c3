import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { signedInOrThrow } from '../plugins/auth.ts'
import { asPerson, type Db } from '../plugins/database.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { uuidPattern } from '../submissions/submission-schema.ts'
import { decisionRequest, decisionResponse, storedDecision } from './decision-schema.ts'
import { decideOnce, getDecisionOrThrow } from './decision-service.ts'

export const decisionRoutes: FastifyPluginAsyncTypebox<{ readonly db: Db; readonly book: RuleBook }> = async (app, { db, book }) => {
  /** Decides on answers sent along; nothing is stored. */
  app.post('/api/decisions', {
    config: { permission: 'decisions.create' },
    schema: { tags: ['decisions'], summary: 'Decide on answers sent along', body: decisionRequest, response: { 200: decisionResponse } },
  }, async (request) => asPerson(db, signedInOrThrow(request), (tx) => decideOnce(tx, book, request.body)))

  /** A stored decision with its explanation. */
  app.get('/api/decisions/:id', {
    config: { permission: 'decisions.read' },
    schema: { tags: ['decisions'], summary: 'A stored decision', params: Type.Object({ id: Type.String({ pattern: uuidPattern }) }), response: { 200: storedDecision } },
  }, async (request) => asPerson(db, signedInOrThrow(request), (tx) => getDecisionOrThrow(tx, book, request.params.id)))
}
