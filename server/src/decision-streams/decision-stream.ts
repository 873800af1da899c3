import type { Assembly, Moment } from '@tieuchi/runtime'
import { noteAsked, type Asking } from '../decisions/decision-asking.ts'
import { dayUsedUp, takeHouseholds } from '../partners/partner-entry.ts'
import type { Clock } from '../plugins/clock.ts'
import { asSystem, type Db } from '../plugins/database.ts'
import { describeProblem, Problem } from '../plugins/problem.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { LayerJudge } from './layer-judge.ts'
import { readLine, type CheckLine } from './line-reading.ts'
import { linesTogether, type SentLine } from './line-splitter.ts'
import type { StreamRequest } from './stream-request.ts'
import type { AnswerLine, LastLine, RefusedLine } from './stream-schema.ts'
import { StreamRules } from './unit-rules.ts'
import { WindowCheck, WindowJudge, type SoundLine } from './window-judge.ts'

/** So many lines are read, judged and sent together; while they wait to be taken no more are read. */
export const linesOfWindow = 100
/** Explanations are a hundred times as long as results. */
const linesExplained = 5

export interface StreamAsked {
  readonly db: Db
  readonly book: RuleBook
  readonly clock: Clock
  readonly asking: Asking
  readonly request: StreamRequest
  readonly checkLine: CheckLine
  /** Told when whoever asked has gone. */
  readonly gone: AbortSignal
  /** Told what nobody expected; the answer then ends with a problem that names the request. */
  readonly fault: (error: unknown) => Problem
  /** What judges by the rules of a layer; the plan and the interpreter unless said. */
  readonly judgeOf?: (assembly: Assembly, moment: Moment) => LayerJudge
}

/** Text of lines in the format of the answer. */
const written = (lines: readonly AnswerLine[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('')

/**
 * Decides a stream of households, a line for each in the order in which they came, and a last line that tells what there was. It holds one
 * window of lines at a time and stores nothing of them. Whoever stops reading stops it; whoever goes ends it.
 */
export class DecisionStream {
  readonly #asked: StreamAsked
  readonly #rules: StreamRules
  readonly #check: WindowCheck
  readonly #judge: WindowJudge
  readonly #counts = { decided: 0, refused: 0 }
  #complete = false

  constructor(asked: StreamAsked) {
    const { db, book, asking, request, gone, judgeOf = (assembly, moment) => new LayerJudge(assembly, moment) } = asked
    this.#asked = asked
    this.#rules = new StreamRules({ book, programmes: request.programmes, moment: request.moment, judgeOf })
    this.#check = new WindowCheck(db, asking, request, this.#rules)
    this.#judge = new WindowJudge(request.explain, gone)
  }

  /** The answer, in pieces of whole lines. */
  async *answer(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
    try {
      for await (const lines of linesTogether(pieces, this.#asked.request.explain ? linesExplained : linesOfWindow)) yield* this.#answerWindow(lines)
      this.#complete = true
      yield written([this.#last()])
    } catch (error) {
      if (this.#asked.gone.aborted) return
      yield written([this.#last(error instanceof Problem ? error : this.#asked.fault(error))])
    } finally {
      await this.#note()
    }
  }

  async *#answerWindow(lines: readonly SentLine[]): AsyncGenerator<string> {
    const read = lines.flatMap((line) => readLine(line, this.#asked.checkLine) ?? [])
    const checked = await this.#check.check(read)
    const sound = checked.filter((each) => 'asked' in each).length
    const granted = await this.#take(sound)
    const answered: AnswerLine[] = []
    let taken = 0
    for (const each of checked) {
      if (isSound(each)) taken += 1
      if (taken > granted) break
      answered.push(isSound(each) ? await this.#judge.judge(each) : each)
    }
    const decided = answered.filter((line) => 'decisions' in line).length
    this.#counts.decided += decided
    this.#counts.refused += answered.length - decided
    if (answered.length > 0) yield written(answered)
    if (granted < sound) throw dayUsedUp(this.#asked.clock())
  }

  /** Households of the partner's day; a person has no limit. */
  async #take(wanted: number): Promise<number> {
    const { asking: { partner }, db, clock } = this.#asked
    return partner === undefined || wanted === 0 ? wanted : asSystem(db, (tx) => takeHouseholds(tx, partner, wanted, clock()))
  }

  #last(problem?: Problem): LastLine {
    const { request: { moment } } = this.#asked
    return { end: { complete: this.#complete, ...this.#counts, moment, rules: this.#rules.read, ...(problem && { problem: describeProblem(problem) as RefusedLine['problem'] }) } }
  }

  async #note(): Promise<void> {
    const { db, asking, clock, request: { programmes } } = this.#asked
    const { decided, refused } = this.#counts
    const now = clock()
    await asSystem(db, async (tx) => {
      await noteAsked(tx, asking, { programmes, households: decided, refused, complete: this.#complete }, now)
      for (const judge of this.#rules.judges) await judge.record(tx, now)
    })
  }
}

const isSound = (each: SoundLine | RefusedLine): each is SoundLine => 'asked' in each
