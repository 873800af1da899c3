import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { demandDays, type Period } from '../drafts/draft-publishing.ts'
import { uuid } from '../drafts/draft-schema.ts'
import type { Writing } from '../drafts/draft-service.ts'
import { signedInOrThrow } from '../plugins/auth.ts'
import { dayOf, type Clock } from '../plugins/clock.ts'
import { asPerson, type Db } from '../plugins/database.ts'
import type { EffectFinder } from './effect-finder.ts'
import { effectList, effectQuery, withdrawalQuery } from './effect-schema.ts'
import { describeEffects, findDraftEffects, findWithdrawalEffects } from './effect-service.ts'

interface EffectOptions {
  readonly db: Db
  readonly clock: Clock
  readonly effects: EffectFinder
}

/** What a publication would change of what was decided. Stored decisions stay; people look at the list before they publish. */
export const effectRoutes: FastifyPluginAsyncTypebox<EffectOptions> = async (app, { db, clock, effects }) => {
  const writingOf = (request: FastifyRequest): Writing => {
    const now = clock()
    return { signedIn: signedInOrThrow(request), now, today: dayOf(now) }
  }
  const periodIn = ({ valid_from: from, valid_to: to }: Period): Period => {
    const period = { valid_from: from, ...(to !== undefined && { valid_to: to }) }
    demandDays(period)
    return period
  }

  /**
   * The stored decisions within the reader's area that would come out otherwise if the draft were in force on the days
   * given, by the rules each was made by with the draft in place of its programme's release. `seen` is what publishing on these
   * days asks for where the list is not empty. 422 `draft_unsound` while the draft has errors.
   */
  app.get('/api/drafts/:id/effects', {
    config: { permission: 'drafts.read' },
    schema: { tags: ['drafts'], summary: 'Stored decisions that publishing would make come out otherwise', params: Type.Object({ id: uuid }), querystring: effectQuery, response: { 200: effectList } },
  }, async (request) => {
    const writing = writingOf(request)
    const found = await findDraftEffects(db, effects, writing, request.params.id, periodIn(request.query))
    return asPerson(db, writing.signedIn, (tx) => describeEffects(tx, found, request.query))
  })

  /** The same for a withdrawal: without rules of its programme a decision has a `problem` instead of changes. */
  app.get('/api/publications/withdrawal-effects', {
    config: { permission: 'policies.publish' },
    schema: { tags: ['policies'], summary: 'Stored decisions that a withdrawal would leave without rules, or make come out otherwise', querystring: withdrawalQuery, response: { 200: effectList } },
  }, async (request) => {
    const writing = writingOf(request)
    const { programme, unit } = request.query
    const found = await findWithdrawalEffects(db, effects, writing, { ...periodIn(request.query), programme, scope: unit === undefined ? 'national' : { unit } })
    return asPerson(db, writing.signedIn, (tx) => describeEffects(tx, found, request.query))
  })
}
