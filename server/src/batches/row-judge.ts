import { evaluate, RowConflict, type Answer, type HouseholdInput, type Moment } from '@tieuchi/runtime'
import { comparableResult, compilePlan, PlanDictionary, type ObjectPlan, type PlanResult } from '@tieuchi/runtime/plan'
import type { RulesOnTrial } from './rules-on-trial.ts'

/** What rules say of one household's outcome; `contradiction` where rows of a table hold at once that may not. */
export interface JudgedOutcome {
  readonly state: 'determined' | 'undetermined' | 'not_applicable' | 'contradiction'
  readonly value?: Answer
}

const outcomeIn = ({ outcomes }: PlanResult, id: string): JudgedOutcome => {
  const found = outcomes.find((outcome) => outcome.id === id)
  if (!found) throw new Error(`The rules have no outcome ${id} of the household`)
  return { state: found.state, ...(found.value !== undefined && { value: found.value }) }
}

/** The outcome as the interpreter tells it. */
export async function judgeByInterpreter({ assembly }: RulesOnTrial, outcome: string, input: HouseholdInput, moment: Moment): Promise<JudgedOutcome> {
  try {
    return outcomeIn(comparableResult((await evaluate(assembly, { input, moment })).result), outcome)
  } catch (error) {
    if (error instanceof RowConflict) return { state: 'contradiction' }
    throw error
  }
}

/** Judges households one by one: by the plan over records where there is one, and by the interpreter where that must. */
export class RowJudge {
  readonly #rules: RulesOnTrial
  readonly #outcome: string
  readonly #moment: Moment
  readonly #plan: ObjectPlan | undefined
  readonly #bound: ReturnType<ObjectPlan['at']> | undefined

  constructor(rules: RulesOnTrial, outcome: string, moment: Moment) {
    this.#rules = rules
    this.#outcome = outcome
    this.#moment = moment
    const compiled = compilePlan(rules.assembly, new PlanDictionary(rules.assembly.common), { entitlements: false, rules: false, facts: false })
    this.#plan = compiled.kind === 'plan' ? compiled.plan : undefined
    this.#bound = this.#plan?.at(moment)
  }

  async judge(input: HouseholdInput): Promise<JudgedOutcome> {
    const record = this.#plan?.layout.record(input)
    if (record && this.#bound?.judge(record)) return outcomeIn(this.#bound.result(record), this.#outcome)
    return judgeByInterpreter(this.#rules, this.#outcome, input, this.#moment)
  }
}
