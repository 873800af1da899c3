import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import type { Db } from '@tieuchi/server/plugins/database.ts'

const script = fileURLToPath(new URL('job-process.ts', import.meta.url))

/** As if no process had been heard of for so long: takes the place of waiting until a killed one is taken for dead. */
export async function letSilencePass(db: Db, seconds: number): Promise<void> {
  await sql`update pgboss.job set heartbeat_on = heartbeat_on - make_interval(secs => ${seconds}) where state = 'active'`.execute(db)
}

export interface JobProcess {
  /** What it said so far, a line for each attempt: `begun <job> <attempt>`. */
  readonly lines: readonly string[]
  /** Ends it without warning. */
  kill(): Promise<void>
}

/** A process of its own that works on jobs without end in a PostgreSQL database, and sends one of this id where one is given. */
export async function spawnJobProcess(url: string, job?: string): Promise<JobProcess> {
  const child = spawn(process.execPath, [script, url, ...(job === undefined ? [] : [job])], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  const reader = createInterface(child.stdout)
  reader.on('line', (line) => lines.push(line))
  await once(reader, 'line')
  return {
    lines,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
