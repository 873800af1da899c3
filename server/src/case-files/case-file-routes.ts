import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { uuid } from '../drafts/draft-schema.ts'
import type { Writing } from '../drafts/draft-service.ts'
import { sendExcel } from '../excel/send-excel.ts'
import { languageParameter } from '../lists/list-language.ts'
import { signedInOrThrow } from '../plugins/auth.ts'
import { dayOf, type Clock } from '../plugins/clock.ts'
import { asPerson, type Db } from '../plugins/database.ts'
import { caseFile, readCaseFile as readCaseFileSchema } from './case-file-schema.ts'
import { assembleStored, readCaseFile, writeCaseFile } from './case-file-service.ts'

interface CaseFileOptions {
  readonly db: Db
  readonly clock: Clock
}

/** A table that people wrote is far smaller. */
const fileLimit = 4 * 1024 * 1024

const params = Type.Object({ id: uuid })

/** Cases of a draft as Excel files, out and in. */
export const caseFileRoutes: FastifyPluginAsyncTypebox<CaseFileOptions> = async (app, { db, clock }) => {
  const writingOf = (request: FastifyRequest): Writing => {
    const now = clock()
    return { signedIn: signedInOrThrow(request), now, today: dayOf(now) }
  }

  /** The cases of a draft's stored version, one row each; their members and earlier decisions on sheets of their own. */
  app.get('/api/drafts/:id/cases/excel', {
    config: { permission: 'drafts.read' },
    schema: { tags: ['drafts'], produces: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], summary: 'The cases of a draft as an Excel file', params, querystring: Type.Object(languageParameter) },
  }, async (request, reply) => {
    const writing = writingOf(request)
    const assembly = await asPerson(db, writing.signedIn, (tx) => assembleStored(tx, writing, request.params.id))
    return sendExcel(reply, writeCaseFile(assembly, { language: request.query.language, today: writing.today }))
  })

  /**
   * What an Excel file of cases says, held against the draft's stored version; the draft itself stays as it is. 422 `excel_unreadable`,
   * or `case_file_wrong` with what is wrong by sheet, row and column: then no case is answered at all.
   */
  app.post('/api/drafts/:id/cases/excel', {
    bodyLimit: fileLimit,
    config: { permission: 'drafts.write' },
    schema: { tags: ['drafts'], summary: 'Read an Excel file of cases', params, body: caseFile, response: { 200: readCaseFileSchema } },
  }, async (request) => {
    const writing = writingOf(request)
    const assembly = await asPerson(db, writing.signedIn, (tx) => assembleStored(tx, writing, request.params.id))
    return { cases: await readCaseFile(assembly, request.body.file) }
  })
}
