import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chosenDatabase, createServerDatabase } from '../support/databases.ts'
import { spawnServer } from '../support/server-process.ts'

/** The program as a user starts it, on data of its own. */
export interface StartedServer {
  readonly address: string
  /** Ends the process without warning and starts it again on the same data and port. */
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
}

export const startServer = async (): Promise<StartedServer> => {
  const data = await mkdtemp(join(tmpdir(), 'tieuchi-e2e-'))
  const database = chosenDatabase() === 'postgresql' ? await createServerDatabase() : undefined
  const args = ['--data', data, '--households', '60', '--demo', '--no-past']
  const env = { DATABASE_URL: database?.url ?? '' }
  let running = await spawnServer(args, env).ready
  const { address } = running
  return {
    address,
    restart: async () => {
      await running.stop('SIGKILL')
      running = await spawnServer([...args, '--port', new URL(address).port], env).ready
    },
    stop: async () => {
      await running.stop('SIGINT')
      await database?.drop()
      await rm(data, { recursive: true, force: true })
    },
  }
}
