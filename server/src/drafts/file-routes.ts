import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ReleaseFile } from '@tieuchi/runtime'
import { Type } from 'typebox'
import { signedInOrThrow } from '../plugins/auth.ts'
import { dayOf, type Clock } from '../plugins/clock.ts'
import { asPerson, type Db } from '../plugins/database.ts'
import { exportDraft, exportRelease, importFile, type SentFile } from './draft-files.ts'
import { importedDraft, uuid } from './draft-schema.ts'
import type { Writing } from './draft-service.ts'

interface FileOptions {
  readonly db: Db
  readonly clock: Clock
}

/** Room for a file of a large release with its dictionary and lists. */
const fileLimit = 16 * 1024 * 1024

const releaseFile = Type.Unsafe<ReleaseFile>(Type.Object({}, { additionalProperties: true }))

/** Releases and drafts as files, to be kept or taken elsewhere. */
export const fileRoutes: FastifyPluginAsyncTypebox<FileOptions> = async (app, { db, clock }) => {
  const writingOf = (request: FastifyRequest): Writing => {
    const now = clock()
    return { signedIn: signedInOrThrow(request), now, today: dayOf(now) }
  }

  /** A published release with its manifest, programme, and what all share, as one file; the same release gives the same bytes. */
  app.get('/api/releases/:hash/file', {
    config: { permission: 'policies.read' },
    schema: { tags: ['policies'], summary: 'A release as one file', params: Type.Object({ hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) }), response: { 200: releaseFile } },
  }, async (request, reply) => {
    const writing = writingOf(request)
    return sendFile(reply, await asPerson(db, writing.signedIn, (tx) => exportRelease(tx, writing, request.params.hash)))
  })

  /** A draft as one file. 422 `draft_unsound` where it lacks the outline of a release. */
  app.get('/api/drafts/:id/file', {
    config: { permission: 'drafts.read' },
    schema: { tags: ['drafts'], summary: 'A draft as one file', params: Type.Object({ id: uuid }), response: { 200: releaseFile } },
  }, async (request, reply) => {
    const writing = writingOf(request)
    return sendFile(reply, await asPerson(db, writing.signedIn, (tx) => exportDraft(tx, writing, request.params.id)))
  })

  /**
   * Begins a draft from a file. 422 `release_file_shape` where it is no such file, `release_file_changed` where a part is not the one
   * its manifest names, `release_file_local` for local law. `issues` tell where what all share here is another than in the file.
   */
  app.post('/api/drafts/import', {
    bodyLimit: fileLimit,
    config: { permission: 'drafts.write' },
    schema: { tags: ['drafts'], summary: 'Begin a draft from a file', body: releaseFile, response: { 200: importedDraft } },
  }, async (request) => {
    const writing = writingOf(request)
    const { row, issues } = await asPerson(db, writing.signedIn, (tx) => importFile(tx, writing, request.body))
    return { id: row.id, programme: row.programme, version: row.version, issues: [...issues] }
  })
}

const sendFile = (reply: FastifyReply, { name, text }: SentFile) =>
  reply.header('content-disposition', `attachment; filename="${name}.json"`).type('application/json; charset=utf-8').serializer(String).send(text)
