import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { hashDocument, type GateFinding, type GateItemId, type GateQuestion } from '@tieuchi/runtime'

export type GateFindings = Readonly<Record<GateItemId, GateFinding>>
type Question = Omit<GateQuestion, 'formIssues' | 'execution'>

const mostKept = 20

/** Judges drafts in threads of their own; the same document read with the same rules is judged once. */
export class GateRunner {
  readonly #kept = new Map<string, Promise<GateFindings>>()

  /** What the gate finds; `read` names by hash everything the draft is joined with. */
  judge(question: Question, read: readonly string[]): Promise<GateFindings> {
    const key = hashDocument([question.draft, question.at, ...read])
    const kept = this.#kept.get(key)
    if (kept) return kept
    const findings = runInThread(question)
    this.#kept.set(key, findings)
    findings.catch(() => this.#kept.delete(key))
    const oldest = this.#kept.keys().next()
    if (this.#kept.size > mostKept && !oldest.done) this.#kept.delete(oldest.value)
    return findings
  }
}

/** A thread that waits for the next draft: to start one takes longer than to judge most drafts. */
let waiting: Worker | undefined

async function runInThread(question: Question): Promise<GateFindings> {
  const thread = waiting ?? startThread()
  waiting = undefined
  // A thread at work keeps the process alive, one that waits does not.
  thread.ref()
  const findings = await answerOf(thread, question)
  thread.unref()
  if (waiting) await thread.terminate()
  else waiting = thread
  return findings
}

function startThread(): Worker {
  const thread = new Worker(new URL('./gate-worker.ts', import.meta.url))
  thread.once('exit', () => {
    if (waiting === thread) waiting = undefined
  })
  return thread
}

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
