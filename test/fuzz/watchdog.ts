import { writeSync } from 'node:fs'
import { Worker, isMainThread, workerData } from 'node:worker_threads'

interface Watched {
  /** The number of the run that is under way. */
  readonly run: SharedArrayBuffer
  readonly seed: number
}

/** No run takes as long; one that does hangs, and nothing in its own thread can say so. */
const patience = 120_000

const watch = ({ run, seed }: Watched): void => {
  const current = new Int32Array(run)
  let [last, since] = [-1, Date.now()]
  setInterval(() => {
    const now = Atomics.load(current, 0)
    if (now !== last) [last, since] = [now, Date.now()]
    if (Date.now() - since < patience) return
    writeSync(1, `\n  run ${now} hangs\n    again: pnpm fuzz --seed ${seed} --from ${now} --runs 1\n\n${now} passed, 1 failed\n`)
    process.kill(process.pid, 'SIGKILL')
  }, 1_000)
}

/** Watches from a thread of its own that runs come to their ends; tells it of each run as it begins. */
export const startWatchdog = (seed: number): { readonly begin: (run: number) => void; readonly stop: () => Promise<number> } => {
  const run = new SharedArrayBuffer(4)
  const worker = new Worker(new URL(import.meta.url), { workerData: { run, seed } satisfies Watched })
  return { begin: (number) => void Atomics.store(new Int32Array(run), 0, number), stop: () => worker.terminate() }
}

if (!isMainThread) watch(workerData as Watched)
