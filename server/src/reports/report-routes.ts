import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { signedInOrThrow } from '../plugins/auth.ts'
import { calendarDayOrThrow, dayOf, type Clock } from '../plugins/clock.ts'
import { asPerson, type Db } from '../plugins/database.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { findReport, listReports } from './report-asked.ts'
import { listCounted } from './report-households.ts'
import { sendReport } from './report-file.ts'
import { countedHouseholds, figureQuestion, report, reportFileQuestion, reportLine, reportQuestion } from './report-schema.ts'
import { describeWritten, makeReport } from './report-service.ts'

interface ReportOptions {
  readonly db: Db
  readonly book: RuleBook
  readonly clock: Clock
}

const tags = ['reports']
const named = Type.Object({ programme: Type.String(), report: Type.String() })

/** Report forms with figures of the register and of what was decided; every figure can be opened. */
export const reportRoutes: FastifyPluginAsyncTypebox<ReportOptions> = async (app, { db, book, clock }) => {
  /** The report forms of the rules in force in a unit of the reader's area on a day, by default today. */
  app.get('/api/reports', {
    config: { permission: 'decisions.read' },
    schema: { tags, summary: 'Report forms in force in a unit on a day', querystring: Type.Object({ at: Type.Optional(Type.String()), unit: Type.Optional(Type.String({ description: 'Of the reader’s area; the reader’s own unless said.' })) }), response: { 200: Type.Array(reportLine) } },
  }, async (request) => {
    const signedIn = signedInOrThrow(request)
    const at = calendarDayOrThrow(request.query.at ?? dayOf(clock()))
    const { unit = signedIn.unit.id } = request.query
    return asPerson(db, signedIn, (tx) => listReports(tx, book, { unit, at }))
  })

  /** A report of a unit for a period, by the rules of its last day: its form, and the figures of every row. */
  app.get('/api/reports/:programme/:report', {
    config: { permission: 'decisions.read' },
    schema: { tags, summary: 'A report with its figures', params: named, querystring: reportQuestion, response: { 200: report } },
  }, async (request) => makeReport({ db, book }, signedInOrThrow(request), request.params, request.query))

  /** The same as a file: an Excel workbook in the layout of the form, with sums and formulas that live on, or a PDF. */
  app.get('/api/reports/:programme/:report/file', {
    config: { permission: 'decisions.read' },
    schema: { tags, produces: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/pdf'], summary: 'A report as a file', params: named, querystring: reportFileQuestion },
  }, async (request, reply) => {
    const { format, language, ...question } = request.query
    const signedIn = signedInOrThrow(request)
    const written = await describeWritten(db, signedIn, await makeReport({ db, book }, signedIn, request.params, question), language)
    return sendReport(reply, written, format, clock())
  })

  /** The households that a figure counts, some at a time, with what was decided on each. */
  app.get('/api/reports/:programme/:report/households', {
    config: { permission: 'households.read' },
    schema: { tags, summary: 'The households a figure counts', params: named, querystring: figureQuestion, response: { 200: countedHouseholds } },
  }, async (request) => {
    const signedIn = signedInOrThrow(request)
    const found = await asPerson(db, signedIn, (tx) => findReport(tx, book, request.params, request.query))
    return listCounted(db, signedIn, found, request.query)
  })
}
