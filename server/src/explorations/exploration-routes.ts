import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { signedInOrThrow } from '../plugins/auth.ts'
import type { Clock } from '../plugins/clock.ts'
import type { Db } from '../plugins/database.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { sendReport } from '../reports/report-file.ts'
import { countedHouseholds } from '../reports/report-schema.ts'
import { describeWritten } from '../reports/report-service.ts'
import { exploration, exploring, exploringFigure, exploringFile } from './exploration-schema.ts'
import { explore, exploreFigure, joinExplored } from './exploration-service.ts'

interface ExplorationOptions {
  readonly db: Db
  readonly book: RuleBook
  readonly clock: Clock
}

const tags = ['reports']

/** Figures nobody has published a form for: the form comes with the question and is counted as those of a release are. */
export const explorationRoutes: FastifyPluginAsyncTypebox<ExplorationOptions> = async (app, { clock, ...tools }) => {
  /** A table of one's own with its figures, for one period or several, each by the rules of its last day. */
  app.post('/api/explorations', {
    config: { permission: 'decisions.read' },
    schema: { tags, summary: 'Figures of a table of one’s own', body: exploring, response: { 200: exploration } },
  }, async (request) => explore(tools, signedInOrThrow(request), request.body))

  /** The households that a figure of it counts, some at a time, with what was decided on each. */
  app.post('/api/explorations/households', {
    config: { permission: 'households.read' },
    schema: { tags, summary: 'The households a figure of it counts', body: exploringFigure, response: { 200: countedHouseholds } },
  }, async (request) => exploreFigure(tools, signedInOrThrow(request), request.body))

  /** The same as an Excel workbook or a PDF, periods side by side. */
  app.post('/api/explorations/file', {
    config: { permission: 'decisions.read' },
    schema: { tags, produces: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/pdf'], summary: 'A table of one’s own as a file', body: exploringFile },
  }, async (request, reply) => {
    const { language, format, ...asked } = request.body
    const signedIn = signedInOrThrow(request)
    const written = await describeWritten(tools.db, signedIn, joinExplored(await explore(tools, signedIn, asked)), language)
    return sendReport(reply, written, format, clock())
  })
}
