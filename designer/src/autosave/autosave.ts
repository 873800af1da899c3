import { hashDocument } from '@tieuchi/runtime'
import { ProblemError } from '../api/problem-error.ts'
import type { UnsavedContent } from './unsaved-content.ts'

/** Something the server holds version by version. */
export interface Source {
  readonly version: number
  readonly updated_at: string
}

/** What the server says of a version it has stored. */
export type Saved = Source

/**
 * - `waiting`: changed, about to be sent;
 * - `failed`: not reached, will be tried again by itself;
 * - `refused`: the server does not take it; the next change or a retry by hand tries again;
 * - `conflict`: someone else saved in between.
 */
export type SaveStatus = 'saved' | 'waiting' | 'saving' | 'failed' | 'refused' | 'conflict'

export interface AutosaveState<Content, From extends Source> {
  readonly content: Content
  readonly version: number
  /** What the server held at that version. */
  readonly base: Content
  readonly status: SaveStatus
  readonly savedAt: string
  readonly problem?: ProblemError | undefined
  /** What the server holds, where it is not what this page began from. */
  readonly theirs?: From | undefined
}

/** The answer to a save, with what was stored where that is not all that was handed over. */
export interface Stored<Content> extends Saved {
  readonly content?: Content
}

export interface AutosaveParts<Content, From extends Source> {
  readonly source: From
  readonly contentOf: (source: From) => Content
  /** Whether it can still be written. */
  readonly isOpen: (source: From) => boolean
  readonly send: (version: number, content: Content) => Promise<Stored<Content>>
  readonly load: () => Promise<From>
  /** What was changed here since `base`, on top of what somebody else saved. */
  readonly merge: (base: Content, mine: Content, theirs: Content) => Content
  /** In place of a base that is not known. */
  readonly nothing: Content
  readonly unsaved: UnsavedContent<Content>
  readonly onSaved: (saved: Saved, content: Content) => void
  readonly delay?: number
}

export interface Autosave<Content, From extends Source> {
  readonly subscribe: (listener: () => void) => () => void
  readonly getState: () => AutosaveState<Content, From>
  readonly change: (content: Content) => void
  /** Sends what is waiting now; true once everything is saved. */
  readonly flush: () => Promise<boolean>
  /** Goes on from what the server holds and forgets what was not saved. */
  readonly adopt: (source: From) => void
  /** Saves what was changed on this page on top of the newer content. */
  readonly keepMine: () => Promise<boolean>
  readonly stop: () => void
}

const DELAY = 600
const RETRY_DELAYS = [2_000, 5_000, 10_000, 30_000] as const

const same = (a: unknown, b: unknown): boolean => hashDocument(a) === hashDocument(b)

const initialState = <Content, From extends Source>({ source, contentOf, nothing, unsaved }: AutosaveParts<Content, From>): AutosaveState<Content, From> => {
  const content = contentOf(source)
  const state: AutosaveState<Content, From> = { content, version: source.version, base: content, status: 'saved', savedAt: source.updated_at }
  const kept = unsaved.read()
  if (!kept || same(kept.content, content)) {
    unsaved.clear()
    return state
  }
  const mine = { ...state, content: kept.content }
  return kept.version === source.version ? { ...mine, status: 'waiting' } : { ...mine, version: kept.version, base: kept.base ?? nothing, status: 'conflict', theirs: source }
}

class AutosaveQueue<Content, From extends Source> implements Autosave<Content, From> {
  readonly #parts: AutosaveParts<Content, From>
  readonly #listeners = new Set<() => void>()
  #state: AutosaveState<Content, From>
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | undefined
  #failures = 0

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
    this.#parts.unsaved.write({ version: this.#state.version, content, base: this.#state.base })
    const status = this.#state.status === 'conflict' || this.#running ? this.#state.status : 'waiting'
    this.#update({ content, status })
    if (status === 'waiting') this.#schedule(this.#parts.delay ?? DELAY)
  }

  readonly flush = async (): Promise<boolean> => {
    await this.#running
    // Changes made during a request are waiting once it is over; twice is enough for all made before this call.
    for (let attempt = 0; attempt < 2 && this.#state.status !== 'saved'; attempt += 1) await this.#run()
    return this.#state.status === 'saved'
  }

  readonly adopt = (source: From): void => {
    this.stop()
    this.#parts.unsaved.clear()
    const content = this.#parts.contentOf(source)
    this.#update({ content, version: source.version, base: content, savedAt: source.updated_at, status: 'saved', theirs: undefined, problem: undefined })
  }

  readonly keepMine = (): Promise<boolean> => {
    const { theirs } = this.#state
    if (theirs) {
      const base = this.#parts.contentOf(theirs)
      const content = this.#parts.merge(this.#state.base, this.#state.content, base)
      this.#parts.unsaved.write({ version: theirs.version, content, base })
      this.#update({ content, version: theirs.version, base, status: 'waiting', theirs: undefined, problem: undefined })
    }
    return this.flush()
  }

  #update(changes: Partial<AutosaveState<Content, From>>): void {
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
    const { content: sent, version } = this.#state
    this.#update({ status: 'saving' })
    try {
      this.#confirm(await this.#parts.send(version, sent), sent)
    } catch (error) {
      const problem = error instanceof ProblemError ? error : undefined
      if (problem?.status === 409) await this.#resolveConflict(sent, problem)
      else this.#fail(problem)
    }
  }

  #confirm(saved: Stored<Content>, sent: Content): void {
    const { unsaved, onSaved } = this.#parts
    this.#failures = 0
    const finished = this.#state.content === sent
    const base = saved.content ?? sent
    if (finished) unsaved.clear()
    else unsaved.write({ version: saved.version, content: this.#state.content, base })
    this.#update({ version: saved.version, base, savedAt: saved.updated_at, status: finished ? 'saved' : 'waiting', problem: undefined })
    onSaved(saved, sent)
    if (!finished) this.#schedule(0)
  }

  /** An answer lost on the way back looks like somebody else's save; what the server holds tells the two apart. */
  async #resolveConflict(sent: Content, problem: ProblemError): Promise<void> {
    try {
      const theirs = await this.#parts.load()
      if (this.#parts.isOpen(theirs) && same(this.#parts.contentOf(theirs), sent)) this.#confirm({ version: theirs.version, updated_at: theirs.updated_at }, sent)
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

/** Keeps what is written on one page and sends each change: one request at a time, each naming the version it builds on. */
export const createAutosave = <Content, From extends Source>(parts: AutosaveParts<Content, From>): Autosave<Content, From> => new AutosaveQueue(parts)
