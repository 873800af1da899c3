import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { hashDocument, installedExtensions, type GateFinding, type GateItemId, type GateQuestion } from '@tieuchi/runtime'

export type GateFindings = Readonly<Record<GateItemId, GateFinding>>
type Question = Omit<GateQuestion, 'formIssues' | 'execution'>

const mostKept = 20

/** A document that was asked about, and how many still wait for what is found. */
interface Asked {
  readonly findings: Promise<GateFindings>
  waiting: number
}

/** What is asked of which draft. */
export interface GateAsked {
  readonly draft: string
  readonly question: Question
  /** Names by hash everything the draft is joined with. */
  readonly read: readonly string[]
  /** Told when whoever asked has gone. */
  readonly gone?: AbortSignal | undefined
}

/**
 * Judges drafts in threads of their own; the same document read with the same rules is judged once. Of one draft one document at a
 * time: whoever writes on asks about the next while the last is judged, and one nobody waits for any more is not begun.
 */
export class GateRunner {
  readonly #kept = new Map<string, Asked>()
  readonly #last = new Map<string, Promise<GateFindings>>()

  /** What the gate finds. */
  judge({ draft, question, read, gone }: GateAsked): Promise<GateFindings> {
    if (gone?.aborted) return Promise.reject(new NobodyWaits())
    const key = hashDocument([question.draft, question.at, ...read])
    const asked = this.#kept.get(key) ?? this.#begin(draft, key, question)
    asked.waiting += 1
    gone?.addEventListener('abort', () => {
      asked.waiting -= 1
    }, { once: true })
    return asked.findings
  }

  #begin(draft: string, key: string, question: Question): Asked {
    const findings = this.#inTurn(draft, () => {
      if (asked.waiting > 0) return runInThread(question)
      this.#kept.delete(key)
      throw new NobodyWaits()
    })
    const asked: Asked = { findings, waiting: 0 }
    this.#kept.set(key, asked)
    findings.catch(() => this.#kept.get(key) === asked && this.#kept.delete(key))
    const oldest = this.#kept.keys().next()
    if (this.#kept.size > mostKept && !oldest.done) this.#kept.delete(oldest.value)
    return asked
  }

  async #inTurn(draft: string, work: () => Promise<GateFindings>): Promise<GateFindings> {
    const before = this.#last.get(draft)
    const turn = Promise.allSettled([before]).then(work)
    this.#last.set(draft, turn)
    try {
      return await turn
    } finally {
      if (this.#last.get(draft) === turn) this.#last.delete(draft)
    }
  }
}

/** Everybody who asked has gone before it was their turn. */
export class NobodyWaits extends Error {}

/** A thread, and with which packages of code it was started: rules mean to it what they did then. */
interface Thread {
  readonly worker: Worker
  readonly packages: string
}

/** A thread that waits for the next draft: to start one takes longer than to judge most drafts. */
let waiting: Thread | undefined

async function runInThread(question: Question): Promise<GateFindings> {
  const thread = (await takeWaiting()) ?? startThread()
  // A thread at work keeps the process alive, one that waits does not.
  thread.worker.ref()
  const findings = await answerOf(thread.worker, question)
  thread.worker.unref()
  if (waiting) await thread.worker.terminate()
  else waiting = thread
  return findings
}

async function takeWaiting(): Promise<Thread | undefined> {
  const thread = waiting
  waiting = undefined
  if (thread === undefined || thread.packages === packagesNow()) return thread
  await thread.worker.terminate()
  return undefined
}

function startThread(): Thread {
  const thread = { worker: new Worker(new URL('./gate-worker.ts', import.meta.url)), packages: packagesNow() }
  thread.worker.once('exit', () => {
    if (waiting === thread) waiting = undefined
  })
  return thread
}

const packagesNow = (): string => JSON.stringify([process.env['EXTENSIONS_FILE'], ...[...installedExtensions().values()].map(({ name, version }) => [name, version])])

async function answerOf(thread: Worker, question: Question): Promise<GateFindings> {
  const answered = new AbortController()
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    thread.postMessage(question)
    return await Promise.race([
      once(thread, 'message', answered).then(([findings]: GateFindings[]) => findings as GateFindings),
      once(thread, 'exit', answered).then(([code]: number[]): never => {
        throw new Error(`The gate ended without a finding (${code})`)
      }),
    ])
  } finally {
    answered.abort()
  }
}
