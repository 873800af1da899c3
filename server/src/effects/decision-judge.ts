import { evaluate, isEvaluationError, type Assembly, type EvaluationError, type Moment, type Text } from '@tieuchi/runtime'
import { comparableResult, compilePlan, PlanDictionary, type BoundPlan, type ObjectPlan, type PlanResult } from '@tieuchi/runtime/plan'
import type { DecisionRow } from '../decisions/decision-queries.ts'
import { momentOf } from '../decisions/decision-proof.ts'

/** What rules say of a household, or why they cannot say anything. */
export type Judgement = { readonly result: PlanResult } | { readonly problem: Text }

interface Prepared {
  readonly plan: ObjectPlan | undefined
  readonly bound: Map<string, BoundPlan>
}

const mostMoments = 200

/** Judges the input of stored decisions by other rules: by the compiled plan where it can, otherwise by the interpreter. */
export class DecisionJudge {
  readonly #prepared = new WeakMap<Assembly, Prepared>()

  async judge(assembly: Assembly, row: Pick<DecisionRow, 'input' | keyof Moment>): Promise<Judgement> {
    const moment = momentOf(row)
    const planned = this.#byPlan(assembly, row, moment)
    if (planned) return { result: planned }
    try {
      return { result: comparableResult((await evaluate(assembly, { input: row.input, moment })).result) }
    } catch (error) {
      if (!isEvaluationError(error)) throw error
      return { problem: textOf(assembly, error) }
    }
  }

  #byPlan(assembly: Assembly, { input }: Pick<DecisionRow, 'input'>, moment: Moment): PlanResult | undefined {
    const { plan, bound } = this.#prepare(assembly)
    if (!plan) return undefined
    const key = `${moment.law_at} ${moment.facts_at} ${moment.unit_at}`
    const kernel = bound.get(key) ?? plan.at(moment)
    if (bound.size >= mostMoments) bound.clear()
    bound.set(key, kernel)
    const record = plan.layout.record(input)
    return kernel.judge(record) ? kernel.result(record) : undefined
  }

  #prepare(assembly: Assembly): Prepared {
    const kept = this.#prepared.get(assembly)
    if (kept) return kept
    const compiled = compilePlan(assembly, new PlanDictionary(assembly.common), { rules: false, facts: false })
    const prepared = { plan: compiled.kind === 'plan' ? compiled.plan : undefined, bound: new Map<string, BoundPlan>() }
    this.#prepared.set(assembly, prepared)
    return prepared
  }
}

function textOf({ pieces }: Assembly, error: EvaluationError): Text {
  if ('text' in error) return error.text
  const { table } = error
  const title = pieces.get(table)?.piece.title ?? { vi: table, en: table }
  return { vi: `Các dòng của bảng “${title.vi}” mâu thuẫn nhau với hộ này.`, en: `Rows of the table “${title.en}” contradict each other for this household.` }
}
