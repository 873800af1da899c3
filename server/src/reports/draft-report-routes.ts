import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { uuid } from '../drafts/draft-schema.ts'
import { signedInOrThrow } from '../plugins/auth.ts'
import type { Db } from '../plugins/database.ts'
import { tryReport } from './draft-report.ts'
import { draftReport, reportQuestion } from './report-schema.ts'

const tags = ['drafts']

/** Report forms that are being written, tried on the register. */
export const draftReportRoutes: FastifyPluginAsyncTypebox<{ readonly db: Db }> = async (app, { db }) => {
  /** A report form of a draft as it is saved, with the figures of a unit for a period; columns that cannot be counted yet are open. */
  app.get('/api/drafts/:id/reports/:report', {
    config: { permission: 'drafts.read' },
    schema: { tags, summary: 'A report form of a draft with its figures', params: Type.Object({ id: uuid, report: Type.String() }), querystring: reportQuestion, response: { 200: draftReport } },
  }, async (request) => tryReport(db, signedInOrThrow(request), request.params, request.query))
}
