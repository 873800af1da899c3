import type { ConstructorOptions, PgBoss, Queue } from 'pg-boss'
import type { Database } from '../plugins/database.ts'
import type { JobData, QueueWork } from './job-queue.ts'

/**
 * A process that was not heard of for `heartbeatSeconds`, the shortest the library allows, is taken for dead; whoever looks next, after
 * `superviseSeconds` or twice that where two processes miss each other, gives its job to another. One that is merely slow says so long before.
 */
const heartbeatSeconds = 10
const heartbeatRefreshSeconds = 2
const superviseSeconds = 3
const day = 24 * 3600

/** Its schedules, flows, statistics and upkeep of large tables are not used, or once a day. */
const options: ConstructorOptions = {
  schedule: false,
  registerInstance: false,
  monitorVacuum: false,
  reindex: false,
  openTelemetry: { enabled: false },
  superviseIntervalSeconds: superviseSeconds,
  monitorIntervalSeconds: superviseSeconds,
  flowIntervalSeconds: day,
  bamIntervalSeconds: day,
  queueCacheIntervalSeconds: day,
}

/** Loads the library, which only a program that works on jobs needs, and has it make or update its tables: of programs that start together one does. */
export async function openLibrary({ kind, query }: Pick<Database, 'kind' | 'query'>) {
  const { PgBoss: Boss, fromKysely } = await import('pg-boss')
  const boss = new Boss({ ...options, backend: kind === 'embedded' ? 'pglite' : 'postgres', db: { executeSql: query } })
  return { boss, fromKysely }
}

export type Library = Awaited<ReturnType<typeof openLibrary>>

/** Where jobs go whose every attempt has failed, to be told. */
export const failedQueue = (name: string): string => `${name}_failed`

/** Makes the queue with its settings, or gives one that is there the settings of this version. */
export async function settleQueue<Data extends JobData>(boss: PgBoss, { name, retries = 3, longestSeconds = 3600 }: QueueWork<Data>): Promise<void> {
  const failed = failedQueue(name)
  await settle(boss, failed, { retryLimit: 10, retryDelay: 1, retryBackoff: true, heartbeatSeconds })
  await settle(boss, name, { retryLimit: retries, retryDelay: 1, retryBackoff: true, expireInSeconds: longestSeconds, heartbeatSeconds, deadLetter: failed })
}

async function settle(boss: PgBoss, name: string, settings: Omit<Queue, 'name'>): Promise<void> {
  await boss.createQueue(name, settings)
  await boss.updateQueue(name, settings)
}

/** The shortest the library allows; and for what nobody waits for. */
export const polling = { pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds } as const
export const patientPolling = { pollingIntervalSeconds: 2, heartbeatRefreshSeconds, includeMetadata: true } as const
