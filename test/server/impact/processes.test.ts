import { hashDocument } from '@tieuchi/runtime'
import type { ImpactRun } from '@tieuchi/server/contract'
import { openServerDatabase } from '@tieuchi/server/plugins/database.ts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createServerDatabase, databaseKinds } from '../../support/databases.ts'
import { letSilencePass } from '../../support/jobs.ts'
import { signInRemotely, spawnServer, type RemoteClient, type ServerProcess } from '../../support/server-process.ts'

const households = 1200

describe.runIf(databaseKinds().some(({ name }) => name === 'PostgreSQL'))('An impact over two server processes', () => {
  const endings: (() => unknown)[] = []
  let url = ''
  let first: ServerProcess
  let second: ServerProcess

  beforeAll(async () => {
    const { url: address, drop } = await createServerDatabase()
    url = address
    const one = spawnServer(['--api-only', '--demo', '--no-past', '--households', String(households)], { DATABASE_URL: url })
    first = await one.ready
    const other = spawnServer(['--api-only', '--demo', '--no-past'], { DATABASE_URL: url })
    endings.push(() => Promise.all([one, other].map((server) => server.stop('SIGKILL'))), drop)
    second = await other.ready
  })
  afterAll(async () => {
    for (const end of endings) await end()
  })

  /** Two releases that follow one another, the newest there are. */
  const sidesOf = async (client: RemoteClient): Promise<{ readonly before: string; readonly after: string }> => {
    const { publications } = (await client.send('GET', '/api/programmes/poverty/timeline')).body
    const [before, after] = publications.flatMap(({ release }: { release?: string }) => release ?? []).slice(-2)
    return { before, after }
  }

  it('is shared, goes on where one of them is killed, and counts everybody once', async () => {
    const [here, there] = [await signInRemotely(first.address, 'haiphong.soan', 'tieuchi-demo'), await signInRemotely(second.address, 'haiphong.soan', 'tieuchi-demo')]
    const database = openServerDatabase(url, 2)
    endings.unshift(() => database.close())
    const { before, after } = await sidesOf(there)
    const begin = async (client: RemoteClient) => (await client.send('POST', '/api/impact-runs', { before: { release: before }, after: { release: after } })).body
    const look = async (client: RemoteClient, id: string): Promise<ImpactRun> => (await client.send('GET', `/api/impact-runs/${id}`)).body
    const { id } = await begin(here)
    await vi.waitFor(async () => expect((await look(there, id)).progress.done).toBeGreaterThan(0), { timeout: 30_000, interval: 5 })
    await first.stop('SIGKILL')
    const killed = await look(there, id)
    expect(killed.state).toBe('running')
    const run = await vi.waitFor(async () => {
      await letSilencePass(database.db, 10)
      const now = await look(there, id)
      expect(now.state).toBe('done')
      return now
    }, { timeout: 60_000, interval: 500 })

    const workers = await database.db.selectFrom('impact_parts').select('done_by').distinct().where('run_id', '=', id).execute()
    expect(workers).toHaveLength(2)
    expect(run.progress).toEqual({ done: run.progress.of, of: run.progress.of })
    const groups = await database.db.selectFrom('impact_groups').select('households').where('run_id', '=', id).execute()
    const noted = groups.flatMap((group) => group.households)
    expect(new Set(noted).size).toBe(noted.length)

    const { id: again } = await begin(there)
    const alone = await vi.waitFor(async () => {
      const now = await look(there, again)
      expect(now.state).toBe('done')
      return now
    }, { timeout: 30_000, interval: 100 })
    expect(hashDocument(run.figures ?? {})).toBe(hashDocument(alone.figures ?? {}))
    expect(run.households).toBe(households)
  })
})
