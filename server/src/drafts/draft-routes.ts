import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { signedInOrThrow } from '../plugins/auth.ts'
import { dayOf, type Clock } from '../plugins/clock.ts'
import { asPerson, type Db, type Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { findVersion, listDrafts, listVersions } from './draft-queries.ts'
import { draft, draftDocument, draftSummary, draftVersion, newDraft, savedDocument, savedDraft, uuid } from './draft-schema.ts'
import { createDraft, describeDraft, getDraftOrThrow, restoreVersion, savedAs, saveDraft, summariseDraft, type Writing } from './draft-service.ts'

interface DraftOptions {
  readonly db: Db
  readonly clock: Clock
}

const tags = ['drafts']
const byId = Type.Object({ id: uuid })

/** Releases being written: their documents and every version of them. */
export const draftRoutes: FastifyPluginAsyncTypebox<DraftOptions> = async (app, { db, clock }) => {
  const writingOf = (request: FastifyRequest): Writing => {
    const now = clock()
    return { signedIn: signedInOrThrow(request), now, today: dayOf(now) }
  }
  const asWriter = <T>(request: FastifyRequest, work: (tx: Tx, writing: Writing) => Promise<T>): Promise<T> => {
    const writing = writingOf(request)
    return asPerson(db, writing.signedIn, (tx) => work(tx, writing))
  }

  /** Drafts that are not yet published or discarded. */
  app.get('/api/drafts', {
    config: { permission: 'drafts.read' },
    schema: { tags, summary: 'Open drafts', querystring: Type.Object({ programme: Type.Optional(Type.String()) }), response: { 200: Type.Array(draftSummary) } },
  }, async (request) => asWriter(request, async (tx) => (await listDrafts(tx, request.query.programme)).map(summariseDraft)))

  /** Begins a draft from a release, or of a programme from nothing. */
  app.post('/api/drafts', {
    config: { permission: 'drafts.write' },
    schema: { tags, summary: 'Begin a draft', body: newDraft, response: { 200: draft } },
  }, async (request) => asWriter(request, async (tx, writing) => describeDraft(tx, await createDraft(tx, writing, request.body), writing.today)))

  /** A draft with its document and what happened to it. */
  app.get('/api/drafts/:id', {
    config: { permission: 'drafts.read' },
    schema: { tags, summary: 'A draft', params: byId, response: { 200: draft } },
  }, async (request) => asWriter(request, async (tx, { today }) => describeDraft(tx, await getDraftOrThrow(tx, request.params.id), today)))

  /** Saves the document; it is kept for good once this answers. 409 where somebody saved it since the version named. */
  app.put('/api/drafts/:id/document', {
    config: { permission: 'drafts.write' },
    schema: { tags, summary: 'Save a draft', params: byId, body: savedDocument, response: { 200: savedDraft } },
  }, async (request) => asWriter(request, async (tx, writing) => savedAs(await saveDraft(tx, writing, request.params.id, request.body))))

  /** Every version ever saved, the newest first. */
  app.get('/api/drafts/:id/versions', {
    config: { permission: 'drafts.read' },
    schema: { tags, summary: 'Versions of a draft', params: byId, response: { 200: Type.Array(draftVersion) } },
  }, async (request) => asWriter(request, async (tx) => {
    await getDraftOrThrow(tx, request.params.id)
    return (await listVersions(tx, request.params.id)).map(({ version, saved_at: at, saved_by: id, name, restored_from: from }) =>
      ({ version, at: at.toISOString(), person: { id, name }, ...(from === null ? {} : { restored_from: from }) }))
  }))

  /** The document as it was at a version. */
  app.get('/api/drafts/:id/versions/:version', {
    config: { permission: 'drafts.read' },
    schema: { tags, summary: 'A version of a draft', params: Type.Object({ id: uuid, version: Type.Integer({ minimum: 1 }) }), response: { 200: draftDocument } },
  }, async (request) => asWriter(request, async (tx) => {
    const { id, version } = request.params
    const kept = await findVersion(tx, id, version)
    if (kept === undefined) throw new Problem('draft_version_not_found', { version })
    return JSON.parse(kept.document)
  }))

  /** Makes an earlier version the newest again. */
  app.post('/api/drafts/:id/restore', {
    config: { permission: 'drafts.write' },
    schema: { tags, summary: 'Restore a version', params: byId, body: Type.Object({ version: Type.Integer(), from: Type.Integer() }, { additionalProperties: false }), response: { 200: savedDraft } },
  }, async (request) => asWriter(request, async (tx, writing) => savedAs(await restoreVersion(tx, writing, request.params.id, request.body.version, request.body.from))))
}
