import type { Issue } from '@tieuchi/runtime'
import type { LintedDraft } from './lint-worker.ts'

/** What was found in a draft. */
export interface Linted {
  readonly draft: LintedDraft
  readonly issues: readonly Issue[]
}

/** Looks at one draft after the other, away from the page. */
export type LintThread = (draft: LintedDraft) => Promise<readonly Issue[]>

const isSame = (a: LintedDraft | undefined, b: LintedDraft): boolean => a?.draft === b.draft && a.document === b.document && a.extended === b.extended && a.others === b.others && a.today === b.today

/** So many milliseconds without another change, then the draft is looked at. */
const pause = 400

/**
 * Looks at the draft on the page beside the page, for a long table takes seconds; several parts of the page ask for the same one.
 * While one is looked at only the newest waits; what was found last stands until then.
 */
export class LintDesk {
  readonly #listeners = new Set<() => void>()
  readonly #begin: () => LintThread
  #thread: LintThread | undefined
  #asked: LintedDraft | undefined
  #running: LintedDraft | undefined
  #waiting: ReturnType<typeof setTimeout> | undefined
  #last: Linted | undefined

  constructor(begin: () => LintThread) {
    this.#begin = begin
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly last = (): Linted | undefined => this.#last

  readonly ask = (draft: LintedDraft): void => {
    if (isSame(this.#asked, draft)) return
    const first = this.#asked === undefined
    this.#asked = draft
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(this.#look, first ? 0 : pause)
  }

  readonly #look = (): void => {
    this.#waiting = undefined
    this.#run()
  }

  #run(): void {
    if (this.#running || !this.#asked || isSame(this.#last?.draft, this.#asked)) return
    this.#thread ??= this.#begin()
    this.#running = this.#asked
    void this.#thread(this.#running).then(this.#tell, () => this.#tell([]))
  }

  readonly #tell = (issues: readonly Issue[]): void => {
    const draft = this.#running
    this.#running = undefined
    if (!draft) return
    this.#last = { draft, issues }
    for (const listener of this.#listeners) listener()
    // Whoever still writes is waited for.
    if (this.#waiting === undefined) this.#run()
  }
}

const startLintThread = (): LintThread => {
  const worker = new Worker(new URL('lint-worker.ts', import.meta.url), { type: 'module' })
  return (draft) => new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<readonly Issue[]>) => resolve(data), { once: true })
    worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true })
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
    worker.postMessage(draft)
  })
}

export const lintDesk = new LintDesk(startLintThread)
