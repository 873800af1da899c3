import { setImmediate } from 'node:timers/promises'
import { checkInput } from '@tieuchi/runtime/validation/server'
import { asPerson, type Db } from '../plugins/database.ts'
import { describeProblem, Problem } from '../plugins/problem.ts'
import type { Asking } from '../decisions/decision-asking.ts'
import type { ReadLine } from './line-reading.ts'
import type { StreamRequest } from './stream-request.ts'
import type { DecidedLine, RefusedLine, StreamLine } from './stream-schema.ts'
import type { StreamRules, UnitRules } from './unit-rules.ts'

/** A line that can be judged. */
export interface SoundLine {
  readonly line: ReadLine
  readonly asked: StreamLine
  readonly rules: UnitRules
}

/** After so many households others of this process have their turn. */
const rowsOfTurn = 20

const placeOf = ({ number, id }: ReadLine) => ({ line: number, ...(id !== undefined && { id }) })

export const refusedLine = (line: ReadLine, problem: Problem): RefusedLine => ({ ...placeOf(line), problem: describeProblem(problem) as RefusedLine['problem'] })

/** Holds the lines of a window against units and dictionary: each can be judged, or says what is wrong with it. */
export class WindowCheck {
  readonly #db: Db
  readonly #asking: Asking
  readonly #request: StreamRequest
  readonly #rules: StreamRules

  constructor(db: Db, asking: Asking, request: StreamRequest, rules: StreamRules) {
    this.#db = db
    this.#asking = asking
    this.#request = request
    this.#rules = rules
  }

  async check(lines: readonly ReadLine[]): Promise<readonly (SoundLine | RefusedLine)[]> {
    const codes = new Set(lines.flatMap(({ read }) => (read instanceof Problem ? [] : (read.unit ?? this.#request.unit ?? []))))
    const units = await this.#find([...codes])
    return lines.map((line) => this.#checkLine(line, units))
  }

  /** Reads of units that are new in one transaction; of those that are known none is needed. */
  async #find(codes: readonly string[]): Promise<ReadonlyMap<string, UnitRules | Problem>> {
    const found = new Map<string, UnitRules | Problem>()
    const fresh = codes.filter((code) => {
      const known = this.#rules.known(code)
      if (known) found.set(code, known)
      return !known
    })
    if (fresh.length > 0) await asPerson(this.#db, this.#asking.reach, async (tx) => {
      for (const code of fresh) found.set(code, await this.#rules.find(tx, code))
    })
    return found
  }

  #checkLine(line: ReadLine, units: ReadonlyMap<string, UnitRules | Problem>): SoundLine | RefusedLine {
    const { read } = line
    if (read instanceof Problem) return refusedLine(line, read)
    const code = read.unit ?? this.#request.unit
    if (code === undefined) return refusedLine(line, new Problem('invalid_request', {}, [needsUnit]))
    const rules = units.get(code)
    if (rules === undefined || rules instanceof Problem) return refusedLine(line, rules ?? new Problem('unit_not_found', { code, at: this.#request.moment.unit_at }))
    const issues = checkInput(rules.common, read.input).filter(({ severity }) => severity === 'error')
    return issues.length > 0 ? refusedLine(line, new Problem('invalid_answers', {}, issues)) : { line, asked: read, rules }
  }
}

const needsUnit = {
  code: 'request_unit',
  severity: 'error',
  path: ['unit'],
  params: {},
  message: {
    vi: 'Thiếu mã đơn vị: hãy ghi “unit” vào dòng này, hoặc vào địa chỉ cho mọi dòng.',
    en: 'The code of the unit is missing: say “unit” in this line, or in the address for all lines.',
  },
} as const

/** Judges households one after the other; `gone` ends it between two of them. */
export class WindowJudge {
  readonly #explain: boolean
  readonly #gone: AbortSignal
  #judged = 0

  constructor(explain: boolean, gone: AbortSignal) {
    this.#explain = explain
    this.#gone = gone
  }

  async judge(sound: SoundLine): Promise<DecidedLine | RefusedLine> {
    this.#judged += 1
    if (this.#explain || this.#judged % rowsOfTurn === 0) await setImmediate()
    this.#gone.throwIfAborted()
    try {
      return { ...placeOf(sound.line), decisions: await this.#decide(sound) }
    } catch (error) {
      if (!(error instanceof Problem) || error.code === 'results_differ') throw error
      return refusedLine(sound.line, error)
    }
  }

  async #decide({ line, asked, rules: { unit, places, programmes } }: SoundLine): Promise<DecidedLine['decisions']> {
    const input = { ...asked.input, unit: unit.attributes }
    const decisions: DecidedLine['decisions'] = {}
    for (const { programme, layers } of programmes) {
      const judged = []
      for (const [layer, judge] of layers) judged.push([layer, await judge.judge(input, { line: line.number, ...(this.#explain && { explain: places }) })] as const)
      decisions[programme] = {
        layers: Object.fromEntries(judged.map(([layer, { told }]) => [layer, told])),
        ...(this.#explain && { explanations: Object.fromEntries(judged.map(([layer, { explanations = [] }]) => [layer, explanations])) }),
      }
    }
    return decisions
  }
}
