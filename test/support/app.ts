import type { FastifyInstance, InjectOptions } from 'fastify'
import { build } from '@tieuchi/server/app.ts'
import type { IdleWait } from '@tieuchi/server/decision-streams/idle-stream.ts'
import { Jobs } from '@tieuchi/server/jobs/jobs.ts'
import { findPersonByLogin } from '@tieuchi/server/people/person-queries.ts'
import { createPerson } from '@tieuchi/server/people/people-service.ts'
import type { Role } from '@tieuchi/server/people/person-role.ts'
import type { Clock } from '@tieuchi/server/plugins/clock.ts'
import { asSystem, type Database } from '@tieuchi/server/plugins/database.ts'
import { loadRules, type PackRules } from '@tieuchi/server/policies/policy-loading.ts'
import { loadUnits } from '@tieuchi/server/units/unit-service.ts'
import type { UnitDocument } from '@tieuchi/runtime'
import { openMigrated, type DatabaseKind } from './databases.ts'
import { dogPacks } from './dog-licences.ts'

export interface RunningApp {
  readonly app: FastifyInstance
  readonly database: Database
  close(): Promise<void>
}

export const password = 'a long enough password'

/** The server over a fresh database with a pack loaded, on 1 December 2026. */
export async function startApp(kind: DatabaseKind, { packs = dogPacks, clock = () => new Date('2026-12-01T02:00:00Z'), webFolder, columnsFolder, withJobs = false, streamIdle }: {
  readonly packs?: PackRules & { readonly units: readonly UnitDocument[] }
  readonly clock?: Clock
  /** Folder of the built web application; absent: the API alone. */
  readonly webFolder?: string
  /** Where columns of the register are saved; absent: nowhere. */
  readonly columnsFolder?: string
  /** Whether what is done apart from requests is done; sending a job needs it. */
  readonly withJobs?: boolean
  /** When a stream of households was idle for too long; after two minutes unless said. */
  readonly streamIdle?: IdleWait
} = {}): Promise<RunningApp> {
  const database = await openMigrated(kind)
  await asSystem(database.db, async (tx) => {
    await loadUnits(tx, packs.units)
    await loadRules(tx, packs)
  })
  const jobs = new Jobs()
  const app = await build({ db: database.db, clock, jobs, ...(webFolder !== undefined && { webFolder }), ...(columnsFolder !== undefined && { columnsFolder }), ...(streamIdle && { streamIdle }) })
  await app.ready()
  if (withJobs) await jobs.start(database, app.log)
  return {
    app,
    database,
    close: async () => {
      await app.close()
      await jobs.stop()
      await database.close()
    },
  }
}

export interface Client {
  readonly id: string
  send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  /** Parsed JSON; tests look into it freely. */
  readonly body: ReturnType<JSON['parse']>
  /** The bytes as they were sent. */
  readonly content: Buffer
}

/** Signs an account in, made first unless it is there: a test may be tried once more. */
export async function signInAs(running: RunningApp, login: string, unitId: string, role: Role = 'officer'): Promise<Client> {
  const id = (await findPersonByLogin(running.database.db, login))?.id ?? await createPerson(running.database.db, { login, name: `Cán bộ ${login}`, unitId, role, password })
  return openClient(running.app, id, login)
}

/** Signs in with an account that exists. */
export async function openClient(app: FastifyInstance, id: string, login: string, secret = password): Promise<Client> {
  const response = await app.inject({ method: 'POST', url: '/api/session', payload: { login, password: secret } })
  if (response.statusCode !== 200) throw new Error(response.body)
  const [cookie] = response.cookies
  const { csrf } = response.json<{ csrf: string }>()
  return {
    id,
    send: (method, url, body, headers = {}) =>
      inject(app, { method, url, cookies: { [cookie?.name ?? '']: cookie?.value ?? '' }, headers: { 'x-csrf-token': csrf, ...headers }, ...(body === undefined ? {} : { payload: Buffer.isBuffer(body) ? body : JSON.stringify(body) }) }),
  }
}

/** Sends one request and reads the answer. */
export async function inject(app: FastifyInstance, { headers, ...options }: InjectOptions): Promise<Answer> {
  const json = options.payload === undefined ? {} : { 'content-type': 'application/json' }
  const response = await app.inject({ ...options, headers: { ...json, ...headers } })
  const isJson = /\bjson|\+json/.test(String(response.headers['content-type']))
  return { status: response.statusCode, headers: response.headers, body: isJson ? response.json() : response.body, content: response.rawPayload }
}
