import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { signedInOrThrow } from '../plugins/auth.ts'
import { dayOf, type Clock } from '../plugins/clock.ts'
import { asPerson, asSystem, type Db } from '../plugins/database.ts'
import { demandGate, demandLocalRulesFit } from './draft-gate.ts'
import { demandOtherPerson, takeStep, type StepName } from './draft-life.ts'
import { demandDays, publishDraft, withdraw } from './draft-publishing.ts'
import { publishing, reasonedStep, savedDraft, step, uuid, withdrawal } from './draft-schema.ts'
import { getDraftOrThrow, savedAs, type Writing } from './draft-service.ts'
import type { GateRunner } from './gate-runner.ts'
import type { EffectFinder } from '../effects/effect-finder.ts'
import { demandSeen, findDraftEffects, findWithdrawalEffects, summariseEffects } from '../effects/effect-service.ts'

interface LifeOptions {
  readonly db: Db
  readonly clock: Clock
  readonly gates: GateRunner
  readonly effects: EffectFinder
}

const tags = ['drafts']
const byId = Type.Object({ id: uuid })

/** The steps of a draft's life, up to being in force, and the withdrawal of what is. */
export const lifeRoutes: FastifyPluginAsyncTypebox<LifeOptions> = async (app, { db, clock, gates, effects }) => {
  const writingOf = (request: FastifyRequest): Writing => {
    const now = clock()
    return { signedIn: signedInOrThrow(request), now, today: dayOf(now) }
  }
  const take = (request: FastifyRequest, id: string, name: StepName, body: { readonly version: number; readonly reason?: string }) =>
    asPerson(db, signedInOrThrow(request), async (tx) => savedAs(await takeStep(tx, writingOf(request), id, name, body)))

  /** Sends a draft for approval; refused while an item of the gate but the approval is not met. */
  app.post('/api/drafts/:id/send', {
    config: { permission: 'drafts.write' },
    schema: { tags, summary: 'Send for approval', params: byId, body: step, response: { 200: savedDraft } },
  }, async (request) => {
    await demandGate(db, gates, writingOf(request), request.params.id, { version: request.body.version, beforeApproval: true })
    return take(request, request.params.id, 'send', request.body)
  })

  /** Takes a draft back from review. */
  app.post('/api/drafts/:id/recall', {
    config: { permission: 'drafts.write' },
    schema: { tags, summary: 'Take back from review', params: byId, body: step, response: { 200: savedDraft } },
  }, async (request) => take(request, request.params.id, 'recall', request.body))

  /** Discards a draft; its versions and history stay. */
  app.post('/api/drafts/:id/discard', {
    config: { permission: 'drafts.write' },
    schema: { tags, summary: 'Discard a draft', params: byId, body: step, response: { 200: savedDraft } },
  }, async (request) => take(request, request.params.id, 'discard', request.body))

  /** Returns a draft to its author with a reason. */
  app.post('/api/drafts/:id/return', {
    config: { permission: 'drafts.approve' },
    schema: { tags, summary: 'Return with a reason', params: byId, body: reasonedStep, response: { 200: savedDraft } },
  }, async (request) => take(request, request.params.id, 'return', request.body))

  /** Approves the document as it is; a later change voids it. Who wrote any version of it may not. */
  app.post('/api/drafts/:id/approve', {
    config: { permission: 'drafts.approve' },
    schema: { tags, summary: 'Approve', params: byId, body: step, response: { 200: savedDraft } },
  }, async (request) => {
    const { id } = request.params
    await asPerson(db, signedInOrThrow(request), (tx) => demandOtherPerson(tx, writingOf(request), id))
    await demandGate(db, gates, writingOf(request), id, { version: request.body.version, beforeApproval: true })
    return take(request, id, 'approve', request.body)
  })

  /**
   * Puts an approved draft in force from a day on: future, today or past. 409 `effects_not_seen` or `effects_changed` where stored decisions
   * of these days would come out otherwise and `seen` does not name their list as it is now; 422 `local_rules_conflict`
   * where local rules of these days would not fit.
   */
  app.post('/api/drafts/:id/publish', {
    config: { permission: 'policies.publish' },
    schema: { tags, summary: 'Publish', params: byId, body: publishing, response: { 200: savedDraft } },
  }, async (request) => {
    const writing = writingOf(request)
    const { id } = request.params
    await asPerson(db, writing.signedIn, (tx) => getDraftOrThrow(tx, id))
    await demandGate(db, gates, writing, id, { version: request.body.version, beforeApproval: false })
    demandDays(request.body)
    const found = await findDraftEffects(db, effects, writing, id, request.body)
    demandSeen(found, request.body.seen)
    await asPerson(db, writing.signedIn, (tx) => demandLocalRulesFit(tx, id, request.body))
    return savedAs(await asSystem(db, (tx) => publishDraft(tx, writing, id, request.body, summariseEffects(found))))
  })

  /** Takes what is in force out of force from a day on. 409 as for publishing where decisions were made by it. */
  app.post('/api/publications/withdraw', {
    config: { permission: 'policies.publish' },
    schema: { tags: ['policies'], summary: 'Withdraw', body: withdrawal, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    const writing = writingOf(request)
    demandDays(request.body)
    const found = await findWithdrawalEffects(db, effects, writing, request.body)
    demandSeen(found, request.body.seen)
    await asSystem(db, (tx) => withdraw(tx, writing, request.body, summariseEffects(found)))
    return reply.code(204).send(null)
  })
}
