import type { Tx } from '../plugins/database.ts'

/** What a job carries: ids of what it is about. Answers, names and results stay in their tables. */
export type JobData = Readonly<Record<string, string>>

export interface RunningJob<Data extends JobData> {
  readonly id: string
  readonly data: Data
  /** 1 the first time; more where it threw, its process died, or the program stopped before it was done. */
  readonly attempt: number
  /** Aborted where the program stops, and where the job was cancelled or is another process's by now: what is left must not be done. */
  readonly signal: AbortSignal
}

export interface FailedJob<Data extends JobData> {
  readonly id: string
  readonly data: Data
  /** For the log and for developers, in English: what the last attempt threw, or that its process was not heard of any more. */
  readonly reason: string
}

/** A queue of a feature. What works on it may be killed at any moment and is then begun anew, so it must bear that. */
export interface QueueWork<Data extends JobData> {
  /** Letters, digits, `_` and `-`; kept for ever, for jobs of earlier versions wait under it. */
  readonly name: string
  /**
   * Done where it returns; throws where it ends early, as after `signal.throwIfAborted()`. Never keeps a transaction open for longer
   * than a moment: the embedded database has one connection for everybody. Never holds the thread for seconds, or its process seems dead.
   */
  work(job: RunningJob<Data>): Promise<void>
  /** Told once, when every attempt has failed. */
  failed(job: FailedJob<Data>): Promise<void>
  /** Jobs of this queue that one process works on at the same time, 1 unless said. */
  readonly concurrency?: number
  /** Attempts after the first, 3 unless said. */
  readonly retries?: number
  /** After so long an attempt has failed, an hour unless said. */
  readonly longestSeconds?: number
}

/** Where a feature sends its jobs. */
export interface JobQueue<Data extends JobData> {
  /**
   * Makes a job exist exactly if the transaction commits; it begins at once in this process where that is free, else within half a
   * second. Returns the job's id, or undefined where there is, or was in the last days, a job of the id given.
   */
  send(tx: Tx, data: Data, options?: { readonly id?: string }): Promise<string | undefined>
  /** Takes a job away if the transaction commits: one that waits never begins, the signal of one that runs is aborted within seconds. */
  cancel(tx: Tx, id: string): Promise<void>
}
