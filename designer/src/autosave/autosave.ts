import { ProblemError } from '../api/problem-error.ts'
import { afresh, initialState, meet, withUnanswered, type AutosaveParts, type AutosaveState, type Saved, type Source } from './autosave-state.ts'

export interface Autosave<Content, From extends Source> {
  readonly subscribe: (listener: () => void) => () => void
  readonly getState: () => AutosaveState<Content, From>
  readonly change: (content: Content) => void
  /** Sends what is waiting now; true once everything is saved. */
  readonly flush: () => Promise<boolean>
  /** Goes on from what the server holds and forgets what was not saved. */
  readonly adopt: (source: From) => void
  /** Takes in what the server holds now, and keeps what was changed here; what is not newer changes nothing. */
  readonly receive: (source: From) => void
  /** Saves what a person decided between this page and the newer content. */
  readonly settle: (content: Content) => Promise<boolean>
  readonly stop: () => void
}

const DELAY = 600
/** Whoever types without a pause is saved this often. */
const LONGEST_DELAY = 2_000
/** So long an answer is waited for that does not come, each time twice as long; what is sent again is the same save. */
const PATIENCE = 20_000
const MOST_DOUBLINGS = 4
const RETRY_DELAYS = [1_000, 2_000, 5_000, 10_000, 30_000] as const

class AutosaveQueue<Content, From extends Source> implements Autosave<Content, From> {
  readonly #parts: AutosaveParts<Content, From>
  readonly #listeners = new Set<() => void>()
  #state: AutosaveState<Content, From>
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | undefined
  #failures = 0
  #waitingSince = 0

  constructor(parts: AutosaveParts<Content, From>) {
    this.#parts = parts
    this.#state = initialState(parts)
    if (this.#state.status === 'waiting') this.#schedule(0)
  }

  readonly getState = (): AutosaveState<Content, From> => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly stop = (): void => clearTimeout(this.#timer)

  readonly change = (content: Content): void => {
    const before = this.#state.status
    const held = this.#running !== undefined || before === 'conflict' || before === 'failed'
    this.#update({ content, status: held ? before : 'waiting' })
    this.#keep()
    if (held) return
    if (before !== 'waiting') this.#waitingSince = Date.now()
    this.#scheduleSoon()
  }

  readonly flush = async (): Promise<boolean> => {
    await this.#running
    // Changes made during a request are waiting once it is over, and so are both sides put together after somebody else's save.
    for (let attempt = 0; attempt < 3 && this.#state.status !== 'saved'; attempt += 1) await this.#run()
    return this.#state.status === 'saved'
  }

  readonly adopt = (source: From): void => {
    this.stop()
    this.#replace(afresh(this.#parts, source))
  }

  readonly receive = (source: From): void => {
    const { theirs, version } = this.#state
    if (this.#running || source.version <= (theirs?.version ?? version)) return
    this.#meet(source)
  }

  readonly settle = (content: Content): Promise<boolean> => {
    const { theirs } = this.#state
    if (theirs) this.#replace({ ...afresh(this.#parts, theirs), content, status: 'waiting' })
    return this.flush()
  }

  #meet(theirs: From, problem?: ProblemError): void {
    this.stop()
    this.#replace({ ...meet(this.#parts, this.#state, theirs), problem, retryAt: undefined })
    if (this.#state.status === 'conflict') return
    this.#parts.onReceived(theirs)
    if (this.#state.status === 'waiting') this.#schedule(0)
  }

  #update(changes: Partial<AutosaveState<Content, From>>): void {
    this.#replace({ ...this.#state, ...changes }, false)
  }

  #replace(state: AutosaveState<Content, From>, keeping = true): void {
    this.#state = state
    if (keeping) this.#keep()
    for (const listener of this.#listeners) listener()
  }

  /** What is not confirmed survives a reload. */
  #keep(): void {
    const { status, version, content, base, unanswered } = this.#state
    if (status === 'saved') this.#parts.unsaved.clear()
    else this.#parts.unsaved.write({ version, content, base, ...(unanswered.length > 0 && { unanswered }) })
  }

  /** A moment after the last change, also of those made while the last save was under way; typing on puts it off, but not for ever. */
  #scheduleSoon(): void {
    this.#schedule(Math.min(this.#parts.delay ?? DELAY, this.#waitingSince + LONGEST_DELAY - Date.now()))
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
    const { content, version } = this.#state
    const sent = this.#parts.storable(content)
    this.#waitingSince = Date.now()
    this.#replace({ ...this.#state, status: 'saving', retryAt: undefined, unanswered: withUnanswered(this.#state.unanswered, sent) })
    try {
      this.#confirm(await this.#ask(version, sent), sent, this.#state.content === content)
    } catch (error) {
      const problem = error instanceof ProblemError ? error : undefined
      if (problem?.status === 409) await this.#load(problem)
      else this.#fail(problem)
    }
  }

  async #ask(version: number, sent: Content): Promise<Saved> {
    const patience = new AbortController()
    const timer = setTimeout(() => patience.abort(), PATIENCE * 2 ** Math.min(this.#failures, MOST_DOUBLINGS))
    try {
      return await this.#parts.send(version, sent, patience.signal)
    } finally {
      clearTimeout(timer)
    }
  }

  #confirm(saved: Saved, sent: Content, finished: boolean): void {
    this.#failures = 0
    this.#replace({ content: this.#state.content, base: sent, version: saved.version, savedAt: saved.updated_at, status: finished ? 'saved' : 'waiting', unanswered: [] })
    this.#parts.onSaved(saved, sent)
    if (!finished) this.#scheduleSoon()
  }

  async #load(problem: ProblemError): Promise<void> {
    try {
      this.#meet(await this.#parts.load(), problem)
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
    this.#update({ status: 'failed', problem, retryAt: Date.now() + wait })
    this.#schedule(wait)
  }
}

/** Keeps what is written on one page and sends each change: one request at a time, each naming the version it builds on. */
export const createAutosave = <Content, From extends Source>(parts: AutosaveParts<Content, From>): Autosave<Content, From> => new AutosaveQueue(parts)
