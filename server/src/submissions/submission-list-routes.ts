import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { sendExcel } from '../excel/send-excel.ts'
import { takeOut } from '../lists/list-export.ts'
import { languageParameter } from '../lists/list-language.ts'
import { signedInOrThrow } from '../plugins/auth.ts'
import type { Clock } from '../plugins/clock.ts'
import { asPerson, type Db } from '../plugins/database.ts'
import { submissionsOut } from './submission-export.ts'
import { describeFacets, pageSubmissions } from './submission-list.ts'
import { submissionFacets, submissionFilter, submissionList, submissionQuery } from './submission-list-schema.ts'

const tags = ['submissions']

export const submissionListRoutes: FastifyPluginAsyncTypebox<{ readonly db: Db; readonly clock: Clock }> = async (app, { db, clock }) => {
  /** Submissions of the reader's area, the one changed last first unless another order is asked for. */
  app.get('/api/submissions', {
    config: { permission: 'submissions.read' },
    schema: { tags, summary: 'Submissions of the reader’s area', querystring: submissionQuery, response: { 200: submissionList } },
  }, async (request) => {
    const signedIn = signedInOrThrow(request)
    return asPerson(db, signedIn, (tx) => pageSubmissions(tx, request.query, signedIn.person.id))
  })

  /** What the list of submissions can be narrowed to. */
  app.get('/api/submissions/facets', {
    config: { permission: 'submissions.read' },
    schema: { tags, summary: 'What the list of submissions can be narrowed to', querystring: Type.Pick(submissionFilter, ['programme']), response: { 200: submissionFacets } },
  }, async (request) => asPerson(db, signedInOrThrow(request), (tx) => describeFacets(tx, request.query.programme)))

  /** The list as an Excel file, all of its rows as narrowed and sorted; noted in the trail. */
  app.get('/api/submissions/excel', {
    config: { permission: 'submissions.read' },
    schema: { tags, produces: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], summary: 'The list of submissions as an Excel file', querystring: Type.Object({ ...submissionFilter.properties, ...languageParameter }) },
  }, async (request, reply) => {
    const { language, ...asked } = request.query
    const signedIn = signedInOrThrow(request)
    return sendExcel(reply, await takeOut({ db, signedIn, now: clock(), language }, (tx) => submissionsOut(tx, asked, signedIn.person.id)))
  })
}
