import '../extensions/install-packages.ts'
import { markCoverage, type CoverageMarks, type CoverageParts } from './coverage-marks.ts'

/** What the worker answers to the parts it was sent; without marks where the draft has errors. */
export interface CoverageAnswer {
  readonly marks?: CoverageMarks
}

/** A document that has not the form of a release yet cannot be run either. */
const answerOf = async (parts: CoverageParts): Promise<CoverageAnswer> => {
  const marks = await markCoverage(parts).catch(() => undefined)
  return marks ? { marks } : {}
}

addEventListener('message', ({ data }: MessageEvent<CoverageParts>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
  void answerOf(data).then((answer) => postMessage(answer))
})
