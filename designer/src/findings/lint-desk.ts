import type { Issue } from '@tieuchi/runtime'
import type { LintedDraft } from './lint-worker.ts'

/** What was found in a draft. */
export interface Linted {
  readonly draft: LintedDraft
  readonly issues: readonly Issue[]
}

const isSame = (a: LintedDraft | undefined, b: LintedDraft): boolean => a?.draft === b.draft && a.document === b.document && a.extended === b.extended && a.others === b.others && a.today === b.today

/** So many milliseconds without another change, then the draft is looked at. */
const pause = 150

/**
 * Looks at the draft on the page beside the page, for a long table takes seconds; several parts of the page ask for the same one.
 * While one is looked at only the newest waits; what was found last stands until then.
 */
class LintDesk {
  readonly #listeners = new Set<() => void>()
  #worker: Worker | undefined
  #asked: LintedDraft | undefined
  #running: LintedDraft | undefined
  #waiting: ReturnType<typeof setTimeout> | undefined
  #last: Linted | undefined

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
    this.#waiting = setTimeout(this.#run, first ? 0 : pause)
  }

  readonly #run = (): void => {
    if (this.#running || !this.#asked) return
    this.#worker ??= this.#start()
    this.#running = this.#asked
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
    this.#worker.postMessage(this.#running)
  }

  readonly #start = (): Worker => {
    const worker = new Worker(new URL('lint-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<readonly Issue[]>) => this.#tell(data))
    worker.addEventListener('error', () => this.#tell([]))
    return worker
  }

  readonly #tell = (issues: readonly Issue[]): void => {
    const draft = this.#running
    this.#running = undefined
    if (!draft) return
    this.#last = { draft, issues }
    for (const listener of this.#listeners) listener()
    if (!isSame(this.#asked, draft)) this.#run()
  }
}

export const lintDesk = new LintDesk()
