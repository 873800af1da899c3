import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest, FastifySerializerCompiler } from 'fastify'
import { Type } from 'typebox'
import { entryOrThrow, signedInOrThrow } from '../plugins/auth.ts'
import type { Clock } from '../plugins/clock.ts'
import { asPerson, type Db, type Tx } from '../plugins/database.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { discardDraft, getSubmissionOrThrow } from './submission-draft.ts'
import { openSubmission } from './submission-opening.ts'
import { moveToNewest } from './submission-newer-rules.ts'
import { changedDate, moved, newSubmission, saved, savedAnswers, submission, submitted, uuidPattern } from './submission-schema.ts'
import { changeDate, describeSubmission, saveAnswers, sendSubmission } from './submission-service.ts'
import type { Work } from './submission-work.ts'

interface SubmissionOptions {
  readonly db: Db
  readonly book: RuleBook
  readonly clock: Clock
}

const byId = Type.Object({ id: Type.String({ pattern: uuidPattern }) })
const tags = ['submissions']

/** A submission is put together as its schema says, name by name; to look every name up in it again takes several times as long as to write it. */
const asItStands: FastifySerializerCompiler<unknown> = () => JSON.stringify

export const submissionRoutes: FastifyPluginAsyncTypebox<SubmissionOptions> = async (app, { db, book, clock }) => {
  const workOf = (request: FastifyRequest): Work => ({ book, signedIn: signedInOrThrow(request), now: clock() })
  const asWorker = <T>(request: FastifyRequest, work: (tx: Tx, by: Work) => Promise<T>): Promise<T> => {
    const by = workOf(request)
    return asPerson(db, by.signedIn, (tx) => work(tx, by))
  }

  /** Opens a submission with what the register knows, or for a household met for the first time. */
  app.post('/api/submissions', {
    config: { permission: 'submissions.write' },
    schema: { tags, summary: 'Open a submission', body: newSubmission, response: { 200: submission } },
    serializerCompiler: asItStands,
  }, async (request) => asWorker(request, async (tx, { signedIn, now }) => describeSubmission(tx, book, await openSubmission(tx, book, signedIn, request.body, now))))

  /** A submission with the rules it is judged by. */
  app.get('/api/submissions/:id', {
    config: { permission: 'submissions.read' },
    schema: { tags, summary: 'A submission', params: byId, response: { 200: submission } },
    serializerCompiler: asItStands,
  }, async (request) => asWorker(request, async (tx) => describeSubmission(tx, book, await getSubmissionOrThrow(tx, request.params.id))))

  /** Saves answers; they are kept for good once this answers. */
  app.put('/api/submissions/:id/answers', {
    config: { permission: 'submissions.write' },
    schema: { tags, summary: 'Save answers', params: byId, body: savedAnswers, response: { 200: saved } },
  }, async (request) => asWorker(request, (tx, work) => saveAnswers(tx, work, request.params.id, request.body)))

  /** Gives a draft another reference date, and with it the rules of that date. */
  app.put('/api/submissions/:id/date', {
    config: { permission: 'submissions.write' },
    schema: { tags, summary: 'Change the reference date', params: byId, body: changedDate, response: { 200: submission } },
    serializerCompiler: asItStands,
  }, async (request) => asWorker(request, async (tx, work) => describeSubmission(tx, book, await changeDate(tx, work, request.params.id, request.body))))

  /** Moves a draft to the newest rules of its moment; the questions and the result may be others then. */
  app.put('/api/submissions/:id/rules', {
    config: { permission: 'submissions.write' },
    schema: { tags, summary: 'Move to the newest rules', params: byId, body: moved, response: { 200: submission } },
    serializerCompiler: asItStands,
  }, async (request) => asWorker(request, async (tx, work) => describeSubmission(tx, book, await moveToNewest(tx, work, request.params.id, request.body.version))))

  /** Sends a draft: it is decided and frozen. */
  app.post('/api/submissions/:id/submit', {
    config: { permission: 'submissions.write', entersWithWork: true },
    schema: { tags, summary: 'Send a submission', params: byId, body: submitted, response: { 200: submission } },
    serializerCompiler: asItStands,
  }, async (request) => sendSubmission(db, book, entryOrThrow(request, clock()), request.params.id, request.body))

  /** Discards a draft; what was sent stays. */
  app.delete('/api/submissions/:id', {
    config: { permission: 'submissions.write' },
    schema: { tags, summary: 'Discard a draft', params: byId, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    await asWorker(request, (tx) => discardDraft(tx, request.params.id))
    return reply.code(204).send(null)
  })
}
