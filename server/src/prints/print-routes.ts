import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import type { Language } from '@tieuchi/runtime'
import { Type } from 'typebox'
import { signedInOrThrow } from '../plugins/auth.ts'
import type { Clock } from '../plugins/clock.ts'
import { asPerson, type Db, type Tx } from '../plugins/database.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { uuidPattern } from '../submissions/submission-schema.ts'
import { printDraftForm } from './draft-form-print.ts'
import { layOutExplanation } from './explanation-fitting.ts'
import { layOut } from './print-engine.ts'
import { sendPdf } from './print-file.ts'
import { findSubmissionsByCode } from './print-queries.ts'
import { paperRecord } from './print-schema.ts'
import { printBlankForm, printExplanation, printFilledForm, type Printing } from './print-service.ts'

interface PrintOptions {
  readonly db: Db
  readonly book: RuleBook
  readonly clock: Clock
}

const tags = ['prints']
const produces = ['application/pdf']
const language = Type.Unsafe<Language>(Type.Union([Type.Literal('vi'), Type.Literal('en')], { default: 'vi' }))
const sensitive = Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('masked')]))
const bySubmission = Type.Object({ id: Type.String({ pattern: uuidPattern }) })
const byForm = Type.Object({ hash: Type.String({ pattern: '^[0-9a-f]{64}$' }), form: Type.String() })
const byDraftForm = Type.Object({ id: Type.String({ pattern: uuidPattern }), form: Type.String() })
const asked = Type.Object({ language, sensitive }, { additionalProperties: false })
const askedBlank = Type.Object({ language, unit: Type.Optional(Type.String()), at: Type.Optional(Type.String()), members: Type.Integer({ minimum: 1, maximum: 40, default: 6 }) }, { additionalProperties: false })
const askedDraftBlank = Type.Object({ language, at: Type.Optional(Type.String()), members: Type.Integer({ minimum: 1, maximum: 40, default: 6 }) }, { additionalProperties: false })

/** Papers as PDF files. They are read in one transaction of the reader and laid out after it. */
export const printRoutes: FastifyPluginAsyncTypebox<PrintOptions> = async (app, { db, book, clock }) => {
  const readAs = <T>(request: FastifyRequest, query: Pick<Printing, 'language' | 'sensitive'>, read: (tx: Tx, printing: Printing) => Promise<T>): Promise<T> => {
    const signedIn = signedInOrThrow(request)
    return asPerson(db, signedIn, (tx) => read(tx, { book, signedIn, ...query }))
  }

  /** The form of a submission with its answers, by the rules it is pinned to. 403 where sensitive answers are asked for by a reader who writes none. */
  app.get('/api/submissions/:id/form.pdf', {
    config: { permission: 'submissions.read' },
    schema: { tags, produces, summary: 'The filled form of a submission on paper', params: bySubmission, querystring: asked },
  }, async (request, reply) => {
    const { name, paper } = await readAs(request, request.query, (tx, printing) => printFilledForm(tx, printing, request.params.id))
    return sendPdf(reply, name, await layOut(paper))
  })

  /** What came out of a submission and why, on one page. */
  app.get('/api/submissions/:id/explanation.pdf', {
    config: { permission: 'submissions.read' },
    schema: { tags, produces, summary: 'The explanation of a submission on one page', params: bySubmission, querystring: asked },
  }, async (request, reply) => {
    const { name, paper } = await readAs(request, request.query, (tx, printing) => printExplanation(tx, printing, request.params.id))
    return sendPdf(reply, name, await layOutExplanation(paper))
  })

  /** A form of a release to be filled by hand, headed by a unit of the reader's area as on a day. 404 `form_not_found` where the release has no such form. */
  app.get('/api/releases/:hash/forms/:form/blank.pdf', {
    config: { permission: 'policies.read' },
    schema: { tags, produces, summary: 'A blank form on paper', params: byForm, querystring: askedBlank },
  }, async (request, reply) => {
    const { language: words, ...question } = request.query
    const { hash: release, form } = request.params
    const { name, paper } = await readAs(request, { language: words }, (tx, printing) => printBlankForm(tx, printing, { ...question, release, form }, clock()))
    return sendPdf(reply, name, await layOut(paper))
  })
  /** A form of a draft to be filled by hand, saying that it is not in force. 422 `draft_form_unsound` with what is wrong while the draft has errors. */
  app.get('/api/drafts/:id/forms/:form/blank.pdf', {
    config: { permission: 'drafts.read' },
    schema: { tags, produces, summary: 'A blank form of a draft on paper', params: byDraftForm, querystring: askedDraftBlank },
  }, async (request, reply) => {
    const { language: words, ...question } = request.query
    const { id: draft, form } = request.params
    const { name, paper } = await readAs(request, { language: words }, (tx, printing) => printDraftForm(tx, printing, { ...question, draft, form }, clock()))
    return sendPdf(reply, name, await layOut(paper))
  })

  /** The submission that the code at the foot of a paper names; empty where the reader's area has none. Two of one code are possible, if hardly. */
  app.get('/api/papers/:code', {
    config: { permission: 'submissions.read' },
    schema: { tags, summary: 'The submission a paper is of', params: Type.Object({ code: Type.String({ pattern: '^[0-9A-Fa-f]{8}$' }) }), response: { 200: Type.Array(paperRecord) } },
  }, async (request) => {
    const found = await asPerson(db, signedInOrThrow(request), (tx) => findSubmissionsByCode(tx, request.params.code.toLowerCase()))
    return found.map(({ id, label, law_at: day }) => ({ id, label, reference_date: day }))
  })
}
