import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { BatchPool } from '../batches/batch-pool.ts'
import { uuid } from '../drafts/draft-schema.ts'
import { signedInOrThrow } from '../plugins/auth.ts'
import { dayOf, type Clock } from '../plugins/clock.ts'
import type { Db } from '../plugins/database.ts'
import type { CurrentRegisters } from '../register-columns/current-registers.ts'
import { CountsDesk } from './counts-desk.ts'
import { readDraft } from './draft-on-trial.ts'
import { registerCounts } from './register-counts-schema.ts'

interface RegisterCountsOptions {
  readonly db: Db
  readonly clock: Clock
  readonly registers: CurrentRegisters
  readonly pool: BatchPool
}

/** So long a request waits for figures before it tells where they stand. */
const patience = 1000

/** Whom the rules of a draft touch, while it is written. */
export const registerCountsRoutes: FastifyPluginAsyncTypebox<RegisterCountsOptions> = async (app, { db, clock, registers, pool }) => {
  const desk = new CountsDesk(registers, pool)

  /**
   * Of how many households and members of the reader's area each rule, named condition, row, yes/no fact and entitlement of the
   * draft's stored version is true, and of how many answers are missing. While the register is read or counted it says so: ask again.
   * Numbers only, of an area whose households the reader may see one by one.
   */
  app.get('/api/drafts/:id/register-counts', {
    config: { permission: 'drafts.read' },
    schema: { tags: ['drafts'], summary: 'How many households each rule of a draft is true of', params: Type.Object({ id: uuid }), response: { 200: registerCounts } },
  }, async (request) => {
    const now = clock()
    return desk.answer(await readDraft(db, { signedIn: signedInOrThrow(request), now, today: dayOf(now) }, request.params.id), patience)
  })
}
