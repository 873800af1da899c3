import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { signedInOrThrow } from '../plugins/auth.ts'
import type { Clock } from '../plugins/clock.ts'
import { asPerson, type Db, type Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { uuidPattern } from '../submissions/submission-schema.ts'
import { newPartner, partner, partnerChange, partnerWithKey } from './partner-schema.ts'
import { changePartner, createPartner, describePartner, endPartner, getPartnerOrThrow, listPartnersInReach, type PartnerCare } from './partner-service.ts'

const tags = ['partners']
const byId = Type.Object({ id: Type.String({ pattern: uuidPattern }) })

/** Agencies of the administrator's area that let their own programs decide, and their keys. */
export const partnerRoutes: FastifyPluginAsyncTypebox<{ readonly db: Db; readonly clock: Clock }> = async (app, { db, clock }) => {
  const caring = <T>(request: FastifyRequest, work: (tx: Tx, care: PartnerCare) => Promise<T>): Promise<T> => {
    const signedIn = signedInOrThrow(request)
    return asPerson(db, signedIn, (tx) => work(tx, { signedIn, now: clock() }))
  }

  /** Partners of the administrator's area, those whose key is in use first. */
  app.get('/api/partners', {
    config: { permission: 'administration' },
    schema: { tags, summary: 'Partners', response: { 200: Type.Array(partner) } },
  }, async (request) => caring(request, listPartnersInReach))

  /** What the key that is sent along may do, and how much of its limits is used. */
  app.get('/api/partner', {
    config: { permission: 'decisions.create', keys: true },
    schema: { tags, summary: 'The partner whose key is sent along', response: { 200: partner } },
  }, async ({ partner: own }) => {
    if (own === undefined) throw new Problem('partner_not_found')
    return asPerson(db, { unit: own.unit }, async (tx) => describePartner(tx, await getPartnerOrThrow(tx, own.id), clock()))
  })

  /** Makes a partner; its key is in this answer and never again. */
  app.post('/api/partners', {
    config: { permission: 'administration' },
    schema: { tags, summary: 'Create a partner and its key', body: newPartner, response: { 200: partnerWithKey } },
  }, async (request) => caring(request, (tx, care) => createPartner(tx, care, request.body)))

  /** Changes what a partner may ask for, in force at once; its key stays. */
  app.put('/api/partners/:id', {
    config: { permission: 'administration' },
    schema: { tags, summary: 'Change the area, programmes, limits and last day of a partner', params: byId, body: partnerChange, response: { 200: partner } },
  }, async (request) => caring(request, (tx, care) => changePartner(tx, care, request.params.id, request.body)))

  /** Ends a partner's key at once and for good. */
  app.post('/api/partners/:id/revoke', {
    config: { permission: 'administration' },
    schema: { tags, summary: 'Revoke the key of a partner', params: byId, response: { 200: partner } },
  }, async (request) => caring(request, (tx, care) => endPartner(tx, care, request.params.id)))
}
