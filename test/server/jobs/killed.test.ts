import { randomUUID } from 'node:crypto'
import { expect, it, onTestFinished } from 'vitest'
import { openServerDatabase } from '@tieuchi/server/plugins/database.ts'
import { createServerDatabase, databaseKinds } from '../../support/databases.ts'
import { letSilencePass, spawnJobProcess } from '../../support/jobs.ts'

it.runIf(databaseKinds().some(({ name }) => name === 'PostgreSQL'))('a job whose process is killed is taken over by another, once that was silent for ten seconds', async () => {
  const { url, drop } = await createServerDatabase()
  const database = openServerDatabase(url, 1)
  const job = randomUUID()
  // Both make the tables of the queue at the same moment.
  const processes = await Promise.all([spawnJobProcess(url, job), spawnJobProcess(url)])
  onTestFinished(async () => {
    await Promise.all(processes.map((each) => each.kill()))
    await database.close()
    await drop()
  })
  const said = () => processes.flatMap(({ lines }) => lines).filter((line) => line !== 'ready')
  await expect.poll(said).toEqual([`begun ${job} 1`])
  await processes.find(({ lines }) => lines.length > 1)?.kill()
  expect(said()).toHaveLength(1)
  await letSilencePass(database.db, 10)
  await expect.poll(said, { timeout: 20_000 }).toEqual(expect.arrayContaining([`begun ${job} 1`, `begun ${job} 2`]))
  expect(said()).toHaveLength(2)
})
