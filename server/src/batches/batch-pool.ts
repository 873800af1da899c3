import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { KernelProgram } from '@tieuchi/runtime/columns/circuit/schedule.ts'
import type { KernelPart, RunKernel } from '@tieuchi/runtime/columns/planes.ts'
import type { WorkerReply, WorkerTask } from './batch-task.ts'

interface PoolOptions {
  /** Threads; as many as the machine has cores unless said. */
  readonly size?: number
  readonly spawn?: () => Worker
}

/** A task on its way: how often it was given out, and whom to tell. */
interface Job {
  readonly program: KernelProgram
  readonly parts: readonly KernelPart[]
  tries: number
  readonly done: () => void
  readonly failed: (error: Error) => void
}

/** A thread, what it is doing, and the kernels it has. */
interface Thread {
  readonly worker: Worker
  readonly kernels: Set<number>
  job?: { readonly id: number; readonly job: Job }
}

/** A thread that dies with a task takes it along at most so often. */
const mostTries = 3
/** Small enough that all threads end at about the same time. */
const jobsOfThread = 3

const spawnWorker = (): Worker => new Worker(new URL('./batch-worker.ts', import.meta.url))

/**
 * Threads that run kernels over columns. They are started at first use and stay. What a thread was doing when it ended is done by
 * another: a part writes the same results however often it runs.
 */
export class BatchPool {
  readonly #size: number
  readonly #spawn: () => Worker
  readonly #threads = new Set<Thread>()
  readonly #waiting: Job[] = []
  readonly #numbers = new WeakMap<KernelProgram, number>()
  #lastNumber = 0
  #lastId = 0
  #closed = false

  constructor({ size = availableParallelism(), spawn = spawnWorker }: PoolOptions = {}) {
    this.#size = size
    this.#spawn = spawn
  }

  /** Runs a program over its parts; settled when all are done, or one has failed. */
  readonly run: RunKernel = async (program, parts) => {
    if (this.#closed) throw new Error('The threads for batches were closed')
    await Promise.all(shared(parts, this.#size * jobsOfThread).map((some) => this.#submit(program, some)))
  }

  /** Ends all threads; what they were doing fails. */
  async close(): Promise<void> {
    this.#closed = true
    const threads = [...this.#threads]
    await Promise.all(threads.map(({ worker }) => worker.terminate()))
  }

  #submit(program: KernelProgram, parts: readonly KernelPart[]): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ program, parts, tries: 0, done, failed })
      this.#assign()
    })
  }

  #assign(): void {
    while (this.#waiting.length > 0) {
      const thread = [...this.#threads].find(({ job }) => job === undefined) ?? this.#start()
      const job = thread && this.#waiting.shift()
      if (!thread || !job) return
      this.#give(thread, job)
    }
  }

  #give(thread: Thread, job: Job): void {
    const kernel = this.#numbers.get(job.program) ?? (this.#lastNumber += 1)
    this.#numbers.set(job.program, kernel)
    const id = (this.#lastId += 1)
    const task: WorkerTask = { id, kernel, parts: job.parts, ...(thread.kernels.has(kernel) ? {} : { program: job.program }) }
    job.tries += 1
    thread.job = { id, job }
    thread.kernels.add(kernel)
    // A thread at work keeps the process alive, one that waits does not.
    thread.worker.ref()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    thread.worker.postMessage(task)
  }

  #start(): Thread | undefined {
    if (this.#threads.size >= this.#size || this.#closed) return undefined
    const worker = this.#spawn()
    const thread: Thread = { worker, kernels: new Set() }
    worker.unref()
    worker.on('message', (reply: WorkerReply) => this.#finish(thread, reply))
    worker.on('error', () => undefined)
    worker.on('exit', () => this.#bury(thread))
    this.#threads.add(thread)
    return thread
  }

  #finish(thread: Thread, { id, forgotten, failure }: WorkerReply): void {
    forgotten.forEach((number) => thread.kernels.delete(number))
    if (thread.job?.id !== id) return
    const { job } = thread.job
    delete thread.job
    thread.worker.unref()
    if (failure === undefined) job.done()
    else job.failed(new Error(failure))
    this.#assign()
  }

  /** Another thread takes over what an ended one was doing. */
  #bury(thread: Thread): void {
    this.#threads.delete(thread)
    const job = thread.job?.job
    if (!job) return
    if (this.#closed || job.tries >= mostTries) job.failed(new Error('The thread that computed a batch ended'))
    else this.#waiting.unshift(job)
    this.#assign()
  }
}

/** Parts in at most so many groups of about the same work. */
function shared(parts: readonly KernelPart[], most: number): readonly (readonly KernelPart[])[] {
  const work = ({ memory }: KernelPart) => memory.data.length
  const total = parts.reduce((sum, part) => sum + work(part), 0)
  const groups = Array.from({ length: most }, (): KernelPart[] => [])
  let done = 0
  for (const part of parts) {
    groups[Math.min(most - 1, Math.floor((done / Math.max(1, total)) * most))]?.push(part)
    done += work(part)
  }
  return groups.filter((group) => group.length > 0)
}
