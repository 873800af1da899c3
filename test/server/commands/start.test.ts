import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, it, onTestFinished } from 'vitest'
import { administer, databaseUrl } from '../../support/server-databases.ts'
import { dogAnswers } from '../../support/dog-households.ts'
import { writeDogRulesets } from '../../support/dog-rulesets.ts'
import { signInRemotely, spawnServer, type RemoteClient, type ServerProcess, type StartingProcess } from '../../support/server-process.ts'

const password = 'tieuchi-demo'

interface Folders {
  readonly data: string
  readonly args: readonly string[]
}

function foldersIn(folder: string): Folders {
  writeDogRulesets(join(folder, 'rulesets'))
  const data = join(folder, 'data')
  return { data, args: ['--api-only', '--data', data, '--rulesets', join(folder, 'rulesets')] }
}

function temporaryFolders(): Folders {
  const folder = mkdtempSync(join(tmpdir(), 'tieuchi-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return foldersIn(folder)
}

const before = mkdtempSync(join(tmpdir(), 'tieuchi-started-'))
afterAll(() => rmSync(before, { recursive: true, force: true }))

let first: Promise<Folders> | undefined

async function startOnce(): Promise<Folders> {
  const folders = foldersIn(before)
  expect(await (await spawnServer(folders.args).ready).stop('SIGINT')).toBe(0)
  return folders
}

/** Folders of a program that was started once and ended; the first start, which makes the database, takes longest. */
async function startedFolders(): Promise<Folders> {
  const { data } = await (first ??= startOnce())
  const folders = temporaryFolders()
  cpSync(data, folders.data, { recursive: true })
  return folders
}

function spawn(args: readonly string[], env: Record<string, string> = {}): StartingProcess {
  const server = spawnServer(args, env)
  onTestFinished(async () => {
    await server.stop('SIGKILL')
  })
  return server
}

const start = (args: readonly string[], env: Record<string, string> = {}): Promise<ServerProcess> => spawn(args, env).ready

const failureOf = (args: readonly string[], env: Record<string, string> = {}): Promise<string> =>
  start(args, env).then(() => 'started', (error: unknown) => String(error))

async function saveOne(client: RemoteClient, name: string): Promise<{ id: string; answers: unknown }> {
  const { body } = await client.send('POST', '/api/submissions', { programme: 'dog-licence', reference_date: '2026-12-01' })
  const answers = dogAnswers(name, 20)
  const saved = await client.send('PUT', `/api/submissions/${body.id}/answers`, { version: 1, answers })
  expect(saved.status).toBe(200)
  return { id: body.id, answers }
}

it('what was confirmed is there after the program was killed in the middle of its work', async () => {
  const { args } = await startedFolders()
  let server = await start(args)
  const confirmed: { id: string; answers: unknown }[] = []
  for (const round of [1, 2, 3]) {
    const client = await signInRemotely(server.address, 'bencang', password)
    for (let index = 0; index < 10; index += 1) confirmed.push(await saveOne(client, `Hộ ${round}.${index}`))
    const unfinished = Array.from({ length: 5 }, () => client.send('POST', '/api/submissions', { programme: 'dog-licence', reference_date: '2026-12-01' }).catch(() => undefined))
    await server.stop('SIGKILL')
    await Promise.all(unfinished)
    server = await start(args)
  }
  const client = await signInRemotely(server.address, 'bencang', password)
  for (const { id, answers } of confirmed) expect((await client.send('GET', `/api/submissions/${id}`)).body.answers).toEqual(answers)
  expect((await client.send('GET', '/api/households?programme=dog-licence')).body.total).toBeGreaterThanOrEqual(confirmed.length)
}, 180_000)

it('a session lasts over a restart, and Ctrl-C ends the program cleanly', async () => {
  const { args } = await startedFolders()
  const server = await start(args)
  const client = await signInRemotely(server.address, 'trendoi', password)
  expect(await server.stop('SIGINT')).toBe(0)
  const again = await start(args)
  expect((await client.at(again.address).send('GET', '/api/session')).body.person.login).toBe('trendoi')
}, 120_000)

it('two programs never share a data folder', async () => {
  const { args } = await startedFolders()
  await start(args)
  expect(await failureOf(args)).toContain('--data')
}, 120_000)

it.each(['database-unfinished', 'database', 'database/postmaster.pid'])('a first start killed as soon as there is %s is made good by the next', async (name) => {
  const { data, args } = temporaryFolders()
  const cut = spawn(args)
  await expect.poll(() => existsSync(join(data, name)), { timeout: 60_000, interval: 5 }).toBe(true)
  await cut.stop('SIGKILL')
  const server = await start(args)
  await signInRemotely(server.address, 'bencang', password)
}, 120_000)

it('a wrong argument ends the program with a message, not a stack of calls', async () => {
  const failure = await failureOf(['--port', 'x'])
  expect(failure).toContain('PORT')
  expect(failure).not.toContain('    at ')
})

it.runIf(inject('postgres') !== '')('on PostgreSQL there are no demonstration accounts, and a one-time link for the administrator', async () => {
  const url = inject('postgres')
  await administer(url, 'create database test_start')
  onTestFinished(() => administer(url, 'drop database test_start with (force)'))
  const { args } = temporaryFolders()
  const env = { DATABASE_URL: databaseUrl(url, 'test_start') }
  const server = await start(args, env)
  expect(server.output()).not.toContain(password)
  const token = /\/password\?token=(\S+)/.exec(server.output())?.[1]
  const set = (secret: string) => fetch(`${server.address}/api/password`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token, password: secret }),
  })
  expect((await set('too short')).status).toBe(400)
  expect((await set('a long enough password')).status).toBe(204)
  const administrator = await signInRemotely(server.address, 'quantri', 'a long enough password')
  expect((await administrator.send('GET', '/api/session')).body.permissions).toContain('administration')
  await server.stop('SIGINT')
  const again = await start(args, env)
  expect(again.output()).not.toContain('token=')
}, 120_000)

it.runIf(inject('postgres') !== '')('two programs may start together on one PostgreSQL database', async () => {
  const url = inject('postgres')
  await administer(url, 'create database test_start_together')
  onTestFinished(() => administer(url, 'drop database test_start_together with (force)'))
  const { args } = temporaryFolders()
  const env = { DATABASE_URL: databaseUrl(url, 'test_start_together') }
  const servers = await Promise.all([start([...args, '--demo'], env), start([...args, '--demo'], env)])
  for (const { address } of servers) await signInRemotely(address, 'bencang', password)
}, 120_000)

it('a database that does not answer is named, without its password', async () => {
  const { args } = temporaryFolders()
  const failure = await failureOf(args, { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/nowhere' })
  expect(failure).toContain('127.0.0.1:1/nowhere')
  expect(failure).not.toContain('secret')
}, 60_000)
