import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { sql } from 'kysely'
import { afterAll, beforeAll, it, type TestContext } from 'vitest'
import type { FailedJob, JobQueue, QueueWork, RunningJob } from '@tieuchi/server/jobs/job-queue.ts'
import { Jobs } from '@tieuchi/server/jobs/jobs.ts'
import { asPerson, asSystem, type Database } from '@tieuchi/server/plugins/database.ts'
import { onEachDatabase, openMigrated } from '../../support/databases.ts'

interface Subject extends Readonly<Record<string, string>> {
  readonly subject: string
}

const patiently = { interval: 20, timeout: 20_000 }
const silent = { error: () => undefined, warn: () => undefined }
const person = { unit: { id: 'harbour' } }

onEachDatabase('Jobs', (kind) => {
  let database: Database
  beforeAll(async () => {
    database = await openMigrated(kind)
  })
  afterAll(() => database.close())

  /** A program that works on a queue. */
  const start = async ({ onTestFinished }: TestContext, work: Pick<QueueWork<Subject>, 'name' | 'work'> & Partial<QueueWork<Subject>>): Promise<{ readonly jobs: Jobs; readonly queue: JobQueue<Subject> }> => {
    const jobs = new Jobs()
    const queue = jobs.register<Subject>({ failed: async () => undefined, ...work })
    await jobs.start(database, silent)
    onTestFinished(() => jobs.stop())
    return { jobs, queue }
  }

  // Side by side, each with a queue of its own: most of a test is waiting.
  it.concurrent('exist exactly if their transaction commits, and begin at once', async (test) => {
    const { expect } = test
    const run: string[] = []
    const { queue } = await start(test, { name: 'committed', work: async ({ data }) => void run.push(data.subject) })
    const undone = asPerson(database.db, person, async (tx) => {
      await queue.send(tx, { subject: 'undone' })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await asPerson(database.db, person, async (tx) => {
      await queue.send(tx, { subject: 'kept' })
      expect(run).toEqual([])
    })
    await expect.poll(() => run, patiently).toEqual(['kept'])
    expect((await sql`select from pgboss.job where name = 'committed'`.execute(database.db)).rows).toHaveLength(1)
  })

  it.concurrent('are sent by people who cannot read or write them, and stay in their role', async (test) => {
    const { expect } = test
    const { queue } = await start(test, { name: 'rights', work: async () => undefined })
    await asPerson(database.db, person, async (tx) => {
      await queue.send(tx, { subject: 'x' })
      expect((await sql`select current_user as role`.execute(tx)).rows).toEqual([{ role: 'app_user' }])
    })
    for (const statement of [sql`select * from pgboss.job`, sql`delete from pgboss.job`]) {
      await expect(asPerson(database.db, person, (tx) => statement.execute(tx))).rejects.toThrow('permission denied')
    }
  })

  it.concurrent('run once each where two programs work, and a second job of one id is none', async (test) => {
    const { expect } = test
    const run: string[] = []
    const work = async ({ data }: RunningJob<Subject>) => void run.push(data.subject)
    const { queue } = await start(test, { name: 'shared', work, concurrency: 2 })
    await start(test, { name: 'shared', work, concurrency: 2 })
    const subjects = Array.from({ length: 12 }, (_each, index) => String(index).padStart(2, '0'))
    await asSystem(database.db, async (tx) => {
      for (const subject of subjects) await queue.send(tx, { subject })
      const id = randomUUID()
      expect(await queue.send(tx, { subject: 'once' }, { id })).toBe(id)
      expect(await queue.send(tx, { subject: 'twice' }, { id })).toBeUndefined()
    })
    await expect.poll(() => run.toSorted(), patiently).toEqual([...subjects, 'once'])
  })

  it.concurrent('are tried again where they throw, and told with the reason in the end', async (test) => {
    const { expect } = test
    const attempts: number[] = []
    const told: FailedJob<Subject>[] = []
    const { queue } = await start(test, {
      name: 'failing',
      retries: 1,
      work: async ({ attempt }) => {
        attempts.push(attempt)
        throw new Error(`no use ${attempt}`)
      },
      failed: async (job) => void told.push(job),
    })
    const id = await asSystem(database.db, (tx) => queue.send(tx, { subject: 'x' }))
    await expect.poll(() => told, patiently).toEqual([{ id, data: { subject: 'x' }, reason: 'no use 2' }])
    expect(attempts).toEqual([1, 2])
  })

  it.concurrent('that were cancelled do not begin, or are told to end', async (test) => {
    const { expect } = test
    const begun: string[] = []
    const ended: string[] = []
    const { queue } = await start(test, {
      name: 'cancelled',
      work: async ({ data, signal }) => {
        begun.push(data.subject)
        if (data.subject !== 'last') await once(signal, 'abort')
        ended.push(data.subject)
      },
    })
    const send = (subject: string) => asSystem(database.db, (tx) => queue.send(tx, { subject }))
    const [first, second] = [await send('first'), await send('second')]
    await expect.poll(() => begun, patiently).toEqual(['first'])
    await send('last')
    await asPerson(database.db, person, async (tx) => {
      for (const id of [first, second]) await queue.cancel(tx, id ?? '')
    })
    await expect.poll(() => ended, patiently).toEqual(['first', 'last'])
    expect(begun).toEqual(['first', 'last'])
  })

  it.concurrent('go to another program where theirs stops', async (test) => {
    const { expect } = test
    const begun: string[] = []
    const work = (program: string) => async ({ signal, attempt }: RunningJob<Subject>) => {
      begun.push(`${program} ${attempt}`)
      if (program === 'first') await once(signal, 'abort')
      signal.throwIfAborted()
    }
    const { jobs, queue } = await start(test, { name: 'moving', work: work('first') })
    await asSystem(database.db, (tx) => queue.send(tx, { subject: 'x' }))
    await expect.poll(() => begun, patiently).toEqual(['first 1'])
    await start(test, { name: 'moving', work: work('second') })
    await jobs.stop()
    await expect.poll(() => begun, patiently).toEqual(['first 1', 'second 2'])
  })
})
