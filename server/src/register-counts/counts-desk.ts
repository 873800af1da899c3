import { setTimeout } from 'node:timers/promises'
import { decisionsRead } from '@tieuchi/runtime'
import type { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import type { BatchPool } from '../batches/batch-pool.ts'
import type { CurrentRegister, CurrentRegisters } from '../register-columns/current-registers.ts'
import { assembleDraft, questionOf, type DraftOnTrial, type RulesOfDraft } from './draft-on-trial.ts'
import type { RegisterCounts } from './register-counts-schema.ts'
import { countRegister } from './register-truths.ts'
import type { RegisterTruths } from './truth-tally.ts'

/** A count on its way, or done a moment ago. */
interface Job {
  /** Its draft and area. */
  readonly key: string
  readonly question: string
  readonly stop: AbortController
  readonly answer: Promise<RegisterCounts>
  /** Absent until it is known which. */
  readonly register: () => CurrentRegister | undefined
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
  readonly #registers: CurrentRegisters
  readonly #jobs = new Map<string, Job>()
  readonly #kept = new Map<string, Kept>()

  constructor(registers: CurrentRegisters, pool: BatchPool) {
    this.#pool = pool
    this.#registers = registers
  }

  /** The figures; or where they stand after so many milliseconds. */
  async answer(trial: DraftOnTrial, patience: number): Promise<RegisterCounts> {
    const waiting = new AbortController()
    const job = this.#job(trial)
    const standing = (): RegisterCounts => standingOf(trial, job.register()?.loading)
    try {
      return await Promise.race([job.answer, setTimeout(patience, undefined, { signal: waiting.signal }).then(standing, standing)])
    } catch (error) {
      this.#forget(job)
      throw error
    } finally {
      waiting.abort()
    }
  }

  #job(trial: DraftOnTrial): Job {
    const key = `${trial.id} ${trial.area}`
    const question = questionOf(trial)
    const running = this.#jobs.get(key)
    if (running?.question === question) return running
    running?.stop.abort()
    const job = this.#begin(trial, key, question)
    this.#jobs.set(key, job)
    // One that failed stays until somebody was told.
    job.answer.then(() => this.#forget(job), () => undefined)
    return job
  }

  #forget(job: Job): void {
    if (this.#jobs.get(job.key) === job) this.#jobs.delete(job.key)
  }

  #begin(trial: DraftOnTrial, key: string, question: string): Job {
    const stop = new AbortController()
    const rules = assembleDraft(trial)
    const { version, at } = trial
    if (rules.kind === 'unfinished') return { key, question, stop, register: () => undefined, answer: Promise.resolve({ state: 'unfinished', version, at, issues: [...rules.issues] }) }
    let register: CurrentRegister | undefined
    const count = async (): Promise<RegisterCounts> => {
      register = await this.#registers.registerFor(rules.published, at, decisionsRead([rules.assembly]))
      return this.#count(trial, rules, register, stop.signal)
    }
    return { key, question, stop, register: () => register, answer: count() }
  }

  async #count(trial: DraftOnTrial, rules: Extract<RulesOfDraft, { readonly kind: 'rules' }>, { keeper }: CurrentRegister, signal: AbortSignal): Promise<RegisterCounts> {
    const { version, at, units, area } = trial
    const { assembly, moment, logic } = rules
    try {
      const { households, members, leftOut, counts } = await keeper.use(moment, async ({ register }) => {
        signal.throwIfAborted()
        const key = JSON.stringify([logic, at, area, units])
        const kept = this.#kept.get(key)
        if (kept?.register === register && kept.revision === register.revision) return kept.truths
        const truths = await countRegister(register, { assembly, moment, units }, this.#pool.run, signal)
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

const standingOf = ({ version, at }: DraftOnTrial, loading: number | undefined): RegisterCounts =>
  loading === undefined ? { state: 'counting', version, at } : { state: 'loading', version, at, share: loading }
