import { setTimeout } from 'node:timers/promises'
import type { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import type { BatchPool } from '../batches/batch-pool.ts'
import type { Db } from '../plugins/database.ts'
import { CurrentRegister } from './current-register.ts'
import { assembleDraft, questionOf, type DraftOnTrial } from './draft-on-trial.ts'
import type { RegisterCounts } from './register-counts-schema.ts'
import { countRegister } from './register-truths.ts'
import type { RegisterTruths } from './truth-tally.ts'

/** A count on its way, or done a moment ago. */
interface Job {
  readonly question: string
  readonly stop: AbortController
  readonly answer: Promise<RegisterCounts>
}

/** Figures of one logic over the register as it was. */
interface Kept {
  readonly register: RegisterColumns
  readonly revision: number
  readonly truths: RegisterTruths
}

const mostKept = 30

/**
 * Counts drafts over the register. Of one draft in one area only the newest question is worked on: an older one is given up. Rules
 * that say the same are counted once, as long as the register stays as it is.
 */
export class CountsDesk {
  readonly #pool: BatchPool
  readonly #register: CurrentRegister
  readonly #jobs = new Map<string, Job>()
  readonly #kept = new Map<string, Kept>()

  constructor(db: Db, pool: BatchPool) {
    this.#pool = pool
    this.#register = new CurrentRegister(db)
  }

  /** The figures; or where they stand after so many milliseconds. */
  async answer(trial: DraftOnTrial, patience: number): Promise<RegisterCounts> {
    const { version, at } = trial
    const waiting = new AbortController()
    const later = setTimeout(patience, undefined, { signal: waiting.signal }).then((): RegisterCounts => this.#standing(version, at), () => this.#standing(version, at))
    const found = await Promise.race([this.#job(trial).answer, later])
    waiting.abort()
    return found
  }

  #standing(version: number, at: string): RegisterCounts {
    const { loading } = this.#register
    return loading === undefined ? { state: 'counting', version, at } : { state: 'loading', version, at, share: loading }
  }

  #job(trial: DraftOnTrial): Job {
    const key = `${trial.id} ${trial.area}`
    const question = questionOf(trial)
    const running = this.#jobs.get(key)
    if (running?.question === question) return running
    running?.stop.abort()
    const stop = new AbortController()
    const job: Job = { question, stop, answer: this.#count(trial, stop.signal) }
    this.#jobs.set(key, job)
    const forget = (): void => {
      if (this.#jobs.get(key) === job) this.#jobs.delete(key)
    }
    job.answer.then(forget, forget)
    return job
  }

  async #count(trial: DraftOnTrial, signal: AbortSignal): Promise<RegisterCounts> {
    const { version, at, units, area } = trial
    const rules = assembleDraft(trial)
    if (rules.kind === 'unfinished') return { state: 'unfinished', version, at, issues: [...rules.issues] }
    try {
      const { households, members, leftOut, counts } = await this.#register.keeperFor(rules.published).use(rules.moment, async ({ register }) => {
        signal.throwIfAborted()
        const key = JSON.stringify([rules.logic, at, area, units])
        const kept = this.#kept.get(key)
        if (kept?.register === register && kept.revision === register.revision) return kept.truths
        const truths = await countRegister(register, { assembly: rules.assembly, moment: rules.moment, units }, this.#pool.run, signal)
        this.#keep(key, { register, revision: register.revision, truths })
        return truths
      })
      return { state: 'counted', version, at, households, members, left_out: leftOut, counts: [...counts] }
    } catch (error) {
      if (signal.aborted) return { state: 'counting', version, at }
      throw error
    }
  }

  #keep(key: string, kept: Kept): void {
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    const oldest = this.#kept.keys().next()
    if (this.#kept.size > mostKept && !oldest.done) this.#kept.delete(oldest.value)
  }
}
