import type { FastifyBaseLogger } from 'fastify'
import type { Job, JobWithMetadata } from 'pg-boss'
import { afterCommit, asProgram, type Database, type Tx } from '../plugins/database.ts'
import { failedQueue, openLibrary, patientPolling, polling, settleQueue, type Library } from './job-library.ts'
import type { JobData, JobQueue, QueueWork } from './job-queue.ts'
import { QuietLog } from './quiet-log.ts'

type Log = Pick<FastifyBaseLogger, 'error' | 'warn'>

interface Working extends Library {
  readonly log: Log
  /** The workers of this process by queue, to be woken. */
  readonly workers: Map<string, string[]>
}

/** Jobs that have not ended by themselves after so long when the program stops are given back. */
const graceMilliseconds = 5000

/**
 * What the program does apart from requests. Jobs wait in the database and are taken by whichever process is free; a job whose process
 * dies is begun anew by another within about fifteen seconds. Features register their queues first; nothing runs before `start`.
 */
export class Jobs {
  readonly #starts: ((working: Working) => Promise<void>)[] = []
  readonly #stopping = new AbortController()
  #working: Working | undefined

  register<Data extends JobData>(queue: QueueWork<Data>): JobQueue<Data> {
    this.#starts.push((working) => this.#startQueue(working, queue))
    return {
      send: (tx, data, options) => this.#send(tx, queue.name, data, options?.id),
      cancel: (tx, id) => this.#cancel(tx, queue.name, id),
    }
  }

  /** Begins to work; without queues there is nothing to do. What goes wrong later is said in the log and ends nothing. */
  async start(database: Pick<Database, 'kind' | 'query'>, log: Log): Promise<void> {
    if (this.#starts.length === 0) return
    const library = await openLibrary(database)
    const quiet = new QuietLog(log)
    library.boss.on('error', (error) => quiet.error(error))
    library.boss.on('warning', ({ message, data }) => log.warn({ data }, message))
    const working = { ...library, log, workers: new Map() }
    this.#working = working
    await library.boss.start()
    for (const start of this.#starts) await start(working)
  }

  /** Takes no more jobs, asks those running to end, and gives back what has not ended shortly. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#working?.boss.stop({ close: false, timeout: graceMilliseconds })
  }

  async #startQueue<Data extends JobData>(working: Working, queue: QueueWork<Data>): Promise<void> {
    const { boss, workers } = working
    await settleQueue(boss, queue)
    const ids: string[] = []
    for (let count = queue.concurrency ?? 1; count > 0; count -= 1) ids.push(await boss.work<Data>(queue.name, polling, ([job]) => this.#run(working, queue, job)))
    workers.set(queue.name, ids)
    await boss.work(failedQueue(queue.name), patientPolling, ([job]: JobWithMetadata<Data>[]) => tellFailed(queue, job))
  }

  async #run<Data extends JobData>(working: Working, queue: QueueWork<Data>, job: Job<Data> | undefined): Promise<void> {
    if (job === undefined) return
    const { id, data, retryCount } = job
    const signal = AbortSignal.any([job.signal, this.#stopping.signal])
    try {
      await queue.work({ id, data, attempt: retryCount + 1, signal })
    } catch (error) {
      if (!signal.aborted) working.log.error({ err: error, queue: queue.name, job: id }, 'A job has failed')
      throw error
    } finally {
      // The next one waits for nothing.
      wake(working, queue.name)
    }
  }

  #workingOrThrow(): Working {
    if (this.#working === undefined) throw new Error('Jobs can be sent once they have been started')
    return this.#working
  }

  async #send(tx: Tx, name: string, data: JobData, id: string | undefined): Promise<string | undefined> {
    const working = this.#workingOrThrow()
    const { boss, fromKysely } = working
    const sent = await asProgram(tx, () => boss.send(name, data, { db: fromKysely(tx), ...(id !== undefined && { id }) }))
    afterCommit(tx, () => wake(working, name))
    return sent ?? undefined
  }

  async #cancel(tx: Tx, name: string, id: string): Promise<void> {
    const { boss, fromKysely } = this.#workingOrThrow()
    await asProgram(tx, () => boss.cancel(name, id, { db: fromKysely(tx) }))
  }
}

function wake({ boss, workers }: Working, queue: string): void {
  workers.get(queue)?.forEach((worker) => boss.notifyWorker(worker))
}

async function tellFailed<Data extends JobData>(queue: QueueWork<Data>, job: JobWithMetadata<Data> | undefined): Promise<void> {
  if (job === undefined) return
  await queue.failed({ id: job.sourceId ?? job.id, data: job.data, reason: reasonIn(job.sourceOutput) })
}

/** What was thrown is kept as it was; what the library says itself stands one level deeper. */
function reasonIn(output: object | null): string {
  if (output !== null && 'message' in output) return String(output.message)
  if (output !== null && 'value' in output && typeof output.value === 'object') return reasonIn(output.value)
  return JSON.stringify(output)
}
