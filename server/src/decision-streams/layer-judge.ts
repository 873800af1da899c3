import { randomInt, randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { evaluate, evaluationErrorText, explainResults, isEvaluationError, RowConflict, semantics, type Assembly, type Evaluation, type ExplanationNode, type HouseholdInput, type Moment, type Places } from '@tieuchi/runtime'
import { comparableResult } from '@tieuchi/runtime/plan'
import { insertCheck } from '../batches/batch-queries.ts'
import type { BatchDifference } from '../batches/batch-table.ts'
import { RowResults } from '../batches/row-judge.ts'
import { rulesOnTrial } from '../batches/rules-on-trial.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { closedLayer, isOpen, layerOf, toldOf } from './told-layer.ts'
import type { ToldLayer } from './stream-schema.ts'

/** What the plan finds of a household, where there is one. */
export type ByPlan = Pick<RowResults, 'byPlan'>

/** What a household is judged for: its line, and whether its results are to be explained. */
export interface JudgedFor {
  readonly line: number
  /** Names of the units whose rules are read; absent: nothing is explained. */
  readonly explain?: Places
}

export interface JudgedLayer {
  readonly told: ToldLayer
  readonly explanations?: ExplanationNode[]
}

/** One household in so many is judged again, and always the first. */
const householdsOfCheck = 1000
const mostDifferences = 20

/** Rules whose plan was found to say something else than the interpreter: it is not asked again while this process lives. */
const distrusted = new WeakSet<Assembly>()

const makePlan = (assembly: Assembly, moment: Moment): ByPlan =>
  new RowResults(rulesOnTrial(assembly), moment, [...assembly.pieces.values()].flatMap(({ piece }) => (piece.kind === 'entitlement' ? [piece.id] : [])))

/**
 * Judges the households of a stream by the rules of one layer: by the plan where everything is concluded, by the interpreter where the plan
 * refuses, where an answer is missing – it says which – and where an explanation is wanted. Of what the plan judged a random part
 * is judged again.
 */
export class LayerJudge {
  readonly assembly: Assembly
  readonly #moment: Moment
  readonly #plan: ByPlan
  #households = 0
  #checked = 0
  readonly #differences: BatchDifference[] = []

  constructor(assembly: Assembly, moment: Moment, plan: (assembly: Assembly, moment: Moment) => ByPlan = makePlan) {
    this.assembly = assembly
    this.#moment = moment
    this.#plan = plan(assembly, moment)
  }

  /** A problem where rows of the rules contradict each other or need too much, and where the plan turned out to be wrong. */
  async judge(input: HouseholdInput, { line, explain }: JudgedFor): Promise<JudgedLayer> {
    const planned = explain !== undefined || distrusted.has(this.assembly) ? undefined : this.#plan.byPlan(input)
    const fast = planned && toldOf(planned)
    if (fast) this.#households += 1
    if (fast && !isOpen(fast) && !this.#isDrawn()) return { told: closedLayer(fast) }
    const evaluation = await this.#interpret(input, fast && { line, fast })
    if (fast) this.#compare(line, fast, toldOf(comparableResult(evaluation.result)))
    return { told: layerOf(evaluation.result), ...(explain && { explanations: await explainResults(evaluation, explain) }) }
  }

  /** Writes down how many the plan judged, and what was found of those judged again. */
  async record(tx: Tx, now: Date): Promise<void> {
    if (this.#households === 0) return
    const { programme, layer } = this.assembly
    const found = { households: this.#households, checked: this.#checked, differing: this.#differences.length, differences: JSON.stringify(this.#differences.slice(0, mostDifferences)) }
    await insertCheck(tx, { run: randomUUID(), execution: 'records', programme, layer, release: rulesOnTrial(this.assembly).release, semantics, ...this.#moment, ...found, checked_at: now })
  }

  #isDrawn(): boolean {
    return this.#checked === 0 || randomInt(householdsOfCheck) === 0
  }

  async #interpret(input: HouseholdInput, planned: { readonly line: number; readonly fast: unknown } | undefined): Promise<Evaluation> {
    try {
      return await evaluate(this.assembly, { input, moment: this.#moment })
    } catch (error) {
      if (!isEvaluationError(error)) throw error
      if (planned && error instanceof RowConflict) this.#compare(planned.line, planned.fast, 'rows that contradict each other')
      throw new Problem(error instanceof RowConflict ? 'rules_conflict' : 'rules_limit', { reason: evaluationErrorText(this.assembly, error) })
    }
  }

  #compare(line: number, batch: unknown, interpreter: unknown): void {
    this.#checked += 1
    if (isDeepStrictEqual(batch, interpreter)) return
    this.#differences.push({ household: `line ${line}`, kind: 'result', interpreter, batch })
    distrusted.add(this.assembly)
    throw new Problem('results_differ')
  }
}
