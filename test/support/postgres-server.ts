import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '@tieuchi/migrations'
import { openServerDatabase } from '@tieuchi/server/plugins/database.ts'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { createDatabase, type CreatedDatabase } from './server-databases.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a PostgreSQL server for tests; empty where the machine has none. */
    postgres: string
    /** Name of a database there with the present schema, for others to be copied from. */
    postgresTemplate: string
  }
}

/** Starts one PostgreSQL server in a run for all projects, or uses the one of DATABASE_URL, in databases of their own. */
export async function setup({ vitest }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const shared = vitest.getRootProject()
  if (shared.getProvidedContext().postgres !== undefined) return undefined
  const given = process.env['DATABASE_URL']
  const server = given ? { url: given, stop: () => Promise.resolve() } : await startPostgres()
  shared.provide('postgres', server?.url ?? '')
  if (server === undefined) {
    if (process.env['CI']) throw new Error('CI is set and no PostgreSQL server programs (initdb, postgres) were found.')
    process.stdout.write('No PostgreSQL server programs found: the tests run on the embedded database only.\n')
    return undefined
  }
  const template = await createTemplate(server.url)
  shared.provide('postgresTemplate', template.name)
  return async () => {
    await template.drop()
    await server.stop()
  }
}

/** PostgreSQL copies only what nobody is connected to. */
async function createTemplate(server: string): Promise<CreatedDatabase> {
  const created = await createDatabase(server)
  const database = openServerDatabase(created.url, 1)
  await migrate(database.db)
  await database.close()
  return created
}

/** A PostgreSQL server of its own, for as long as it is wanted. */
export interface StartedServer {
  readonly url: string
  /** The same through its socket, as a program on the same machine reaches it with less work for both. */
  readonly socketUrl: string
  readonly stop: () => Promise<void>
}

/** Nothing a test stored need be there after the power failed. */
const forgetful = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** Starts a PostgreSQL server with an empty folder; undefined where its programs are not installed. */
export function startPostgres(): Promise<StartedServer | undefined> {
  return startWith(forgetful)
}

/** The same as it comes out of the package: what it confirmed is there after the power failed. */
export function startLastingPostgres(): Promise<StartedServer | undefined> {
  return startWith([])
}

async function startWith(settings: readonly string[]): Promise<StartedServer | undefined> {
  const folder = findBinaries()
  return folder === undefined ? undefined : startServer(folder, settings)
}

function findBinaries(): string | undefined {
  const installed = '/usr/lib/postgresql'
  const versions = existsSync(installed) ? readdirSync(installed).toSorted((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => join(installed, version, 'bin')), ...(process.env['PATH'] ?? '').split(':')]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

async function startServer(binaries: string, own: readonly string[]): Promise<StartedServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tieuchi-postgres-'))
  const user = unprivilegedUser()
  if (user) chownSync(folder, user.uid, user.gid)
  chmodSync(folder, 0o700)
  const data = join(folder, 'data')
  execFileSync(join(binaries, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], { ...user, cwd: folder, stdio: 'ignore' })
  const port = await freePort()
  const settings = [...own, 'max_connections=200', `unix_socket_directories=${folder}`]
  const server = spawn(join(binaries, 'postgres'), ['-D', data, '-p', String(port), '-h', '127.0.0.1', ...settings.flatMap((setting) => ['-c', setting])], { ...user, cwd: folder, stdio: 'ignore' })
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  await untilAnswering(url, server)
  return { url, socketUrl: `postgres:///postgres?host=${encodeURIComponent(folder)}&port=${port}&user=postgres`, stop: () => stopServer(server, folder) }
}

/** PostgreSQL refuses to run as root. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] })))
      if (uid !== undefined && gid !== undefined) return { uid, gid }
    } catch {
      continue
    }
  }
  return undefined
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}

async function untilAnswering(connectionString: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const client = new pg.Client({ connectionString })
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if (Date.now() > deadline || server.exitCode !== null) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

async function stopServer(server: ChildProcess, folder: string): Promise<void> {
  server.kill('SIGINT')
  if (server.exitCode === null) await once(server, 'exit')
  rmSync(folder, { recursive: true, force: true })
}
