import { setTimeout } from 'node:timers/promises'
import { Jobs } from '@tieuchi/server/jobs/jobs.ts'
import { asSystem, openServerDatabase } from '@tieuchi/server/plugins/database.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const [url = '', job] = process.argv.slice(2)
const database = openServerDatabase(url, 3)
const jobs = new Jobs()
const queue = jobs.register({
  name: 'endless',
  work: async ({ id, attempt, signal }) => {
    say(`begun ${id} ${attempt}`)
    await setTimeout(600_000, undefined, { signal })
  },
  failed: async () => undefined,
})
await jobs.start(database, { error: (...said: unknown[]) => say(`error ${JSON.stringify(said)}`), warn: (...said: unknown[]) => say(`warning ${JSON.stringify(said)}`) })
say('ready')
if (job !== undefined) await asSystem(database.db, (tx) => queue.send(tx, {}, { id: job }))
