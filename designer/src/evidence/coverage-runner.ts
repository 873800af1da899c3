import type { CoverageMarks, CoverageParts } from './coverage-marks.ts'
import type { CoverageThread } from './coverage-thread.ts'

/** What came of the parts asked about; `failed` where they could not be run at all. */
export interface CoverageOutcome {
  readonly parts: CoverageParts
  readonly marks: CoverageMarks | undefined
  readonly failed?: boolean
}

/** A question that has been worked on for so many milliseconds is given up for a newer one. */
const longest = 1500

const givenUp = 'given up'

/**
 * Has cases run one question after the other. Meanwhile only the newest question waits; those between are passed over, and what
 * takes long is given up for it.
 */
export class CoverageRunner {
  readonly #start: () => CoverageThread
  readonly #tell: (outcome: CoverageOutcome) => void
  readonly #longest: number
  #thread: CoverageThread | undefined
  #current: { readonly since: number; readonly giveUp: () => void } | undefined
  #next: CoverageParts | undefined

  constructor(start: () => CoverageThread, tell: (outcome: CoverageOutcome) => void, most: number = longest) {
    this.#start = start
    this.#tell = tell
    this.#longest = most
  }

  ask(parts: CoverageParts): void {
    this.#next = parts
    if (!this.#current) void this.#run()
    else if (performance.now() - this.#current.since >= this.#longest) this.#current.giveUp()
  }

  stop(): void {
    this.#thread?.stop()
    this.#thread = undefined
  }

  async #run(): Promise<void> {
    for (let parts = this.#take(); parts; parts = this.#take()) {
      const outcome = await this.#outcomeOf(parts)
      if (outcome !== givenUp) this.#tell(outcome)
    }
    this.#current = undefined
  }

  #take(): CoverageParts | undefined {
    const next = this.#next
    this.#next = undefined
    return next
  }

  async #outcomeOf(parts: CoverageParts): Promise<CoverageOutcome | typeof givenUp> {
    const stopped = Promise.withResolvers<typeof givenUp>()
    this.#current = {
      since: performance.now(),
      giveUp: () => {
        this.stop()
        stopped.resolve(givenUp)
      },
    }
    try {
      this.#thread ??= this.#start()
      const found = await Promise.race([this.#thread.run(parts), stopped.promise])
      return found === givenUp ? found : { parts, marks: found }
    } catch {
      return { parts, marks: undefined, failed: true }
    }
  }
}
