import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { signedInOrThrow } from '../plugins/auth.ts'
import { dayOf, type Clock } from '../plugins/clock.ts'
import { asSystem, type Db, type Tx } from '../plugins/database.ts'
import { changeAccount, createAccount, listAccountsInReach, resetAccount, type Administration } from './account-service.ts'
import { account, accountWithToken, changedAccount, newAccount } from './person-schema.ts'

const tags = ['people']
const byId = Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }) })

/** Accounts of the administrator's area. Nobody signed in reads passwords or tokens, so this runs as the program. */
export const personRoutes: FastifyPluginAsyncTypebox<{ readonly db: Db; readonly clock: Clock }> = async (app, { db, clock }) => {
  const administering = <T>(request: FastifyRequest, work: (tx: Tx, administration: Administration) => Promise<T>): Promise<T> => {
    const now = clock()
    const administration = { signedIn: signedInOrThrow(request), now, today: dayOf(now) }
    return asSystem(db, (tx) => work(tx, administration))
  }

  /** Accounts of the administrator's area. */
  app.get('/api/people', {
    config: { permission: 'administration' },
    schema: { tags, summary: 'Accounts', response: { 200: Type.Array(account) } },
  }, async (request) => administering(request, listAccountsInReach))

  /** Makes an account; its person sets a password by the token, which is shown this one time. */
  app.post('/api/people', {
    config: { permission: 'administration' },
    schema: { tags, summary: 'Create an account', body: newAccount, response: { 200: accountWithToken } },
  }, async (request) => administering(request, (tx, administration) => createAccount(tx, administration, request.body)))

  /** Changes name or role, or takes an account out of use. */
  app.put('/api/people/:id', {
    config: { permission: 'administration' },
    schema: { tags, summary: 'Change an account', params: byId, body: changedAccount, response: { 200: account } },
  }, async (request) => administering(request, (tx, administration) => changeAccount(tx, administration, request.params.id, request.body)))

  /** A fresh one-time token to set the password by. */
  app.post('/api/people/:id/reset', {
    config: { permission: 'administration' },
    schema: { tags, summary: 'Reset a password', params: byId, response: { 200: accountWithToken } },
  }, async (request) => administering(request, (tx, administration) => resetAccount(tx, administration, request.params.id)))
}
