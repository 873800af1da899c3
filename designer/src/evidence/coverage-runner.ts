import type { CoverageMarks, CoverageParts } from './coverage-marks.ts'
import type { CoverageThread } from './coverage-thread.ts'

/** What came of the parts asked about; `failed` where they could not be run at all. */
export interface CoverageOutcome {
  readonly parts: CoverageParts
  readonly marks: CoverageMarks | undefined
  readonly failed?: boolean
}

/** Has cases run one question after the other. Meanwhile only the newest question waits; those between are passed over. */
export class CoverageRunner {
  readonly #thread: CoverageThread
  readonly #tell: (outcome: CoverageOutcome) => void
  #running = false
  #next: CoverageParts | undefined

  constructor(thread: CoverageThread, tell: (outcome: CoverageOutcome) => void) {
    this.#thread = thread
    this.#tell = tell
  }

  ask(parts: CoverageParts): void {
    this.#next = parts
    if (!this.#running) void this.#run()
  }

  stop(): void {
    this.#thread.stop()
  }

  async #run(): Promise<void> {
    this.#running = true
    for (let parts = this.#take(); parts; parts = this.#take()) this.#tell(await this.#outcomeOf(parts))
    this.#running = false
  }

  #take(): CoverageParts | undefined {
    const next = this.#next
    this.#next = undefined
    return next
  }

  async #outcomeOf(parts: CoverageParts): Promise<CoverageOutcome> {
    try {
      return { parts, marks: await this.#thread.run(parts) }
    } catch {
      return { parts, marks: undefined, failed: true }
    }
  }
}
