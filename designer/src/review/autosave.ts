import { hashDocument } from '@tieuchi/runtime'
import type { Submission, SubmissionAnswers } from '../api/contract.ts'
import { ProblemError } from '../api/problem-error.ts'
import type { Saved } from '../api/submission-api.ts'
import { mergeAnswers } from './merge-answers.ts'
import type { UnsavedAnswers } from './unsaved-answers.ts'

/**
 * - `waiting`: changed, about to be sent;
 * - `failed`: not reached, will be tried again by itself;
 * - `refused`: the server does not take it; the next change or a retry by hand tries again;
 * - `conflict`: someone else saved in between.
 */
export type SaveStatus = 'saved' | 'waiting' | 'saving' | 'failed' | 'refused' | 'conflict'

export interface AutosaveState {
  readonly answers: SubmissionAnswers
  readonly version: number
  /** What the server held at that version. */
  readonly base: SubmissionAnswers
  readonly status: SaveStatus
  readonly savedAt: string
  readonly problem?: ProblemError | undefined
  /** What the server holds, where it is not what this page began from. */
  readonly theirs?: Submission | undefined
}

/** The answer to a save, with what was stored where that is not all that was handed over. */
export interface Stored extends Saved {
  readonly answers?: SubmissionAnswers
}

export interface AutosaveParts {
  readonly submission: Submission
  readonly send: (version: number, answers: SubmissionAnswers) => Promise<Stored>
  readonly load: () => Promise<Submission>
  readonly unsaved: UnsavedAnswers
  readonly onSaved: (saved: Saved, answers: SubmissionAnswers) => void
  readonly delay?: number
}

export interface Autosave {
  readonly subscribe: (listener: () => void) => () => void
  readonly getState: () => AutosaveState
  readonly change: (answers: SubmissionAnswers) => void
  /** Sends what is waiting now; true once everything is saved. */
  readonly flush: () => Promise<boolean>
  /** Goes on from what the server holds and forgets what was not saved. */
  readonly adopt: (submission: Submission) => void
  /** Saves what was changed on this page on top of the newer answers. */
  readonly keepMine: () => Promise<boolean>
  readonly stop: () => void
}

const DELAY = 600
const RETRY_DELAYS = [2_000, 5_000, 10_000, 30_000] as const

const nothing: SubmissionAnswers = { household: {}, members: [] }

const sameAnswers = (a: SubmissionAnswers, b: SubmissionAnswers): boolean => hashDocument(a) === hashDocument(b)

const initialState = ({ submission, unsaved }: AutosaveParts): AutosaveState => {
  const state: AutosaveState = { answers: submission.answers, version: submission.version, base: submission.answers, status: 'saved', savedAt: submission.updated_at }
  const kept = unsaved.read()
  if (!kept || sameAnswers(kept.answers, submission.answers)) {
    unsaved.clear()
    return state
  }
  const mine = { ...state, answers: kept.answers }
  return kept.version === submission.version ? { ...mine, status: 'waiting' } : { ...mine, version: kept.version, base: kept.base ?? nothing, status: 'conflict', theirs: submission }
}

class AutosaveQueue {
  readonly #parts: AutosaveParts
  readonly #listeners = new Set<() => void>()
  #state: AutosaveState
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | undefined
  #failures = 0

  constructor(parts: AutosaveParts) {
    this.#parts = parts
    this.#state = initialState(parts)
    if (this.#state.status === 'waiting') this.#schedule(0)
  }

  readonly getState = (): AutosaveState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly stop = (): void => clearTimeout(this.#timer)

  readonly change = (answers: SubmissionAnswers): void => {
    this.#parts.unsaved.write({ version: this.#state.version, answers, base: this.#state.base })
    const status = this.#state.status === 'conflict' || this.#running ? this.#state.status : 'waiting'
    this.#update({ answers, status })
    if (status === 'waiting') this.#schedule(this.#parts.delay ?? DELAY)
  }

  readonly flush = async (): Promise<boolean> => {
    await this.#running
    // Changes made during a request are waiting once it is over; twice is enough for all made before this call.
    for (let attempt = 0; attempt < 2 && this.#state.status !== 'saved'; attempt += 1) await this.#run()
    return this.#state.status === 'saved'
  }

  readonly adopt = ({ answers, version, updated_at: savedAt }: Submission): void => {
    this.stop()
    this.#parts.unsaved.clear()
    this.#update({ answers, version, base: answers, savedAt, status: 'saved', theirs: undefined, problem: undefined })
  }

  readonly keepMine = (): Promise<boolean> => {
    const { theirs } = this.#state
    if (theirs) {
      const { answers } = mergeAnswers(this.#state.base, this.#state.answers, theirs.answers)
      this.#parts.unsaved.write({ version: theirs.version, answers, base: theirs.answers })
      this.#update({ answers, version: theirs.version, base: theirs.answers, status: 'waiting', theirs: undefined, problem: undefined })
    }
    return this.flush()
  }

  #update(changes: Partial<AutosaveState>): void {
    this.#state = { ...this.#state, ...changes }
    for (const listener of this.#listeners) listener()
  }

  #schedule(wait: number): void {
    this.stop()
    this.#timer = setTimeout(() => void this.#run(), wait)
  }

  #run(): Promise<void> {
    this.stop()
    if (this.#running) return this.#running
    if (this.#state.status === 'saved' || this.#state.status === 'conflict') return Promise.resolve()
    this.#running = this.#send().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  async #send(): Promise<void> {
    const { answers: sent, version } = this.#state
    this.#update({ status: 'saving' })
    try {
      this.#confirm(await this.#parts.send(version, sent), sent)
    } catch (error) {
      const problem = error instanceof ProblemError ? error : undefined
      if (problem?.status === 409) await this.#resolveConflict(sent, problem)
      else this.#fail(problem)
    }
  }

  #confirm(saved: Stored, sent: SubmissionAnswers): void {
    const { unsaved, onSaved } = this.#parts
    this.#failures = 0
    const finished = this.#state.answers === sent
    const base = saved.answers ?? sent
    if (finished) unsaved.clear()
    else unsaved.write({ version: saved.version, answers: this.#state.answers, base })
    this.#update({ version: saved.version, base, savedAt: saved.updated_at, status: finished ? 'saved' : 'waiting', problem: undefined })
    onSaved(saved, sent)
    if (!finished) this.#schedule(0)
  }

  /** An answer lost on the way back looks like somebody else's save; what the server holds tells the two apart. */
  async #resolveConflict(sent: SubmissionAnswers, problem: ProblemError): Promise<void> {
    try {
      const theirs = await this.#parts.load()
      if (theirs.state === 'draft' && sameAnswers(theirs.answers, sent)) this.#confirm(theirs, sent)
      else this.#update({ status: 'conflict', theirs, problem })
    } catch {
      this.#fail(undefined)
    }
  }

  #fail(problem: ProblemError | undefined): void {
    if (problem && problem.status > 0 && problem.status < 500 && problem.status !== 429) {
      this.#update({ status: 'refused', problem })
      return
    }
    const wait = RETRY_DELAYS[Math.min(this.#failures, RETRY_DELAYS.length - 1)] ?? DELAY
    this.#failures += 1
    this.#update({ status: 'failed', problem })
    this.#schedule(wait)
  }
}

/** Keeps the answers of one draft and sends each change: one request at a time, each naming the version it builds on. */
export const createAutosave = (parts: AutosaveParts): Autosave => new AutosaveQueue(parts)
