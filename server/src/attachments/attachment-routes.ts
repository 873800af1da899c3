import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { signedInOrThrow } from '../plugins/auth.ts'
import type { Clock } from '../plugins/clock.ts'
import { asPerson, type Db, type Tx } from '../plugins/database.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { uuidPattern } from '../submissions/submission-schema.ts'
import type { Work } from '../submissions/submission-work.ts'
import { mostBytes } from './attachment-content.ts'
import { attachment, attachmentPlace } from './attachment-schema.ts'
import { attachFile, describeAttachments, detachFile, getContentOrThrow } from './attachment-service.ts'
import { contentDisposition, readSentFile } from './sent-file.ts'

interface AttachmentOptions {
  readonly db: Db
  readonly book: RuleBook
  readonly clock: Clock
}

const bySubmission = Type.Object({ id: Type.String({ pattern: uuidPattern }) })
const byAttachment = Type.Object({ id: Type.String({ pattern: uuidPattern }), attachment: Type.String({ pattern: uuidPattern }) })
const tags = ['submissions']

export const attachmentRoutes: FastifyPluginAsyncTypebox<AttachmentOptions> = async (app, { db, book, clock }) => {
  await app.register(multipart, { limits: { fileSize: mostBytes, files: 1, fields: 0, parts: 1 } })

  const asWorker = <T>(request: FastifyRequest, work: (tx: Tx, by: Work) => Promise<T>): Promise<T> => {
    const signedIn = signedInOrThrow(request)
    return asPerson(db, signedIn, (tx) => work(tx, { book, signedIn, now: clock() }))
  }

  /** Attaches the one file of a multipart body to an item of the form of a draft. 422 `attachment_wrong_content` where its bytes are no accepted type. */
  app.post('/api/submissions/:id/attachments', {
    config: { permission: 'submissions.write' },
    schema: { tags, consumes: ['multipart/form-data'], summary: 'Attach a file', params: bySubmission, querystring: attachmentPlace, response: { 200: attachment } },
  }, async (request) => {
    const file = await readSentFile(request)
    return asWorker(request, (tx, work) => attachFile(tx, work, request.params.id, request.query, file))
  })

  /** What is attached to a submission, in the order it came. */
  app.get('/api/submissions/:id/attachments', {
    config: { permission: 'submissions.read' },
    schema: { tags, summary: 'The attachments of a submission', params: bySubmission, response: { 200: Type.Array(attachment) } },
  }, async (request) => asWorker(request, async (tx) => [...(await describeAttachments(tx, request.params.id))]))

  /** An attached file, to be kept as a file and never shown as a page. */
  app.get('/api/submissions/:id/attachments/:attachment', {
    config: { permission: 'submissions.read' },
    schema: { tags, produces: ['application/octet-stream'], summary: 'An attached file', params: byAttachment },
  }, async (request, reply) => {
    const { name, media_type: type, content } = await asWorker(request, (tx) => getContentOrThrow(tx, request.params.id, request.params.attachment))
    return reply.header('content-disposition', contentDisposition(name)).header('x-content-type-options', 'nosniff').type(type).send(content)
  })

  /** Takes a file from a draft; what was sent keeps its files. */
  app.delete('/api/submissions/:id/attachments/:attachment', {
    config: { permission: 'submissions.write' },
    schema: { tags, summary: 'Take an attachment away', params: byAttachment, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    await asWorker(request, (tx) => detachFile(tx, request.params.id, request.params.attachment))
    return reply.code(204).send(null)
  })
}
