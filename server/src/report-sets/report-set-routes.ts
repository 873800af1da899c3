import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { uuid } from '../drafts/draft-schema.ts'
import type { JobQueue } from '../jobs/job-queue.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { signedInOrThrow } from '../plugins/auth.ts'
import type { Clock } from '../plugins/clock.ts'
import { asPerson, type Db } from '../plugins/database.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { newReportSet, reportSet } from './report-set-schema.ts'
import { beginReportSet, cancelReportSet, describeSet, describeSets, packSet, type ReportSetJob } from './report-set-service.ts'
import { ReportSetWorker } from './report-set-worker.ts'

interface ReportSetOptions {
  readonly db: Db
  readonly book: RuleBook
  readonly clock: Clock
  readonly jobs: Jobs
}

const tags = ['reports']
const byId = Type.Object({ id: uuid })

/** All reports of a unit and period at once, made apart from the request; each set is its reader's alone. */
export const reportSetRoutes: FastifyPluginAsyncTypebox<ReportSetOptions> = async (app, { db, book, clock, jobs }) => {
  const worker = new ReportSetWorker({ db, book, clock })
  const queue: JobQueue<ReportSetJob> = jobs.register<ReportSetJob>({ name: 'report-sets', work: (job) => worker.work(job), failed: ({ data }) => worker.failed(data.set) })

  /** Begins to make every report of a kind of period, of a unit of the reader's area; a set of the same question under way is answered instead. */
  app.post('/api/report-sets', {
    config: { permission: 'decisions.read' },
    schema: { tags, summary: 'Make a set of reports', body: newReportSet, response: { 200: reportSet } },
  }, async (request) => {
    const signedIn = signedInOrThrow(request)
    const now = clock()
    return asPerson(db, signedIn, async (tx) => describeSet(tx, await beginReportSet(tx, { queue, book }, { person: signedIn.person, now }, request.body), now))
  })

  /** The reader's sets that are kept, the newest first. */
  app.get('/api/report-sets', {
    config: { permission: 'decisions.read' },
    schema: { tags, summary: 'Sets of reports of one’s own', response: { 200: Type.Array(reportSet) } },
  }, async (request) => {
    const signedIn = signedInOrThrow(request)
    return asPerson(db, signedIn, (tx) => describeSets(tx, { person: signedIn.person, now: clock() }))
  })

  /** Stops making a set; what was made of it is removed. */
  app.post('/api/report-sets/:id/cancel', {
    config: { permission: 'decisions.read' },
    schema: { tags, summary: 'Stop making a set of reports', params: byId, response: { 200: reportSet } },
  }, async (request) => {
    const now = clock()
    return asPerson(db, signedInOrThrow(request), async (tx) => {
      await cancelReportSet(tx, queue, request.params.id, now)
      return describeSet(tx, request.params.id, now)
    })
  })

  /** A set that is done as one ZIP archive: of each report an Excel workbook and a PDF. */
  app.get('/api/report-sets/:id/file', {
    config: { permission: 'decisions.read' },
    schema: { tags, produces: ['application/zip'], summary: 'A set of reports as a file', params: byId },
  }, async (request, reply) => {
    const { name, file } = await packSet(db, signedInOrThrow(request), request.params.id)
    return reply.header('content-disposition', `attachment; filename="${name}"`).type('application/zip').send(file)
  })
}
