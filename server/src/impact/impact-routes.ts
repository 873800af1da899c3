import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { BatchPool } from '../batches/batch-pool.ts'
import { uuid } from '../drafts/draft-schema.ts'
import type { Writing } from '../drafts/draft-service.ts'
import type { JobQueue } from '../jobs/job-queue.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { signedInOrThrow } from '../plugins/auth.ts'
import { dayOf, type Clock } from '../plugins/clock.ts'
import { asPerson, type Db, type Tx } from '../plugins/database.ts'
import type { CurrentRegisters } from '../register-columns/current-registers.ts'
import { beginImpact, type ImpactJob } from './impact-begin.ts'
import { cancelImpact } from './impact-end.ts'
import { explainHousehold, listHouseholds } from './impact-households.ts'
import { ImpactPreviews } from './impact-preview.ts'
import { impactExplanation, impactHouseholds, impactListing, impactPreview, impactRun, impactSummary, newImpactPreview, newImpactRun } from './impact-schema.ts'
import { describeRun, describeRuns, getRunOrThrow } from './impact-service.ts'
import { ImpactWorker } from './impact-worker.ts'

interface ImpactOptions {
  readonly db: Db
  readonly clock: Clock
  readonly jobs: Jobs
  readonly registers: CurrentRegisters
  readonly pool: BatchPool
}

const tags = ['impact']
const byId = Type.Object({ id: uuid })

/** Whom a change of rules touches, over the register of the reader's area. */
export const impactRoutes: FastifyPluginAsyncTypebox<ImpactOptions> = async (app, { db, clock, jobs, registers, pool }) => {
  const worker = new ImpactWorker({ db, clock, registers, pool })
  const queue: JobQueue<ImpactJob> = jobs.register<ImpactJob>({ name: 'impact', work: (job) => worker.work(queue, job), failed: ({ data }) => worker.failed(data.run) })
  const previews = new ImpactPreviews({ db, registers, pool })
  const writingOf = (request: FastifyRequest): Writing => {
    const now = clock()
    return { signedIn: signedInOrThrow(request), now, today: dayOf(now) }
  }
  const asReader = <T>(request: FastifyRequest, work: (tx: Tx) => Promise<T>): Promise<T> => asPerson(db, signedInOrThrow(request), work)

  /** Begins to compute what rules would do to the register of the reader's area; a run of the same question that is under way is answered instead. */
  app.post('/api/impact-runs', {
    config: { permission: 'drafts.read' },
    schema: { tags, summary: 'Compute an impact', body: newImpactRun, response: { 200: impactRun } },
  }, async (request) => {
    const id = await asReader(request, (tx) => beginImpact(tx, queue, writingOf(request), request.body))
    return asReader(request, (tx) => describeRun(tx, id))
  })

  /** The newest runs of a draft or programme. */
  app.get('/api/impact-runs', {
    config: { permission: 'drafts.read' },
    schema: { tags, summary: 'Impacts computed', querystring: Type.Object({ draft: Type.Optional(uuid), programme: Type.Optional(Type.String()) }), response: { 200: Type.Array(impactSummary) } },
  }, async (request) => asReader(request, (tx) => describeRuns(tx, request.query)))

  /** A run, with its figures as far as they are there; without small counts where the reader does not see its whole area. */
  app.get('/api/impact-runs/:id', {
    config: { permission: 'drafts.read' },
    schema: { tags, summary: 'An impact', params: byId, response: { 200: impactRun } },
  }, async (request) => asReader(request, (tx) => describeRun(tx, request.params.id)))

  /** Stops a run; what was found so far stays. */
  app.post('/api/impact-runs/:id/cancel', {
    config: { permission: 'drafts.read' },
    schema: { tags, summary: 'Stop computing an impact', params: byId, response: { 200: impactRun } },
  }, async (request) => asReader(request, async (tx) => {
    await getRunOrThrow(tx, request.params.id)
    await cancelImpact(tx, queue, request.params.id, { name: signedInOrThrow(request).person.name, at: clock() })
    return describeRun(tx, request.params.id)
  }))

  /** Households of the reader's area that a run tells of: whose result changes, who is near a line, who cannot be told. */
  app.get('/api/impact-runs/:id/households', {
    config: { permission: 'drafts.read' },
    schema: { tags, summary: 'Households of an impact', params: byId, querystring: impactListing, response: { 200: impactHouseholds } },
  }, async (request) => asReader(request, (tx) => listHouseholds(tx, request.params.id, request.query)))

  /** One of them under both rules, explained by the answers the register has now. */
  app.get('/api/impact-runs/:id/households/:household', {
    config: { permission: 'drafts.read' },
    schema: { tags, summary: 'A household under both rules', params: Type.Object({ id: uuid, household: uuid }), response: { 200: impactExplanation } },
  }, async (request) => asReader(request, (tx) => explainHousehold(tx, request.params.id, request.params.household)))

  /** The flow with other values of a draft's parameters, quick enough for a slider: not checked, not stored. */
  app.post('/api/drafts/:id/impact-preview', {
    config: { permission: 'drafts.read' },
    schema: { tags, summary: 'Try other values of parameters', params: byId, body: newImpactPreview, response: { 200: impactPreview } },
  }, async (request) => previews.preview(writingOf(request), request.params.id, request.body))
}
