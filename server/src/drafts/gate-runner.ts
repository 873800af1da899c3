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
    const findings = runInWorker(question)
    this.#kept.set(key, findings)
    findings.catch(() => this.#kept.delete(key))
    const oldest = this.#kept.keys().next()
    if (this.#kept.size > mostKept && !oldest.done) this.#kept.delete(oldest.value)
    return findings
  }
}

function runInWorker(question: Question): Promise<GateFindings> {
  const worker = new Worker(new URL('./gate-worker.ts', import.meta.url), { workerData: { question } })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The gate ended without a finding (${code})`)))
  })
}
