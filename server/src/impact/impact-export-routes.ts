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
import { takeOutImpact, writtenImpact } from './impact-export.ts'
import { impactPaper } from './impact-print.ts'

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
}
