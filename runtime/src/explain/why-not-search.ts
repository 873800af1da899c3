import { isEvaluationError } from '../logic/evaluation-error.ts'
import { Interpreter } from '../logic/interpreter.ts'
import { isExact } from '../values/number.ts'
import { isCertain, sameCertain, type Value } from '../values/value.ts'
import { scopeIn, type Candidate } from './why-not-candidates.ts'
import { applyChanges, type Replacement } from './why-not-change.ts'
import type { Read } from './why-not-reads.ts'

/** No more than so many changes together. */
export const mostChanges = 3
/** No more than so many re-evaluations for one question. */
const mostTrials = 200
/** No more than so many answers to one question. */
const mostSets = 10

/** What re-evaluation gave; undefined where the table contradicts itself. */
interface Trial {
  readonly outcome: Value | undefined
  /** Whether anything the deciding piece reads is different now. */
  readonly effective: boolean
}

/** Re-evaluates a question with changes, each combination once, and counts. */
export class Trials {
  readonly #interpreter: Interpreter
  readonly #question: { readonly outcome: string; readonly member?: string | undefined; readonly deciding: readonly Read[] }
  readonly #done = new Map<string, Trial>()
  #before: string | undefined

  constructor(interpreter: Interpreter, question: { readonly outcome: string; readonly member?: string | undefined; readonly deciding: readonly Read[] }) {
    this.#interpreter = interpreter
    this.#question = question
  }

  get count(): number {
    return this.#done.size
  }

  /** The outcome under the changes; undefined where the budget of trials is used up. */
  async run(changes: readonly Replacement[]): Promise<Trial | undefined> {
    const key = changes.map(({ target, to }) => JSON.stringify([target, to])).toSorted().join()
    const before = this.#done.get(key)
    if (before || this.count >= mostTrials) return before
    const { assembly, request } = this.#interpreter
    const trial = await this.#evaluate(new Interpreter(assembly, applyChanges(request, changes)))
    this.#done.set(key, trial)
    return trial
  }

  async #evaluate(interpreter: Interpreter): Promise<Trial> {
    this.#before ??= await this.#inputs(this.#interpreter)
    try {
      const outcome = await interpreter.readFact({ fact: this.#question.outcome }, scopeIn(interpreter, this.#question.member))
      return { outcome, effective: (await this.#inputs(interpreter)) !== this.#before }
    } catch (problem) {
      if (isEvaluationError(problem)) return { outcome: undefined, effective: true }
      throw problem
    }
  }

  async #inputs(interpreter: Interpreter): Promise<string> {
    const values = await Promise.all(this.#question.deciding.map(({ reference, scope }) => interpreter.readFact(reference, scopeIn(interpreter, scope.member?.id))))
    return values.map(keyOf).join('\n')
  }
}

/** What a value can be, as text; equal for equal values. */
const keyOf = ({ possible, notApplicable }: Value): string =>
  JSON.stringify([notApplicable, possible], (_name, part: unknown) => (isExact(part) ? part.toFraction() : part))

/** Changes that together give the outcome another certain value. */
export interface FoundSet {
  readonly changes: readonly Candidate[]
  readonly outcome: Value
}

export interface Search {
  readonly sets: readonly FoundSet[]
  /** Every combination within the bounds was tried. */
  readonly complete: boolean
}

interface Combination {
  readonly changes: readonly Candidate[]
  readonly distance: number
}

const differentTargets = (changes: readonly Candidate[]): boolean => new Set(changes.map(({ changeable }) => changeable)).size === changes.length

const combinations = (candidates: readonly Candidate[], size: number): readonly Combination[] => {
  const extend = (start: readonly (readonly [readonly Candidate[], number])[]) =>
    start.flatMap(([changes, next]) => candidates.slice(next).map((candidate, index) => [[...changes, candidate], next + index + 1] as const)).filter(([changes]) => differentTargets(changes))
  let all: readonly (readonly [readonly Candidate[], number])[] = [[[], 0]]
  for (let length = 0; length < size; length += 1) all = extend(all)
  return all.map(([changes]) => ({ changes, distance: changes.reduce((sum, { distance }) => sum + distance, 0) }))
}

const sameQuestion = (a: FoundSet, b: FoundSet): boolean =>
  a.changes.every(({ changeable }) => b.changes.some((other) => other.changeable === changeable)) && sameCertain(a.outcome, b.outcome)

/**
 * Looks for the smallest sets of changes that flip: all single changes before any two, all twos before any three, the
 * nearer first, so that no part of a set found flips alone. Stops at the first size that has any.
 */
export const search = async (trials: Trials, candidates: readonly Candidate[], flips: (outcome: Value) => boolean): Promise<Search> => {
  const effective = new Set<Candidate>()
  for (let size = 1; size <= mostChanges; size += 1) {
    const sets: FoundSet[] = []
    const idle = ({ changes }: Combination) => changes.filter((change) => !effective.has(change)).length
    for (const combination of combinations(candidates, size).toSorted((a, b) => (size === 1 ? 0 : idle(a) - idle(b)) || a.distance - b.distance)) {
      const trial = await trials.run(combination.changes)
      if (!trial) return { sets, complete: false }
      if (size === 1 && trial.effective) for (const change of combination.changes) effective.add(change)
      if (!trial.outcome || !isCertain(trial.outcome) || !flips(trial.outcome)) continue
      const found: FoundSet = { changes: combination.changes, outcome: trial.outcome }
      if (!sets.some((other) => sameQuestion(other, found))) sets.push(found)
      if (sets.length === mostSets) return { sets, complete: false }
    }
    if (sets.length > 0) return { sets, complete: true }
  }
  return { sets: [], complete: true }
}
