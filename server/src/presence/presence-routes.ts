import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Permission } from '../people/person-role.ts'
import { signedInOrThrow } from '../plugins/auth.ts'
import { asPerson, asSystem, type Db } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import type { ProblemCode } from '../plugins/problem-table.ts'
import { findStoredVersion, forget, listOthers, noteStanding } from './presence-queries.ts'
import { presence, standing, type Presence } from './presence-schema.ts'

/** What several people can have open at once, where it is found, and who may see it. */
interface Kind {
  readonly name: 'submissions' | 'drafts'
  readonly permission: Permission
  readonly missing: ProblemCode
}

const kinds: readonly Kind[] = [
  { name: 'submissions', permission: 'submissions.read', missing: 'submission_not_found' },
  { name: 'drafts', permission: 'drafts.read', missing: 'draft_not_found' },
]

const byId = Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }) })

/** Who else has the same submission or draft open, and whether it was changed. */
export const presenceRoutes: FastifyPluginAsyncTypebox<{ readonly db: Db }> = async (app, { db }) => {
  const stand = (request: FastifyRequest, { name, missing }: Kind, id: string, place: string | undefined): Promise<Presence> => {
    const signedIn = signedInOrThrow(request)
    return asPerson(db, signedIn, async (tx) => {
      const version = await findStoredVersion(tx, name, id)
      if (version === undefined) throw new Problem(missing)
      await noteStanding(tx, id, signedIn.person.id, place)
      return { version, others: await listOthers(tx, id, signedIn.person.id) }
    })
  }

  for (const kind of kinds) {
    const { name, permission } = kind
    /** Says that the sender has it open; to be repeated every few seconds. */
    app.put(`/api/${name}/:id/presence`, {
      config: { permission },
      schema: { tags: [name], summary: 'Be present', params: byId, body: standing, response: { 200: presence } },
    }, async (request) => stand(request, kind, request.params.id, request.body.place))

    /** Says that the sender has left. */
    app.delete(`/api/${name}/:id/presence`, {
      config: { permission },
      schema: { tags: [name], summary: 'Leave', params: byId, response: { 204: Type.Null() } },
    }, async (request, reply) => {
      const { person } = signedInOrThrow(request)
      await asSystem(db, (tx) => forget(tx, request.params.id, person.id))
      return reply.code(204).send(null)
    })
  }
}
