import AjvCompiler from '@fastify/ajv-compiler'
import type { Text } from '@tieuchi/runtime'
import { fastify, type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { attachmentRoutes } from './attachments/attachment-routes.ts'
import { BatchPool } from './batches/batch-pool.ts'
import { caseFileRoutes } from './case-files/case-file-routes.ts'
import type { IdleWait } from './decision-streams/idle-stream.ts'
import { decisionRoutes } from './decisions/decision-routes.ts'
import { ndjson } from './decision-streams/stream-answer.ts'
import { draftRoutes } from './drafts/draft-routes.ts'
import { explorationRoutes } from './explorations/exploration-routes.ts'
import { fileRoutes } from './drafts/file-routes.ts'
import { GateRunner } from './drafts/gate-runner.ts'
import { lifeRoutes } from './drafts/life-routes.ts'
import { reviewRoutes } from './drafts/review-routes.ts'
import { EffectFinder } from './effects/effect-finder.ts'
import { effectRoutes } from './effects/effect-routes.ts'
import { entitlementRoutes } from './entitlements/entitlement-routes.ts'
import { householdRoutes } from './households/household-routes.ts'
import { Jobs } from './jobs/jobs.ts'
import { noticeRoutes } from './notices/notice-routes.ts'
import { impactExportRoutes } from './impact/impact-export-routes.ts'
import { impactRoutes } from './impact/impact-routes.ts'
import { auth } from './plugins/auth.ts'
import type { Clock } from './plugins/clock.ts'
import type { Db } from './plugins/database.ts'
import { errors } from './plugins/errors.ts'
import { headers } from './plugins/headers.ts'
import { openapi } from './plugins/openapi.ts'
import { permissions } from './plugins/permissions.ts'
import { web } from './plugins/web.ts'
import { partnerRoutes } from './partners/partner-routes.ts'
import { personRoutes } from './people/person-routes.ts'
import { presenceRoutes } from './presence/presence-routes.ts'
import { policyRoutes } from './policies/policy-routes.ts'
import { RuleBook } from './policies/rule-book.ts'
import { printRoutes } from './prints/print-routes.ts'
import { CurrentRegisters } from './register-columns/current-registers.ts'
import { registerCaseRoutes } from './register-cases/register-case-routes.ts'
import { registerCountsRoutes } from './register-counts/register-counts-routes.ts'
import { reportLayoutRoutes } from './report-layouts/report-layout-routes.ts'
import { draftReportRoutes } from './reports/draft-report-routes.ts'
import { reportSetRoutes } from './report-sets/report-set-routes.ts'
import { reportRoutes } from './reports/report-routes.ts'
import { sessionRoutes } from './sessions/session-routes.ts'
import { submissionListRoutes } from './submissions/submission-list-routes.ts'
import { submissionRoutes } from './submissions/submission-routes.ts'
import { trailRoutes } from './trail/trail-routes.ts'
import { unitRoutes } from './units/unit-routes.ts'

export interface AppOptions {
  readonly db: Db
  readonly clock?: Clock
  readonly secureCookie?: boolean
  /** Where features register what they do apart from requests; whoever builds the server starts and stops it. */
  readonly jobs?: Jobs
  /** Folder of the built web application; absent: the API alone. */
  readonly webFolder?: string
  /** Folder for columns of the register, which hold what people answered; absent: each start reads the register anew. */
  readonly columnsFolder?: string
  /** When a stream of households was idle for too long; after two minutes unless said. */
  readonly streamIdle?: IdleWait
  readonly logger?: Exclude<FastifyServerOptions['logger'], undefined>
}

const bodyLimit = 2 * 1024 * 1024

/** The whole server over a migrated database, not yet listening. */
export async function build({ db, clock = () => new Date(), secureCookie = false, webFolder, columnsFolder, logger = false, jobs = new Jobs(), streamIdle }: AppOptions): Promise<FastifyInstance> {
  const app = fastify({ logger, bodyLimit, forceCloseConnections: 'idle' })
  setValidators(app)
  app.removeContentTypeParser('text/plain')
  const book = new RuleBook()
  await app.register(errors)
  await app.register(permissions)
  await app.register(headers, { secure: secureCookie })
  await app.register(auth, { db, clock })
  await app.register(openapi)
  await app.register(sessionRoutes, { db, clock, secureCookie })
  await app.register(unitRoutes, { db, clock })
  await app.register(policyRoutes, { db, clock })
  const gates = new GateRunner()
  await app.register(draftRoutes, { db, clock })
  await app.register(fileRoutes, { db, clock })
  const effects = new EffectFinder()
  await app.register(lifeRoutes, { db, clock, gates, effects })
  await app.register(effectRoutes, { db, clock, effects })
  await app.register(reviewRoutes, { db, clock, gates })
  const saving = columnsFolder === undefined ? undefined : { folder: columnsFolder, tell: ({ en }: Text, error?: unknown) => app.log.warn({ err: error }, en) }
  const register = { registers: new CurrentRegisters(db, saving), pool: new BatchPool() }
  app.addHook('onClose', async () => {
    await register.registers.close()
    await register.pool.close()
  })
  await app.register(registerCountsRoutes, { db, clock, ...register })
  await app.register(impactRoutes, { db, clock, jobs, ...register })
  await app.register(impactExportRoutes, { db, clock })
  await app.register(registerCaseRoutes, { db, clock })
  await app.register(caseFileRoutes, { db, clock })
  await app.register(householdRoutes, { db, clock })
  await app.register(entitlementRoutes, { db, book, clock })
  await app.register(submissionListRoutes, { db, clock })
  await app.register(submissionRoutes, { db, book, clock })
  await app.register(attachmentRoutes, { db, book, clock })
  await app.register(decisionRoutes, { db, book, clock, ...(streamIdle && { idle: streamIdle }) })
  await app.register(presenceRoutes, { db })
  await app.register(reportRoutes, { db, book, clock })
  await app.register(draftReportRoutes, { db })
  await app.register(explorationRoutes, { db, book, clock })
  await app.register(reportSetRoutes, { db, book, clock, jobs })
  await app.register(reportLayoutRoutes, { db })
  await app.register(printRoutes, { db, book, clock })
  await app.register(personRoutes, { db, clock })
  await app.register(partnerRoutes, { db, clock })
  await app.register(noticeRoutes, { db, clock })
  await app.register(trailRoutes, { db })
  await app.register(web, { folder: webFolder })
  return app
}

/** What a body says is taken as sent, never converted or trimmed; an address has only text, so numbers are read from it. */
function setValidators(app: FastifyInstance): void {
  const compilers = AjvCompiler()
  const exact = compilers({}, { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: true, allErrors: true } })
  const reading = compilers({}, { customOptions: { coerceTypes: true, removeAdditional: false, useDefaults: true, allErrors: true } })
  app.setValidatorCompiler<Parameters<typeof exact>[0]>(({ schema, httpPart, contentType }: { readonly schema: Parameters<typeof exact>[0]; readonly httpPart?: string; readonly contentType?: string }) => {
    // A stream is checked line by line, as it comes.
    if (contentType === ndjson) return () => true
    return (httpPart === 'body' ? exact : reading)({ schema })
  })
}
