import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { uuid } from '../drafts/draft-schema.ts'
import { sendExcel } from '../excel/send-excel.ts'
import { languageParameter } from '../lists/list-language.ts'
import { signedInOrThrow } from '../plugins/auth.ts'
import type { Clock } from '../plugins/clock.ts'
import { asPerson, type Db } from '../plugins/database.ts'
import { layOut } from '../prints/print-engine.ts'
import { sendPdf } from '../prints/print-file.ts'
import { titleOfRun } from './impact-end.ts'
import { takeOutImpact, writtenImpact } from './impact-export.ts'
import { findRunsByCode } from './impact-export-queries.ts'
import { impactPaper } from './impact-print.ts'
import { impactRecord } from './impact-schema.ts'
import { getRunOrThrow } from './impact-service.ts'

interface ImpactExportOptions {
  readonly db: Db
  readonly clock: Clock
}

const tags = ['impact']
const byId = Type.Object({ id: uuid })
const asked = Type.Object(languageParameter, { additionalProperties: false })

/** Impacts as files. What may tell of single households is left out as on the page; households are those of the reader's area. */
export const impactExportRoutes: FastifyPluginAsyncTypebox<ImpactExportOptions> = async (app, { db, clock }) => {
  /** Figures, breakdowns, changes and households with their reasons. 409 `impact_not_done` before it has ended. */
  app.get('/api/impact-runs/:id/excel', {
    config: { permission: 'drafts.read' },
    schema: { tags, produces: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], summary: 'An impact as an Excel file', params: byId, querystring: asked },
  }, async (request, reply) => sendExcel(reply, await takeOutImpact({ db, signedIn: signedInOrThrow(request), now: clock(), language: request.query.language }, request.params.id)))

  /** A paper for the approval file, without households. 409 `impact_not_done` before it has ended. */
  app.get('/api/impact-runs/:id/print', {
    config: { permission: 'drafts.read' },
    schema: { tags, produces: ['application/pdf'], summary: 'An impact on paper', params: byId, querystring: asked },
  }, async (request, reply) => {
    const { name, paper } = await asPerson(db, signedInOrThrow(request), async (tx) => impactPaper(tx, await writtenImpact(tx, request.params.id, request.query.language)))
    return sendPdf(reply, name, await layOut(paper))
  })
  /** The computation that the code at the foot of a paper names; empty where there is none. Two of one code are possible, if hardly. */
  app.get('/api/impact-papers/:code', {
    config: { permission: 'drafts.read' },
    schema: { tags, summary: 'The impact a paper is of', params: Type.Object({ code: Type.String({ pattern: '^[0-9A-Fa-f]{8}$' }) }), response: { 200: Type.Array(impactRecord) } },
  }, async (request) => asPerson(db, signedInOrThrow(request), async (tx) => {
    const runs = await Promise.all((await findRunsByCode(tx, request.params.code.toLowerCase())).map((id) => getRunOrThrow(tx, id)))
    return Promise.all(runs.map(async (run) => ({ id: run.id, title: await titleOfRun(tx, run), at: run.at, area: run.area_name })))
  }))
}
