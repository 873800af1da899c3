import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { SheetGrid } from '@tieuchi/runtime'
import { Type } from 'typebox'
import { uuid } from '../drafts/draft-schema.ts'
import { getDraftOrThrow } from '../drafts/draft-service.ts'
import { readGrids } from '../excel/grid-reading.ts'
import { signedInOrThrow } from '../plugins/auth.ts'
import { asPerson, type Db } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'

/** A form that people print is far smaller. */
const fileLimit = 4 * 1024 * 1024

/** An Excel file, its bytes written in base64. */
const layoutFile = Type.Object({ file: Type.String() }, { additionalProperties: false })

const layoutSheets = Type.Object({ sheets: Type.Array(Type.Unsafe<SheetGrid>(Type.Object({}, { additionalProperties: true }))) })

/** Official forms as Excel files, to take their layout over. */
export const reportLayoutRoutes: FastifyPluginAsyncTypebox<{ readonly db: Db }> = async (app, { db }) => {
  /** The sheets of an Excel file as cells, for a report form of the draft; the draft stays as it is. 422 `excel_unreadable`. */
  app.post('/api/drafts/:id/report-layouts', {
    bodyLimit: fileLimit,
    config: { permission: 'drafts.write' },
    schema: { tags: ['drafts'], summary: 'Read an Excel file of a report form', params: Type.Object({ id: uuid }), body: layoutFile, response: { 200: layoutSheets } },
  }, async (request) => {
    await asPerson(db, signedInOrThrow(request), (tx) => getDraftOrThrow(tx, request.params.id))
    const sheets = await readGrids(Buffer.from(request.body.file, 'base64'))
    if (!sheets || sheets.length === 0) throw new Problem('excel_unreadable')
    return { sheets: [...sheets] }
  })
}
