import { createPerson } from '@tieuchi/server/people/people-service.ts'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { sql } from 'kysely'
import { signInRemotely, spawnServer, type RemoteClient } from '../../support/server-process.ts'
import type { BenchDatabase } from './database-register.ts'
import { signInSteadily } from './steady-client.ts'

/** An officer of one commune, at the server over the network. */
export interface Office {
  /** The answer of a request; whatever is no success throws. */
  readonly send: (method: string, path: string, body?: unknown) => ReturnType<JSON['parse']>
}

export interface Offices {
  readonly offices: readonly Office[]
  readonly stop: () => Promise<void>
}

const password = 'a long enough password'

const officeOf = (client: Pick<RemoteClient, 'send'>): Office => ({
  send: async (method, path, body) => {
    const { status, body: answer } = await client.send(method, path, body)
    if (status >= 300) throw new Error(`${method} ${path} answered ${status}: ${JSON.stringify(answer)}`)
    return answer
  },
})

/** Somebody who writes rules for a unit and all below it, at the program started as one process. */
export interface Desk {
  readonly address: string
  readonly desk: Office
  readonly stop: () => Promise<void>
}

export const deskAccount = { login: 'desk', password } as const

/** Makes the account of a desk, whatever process it will be at. */
export const employ = async ({ db }: BenchDatabase, unitId: string): Promise<void> =>
  void (await createPerson(db, { ...deskAccount, name: 'Cán bộ xây dựng chính sách', unitId, role: 'author' }))

/** Starts the real program with the desk signed in; it keeps columns of the register for its next start only where a folder is named. */
export const startDesk = async (database: BenchDatabase, folder?: string): Promise<Desk> => {
  const server = await spawnServer(folder === undefined ? [] : ['--data', folder], { DATABASE_URL: database.url, NODE_ENV: 'production' }).ready
  return { address: server.address, desk: officeOf(await signInRemotely(server.address, deskAccount.login, deskAccount.password)), stop: async () => void (await server.stop('SIGINT')) }
}

/** Starts the real program as one process on a database, with an officer signed in at each of some communes. */
export const startOffices = async (database: BenchDatabase, communes: number): Promise<Offices> => {
  const server = await spawnServer([], { DATABASE_URL: database.url, NODE_ENV: 'production' }).ready
  const { rows } = await asSystem(database.db, (tx) => sql<{ id: string }>`select distinct unit_id as id from unit_spells where kind = 'commune' and valid_to is null order by 1 limit ${communes}`.execute(tx))
  const clients = []
  for (const [index, { id }] of rows.entries()) {
    await createPerson(database.db, { login: `bench${index}`, name: `Cán bộ ${index}`, unitId: id, role: 'officer', password })
    clients.push(officeOf(await signInSteadily(server.address, `bench${index}`, password)))
  }
  return { offices: clients, stop: async () => void (await server.stop('SIGINT')) }
}
