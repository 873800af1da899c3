import type { CoverageMarks, CoverageParts } from './coverage-marks.ts'
import type { CoverageAnswer } from './coverage-worker.ts'

/** Runs the cases of a draft away from the page; one question at a time. */
export interface CoverageThread {
  /** Undefined where the draft has errors; fails where the cases could not be run at all. */
  readonly run: (parts: CoverageParts) => Promise<CoverageMarks | undefined>
  readonly stop: () => void
}

export const startCoverageThread = (): CoverageThread => {
  const worker = new Worker(new URL('coverage-worker.ts', import.meta.url), { type: 'module' })
  return {
    run: (parts) => new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<CoverageAnswer>) => resolve(data.marks), { once: true })
      worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
      worker.postMessage(parts)
    }),
    stop: () => worker.terminate(),
  }
}
