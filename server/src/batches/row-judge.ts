import { evaluate, RowConflict, type Answer, type Assembly, type HouseholdInput, type Moment } from '@tieuchi/runtime'
import { comparableResult, compilePlan, PlanDictionary, type BoundPlan, type CompiledPlan, type ObjectPlan, type PlanParts, type PlanResult } from '@tieuchi/runtime/plan'
import type { RulesOnTrial } from './rules-on-trial.ts'

/** Nobody asks for rules and facts where many are judged. */
export const partsJudged: PlanParts = { rules: false, facts: false }

/** What rules say of one household's outcome, or of an entitlement (`granted` or `refused`); `contradiction` where rows of a table hold at once that may not. */
export interface JudgedOutcome {
  readonly state: 'determined' | 'undetermined' | 'not_applicable' | 'contradiction'
  readonly value?: Answer
}

/** What is said of a subject: of the household's outcome as it is, of an entitlement whether it is granted, of members' to any of them. */
const subjectIn = ({ outcomes, entitlements }: PlanResult, id: string, { of }: Subject, input: HouseholdInput): JudgedOutcome => {
  if (of === 'outcome') {
    const found = outcomes.find((outcome) => outcome.id === id)
    if (!found) throw new Error(`The rules have no outcome ${id} of the household`)
    return { state: found.state, ...(found.value !== undefined && { value: found.value }) }
  }
  const states = entitlements.flatMap((entitlement) => (entitlement.id === id ? [entitlement.state] : []))
  if (states.includes('granted')) return { state: 'determined', value: 'granted' }
  const unlisted = of === 'members' && (input.members === undefined || input.members_complete === false)
  return unlisted || states.includes('undetermined') ? { state: 'undetermined' } : { state: 'determined', value: 'refused' }
}

interface Subject {
  readonly of: 'outcome' | 'household' | 'members'
}

const subjectNamed = ({ assembly: { pieces } }: RulesOnTrial, id: string): Subject => {
  const piece = pieces.get(id)?.piece
  return { of: piece?.kind === 'entitlement' ? (piece.of ?? 'household') : 'outcome' }
}

/** All that the interpreter finds of a household; undefined where rows of a table hold at once that may not. */
export async function resultByInterpreter({ assembly }: RulesOnTrial, input: HouseholdInput, moment: Moment): Promise<PlanResult | undefined> {
  try {
    return comparableResult((await evaluate(assembly, { input, moment })).result)
  } catch (error) {
    if (error instanceof RowConflict) return undefined
    throw error
  }
}

/** What a result, as it was found, says of the outcome or entitlement; one that was not found is a contradiction. */
export const standingIn = (result: PlanResult | undefined, rules: RulesOnTrial, id: string, input: HouseholdInput): JudgedOutcome =>
  result ? subjectIn(result, id, subjectNamed(rules, id), input) : { state: 'contradiction' }

/** The outcome, or whether an entitlement is granted, as the interpreter tells it. */
export async function judgeByInterpreter(rules: RulesOnTrial, outcome: string, input: HouseholdInput, moment: Moment): Promise<JudgedOutcome> {
  return standingIn(await resultByInterpreter(rules, input, moment), rules, outcome, input)
}

const plans = new WeakMap<Assembly, Map<string, CompiledPlan>>()

/** Compiled once for an assembly: the same rules are held against many others. */
const planOf = (assembly: Assembly, entitlements: readonly string[]): CompiledPlan => {
  const known = plans.get(assembly) ?? new Map<string, CompiledPlan>()
  plans.set(assembly, known)
  const key = entitlements.join(' ')
  const plan = known.get(key) ?? compilePlan(assembly, new PlanDictionary(assembly.common), { ...partsJudged, entitlements })
  known.set(key, plan)
  return plan
}

interface AtMoment {
  readonly layout: ObjectPlan['layout']
  readonly plan: BoundPlan
}

/** Finds results household by household: by the plan over records where there is one, and by the interpreter where that must. */
export class RowResults {
  readonly #rules: RulesOnTrial
  readonly #moment: Moment
  readonly #entitlements: readonly string[]
  #bound: AtMoment | 'none' | undefined

  constructor(rules: RulesOnTrial, moment: Moment, entitlements: readonly string[]) {
    this.#rules = rules
    this.#moment = moment
    this.#entitlements = entitlements
  }

  /** Outcomes and the entitlements asked for; undefined where rows of a table hold at once that may not. */
  async find(input: HouseholdInput): Promise<PlanResult | undefined> {
    return this.byPlan(input) ?? resultByInterpreter(this.#rules, input, this.#moment)
  }

  /** The same by the plan alone; undefined where there is none, or it leaves the household to the interpreter. */
  byPlan(input: HouseholdInput): PlanResult | undefined {
    this.#bound ??= this.#bind()
    if (this.#bound === 'none') return undefined
    const { layout, plan } = this.#bound
    const record = layout.record(input)
    return plan.judge(record) ? plan.result(record) : undefined
  }

  /** When the first household comes: often none does. */
  #bind(): AtMoment | 'none' {
    const compiled = planOf(this.#rules.assembly, this.#entitlements)
    return compiled.kind === 'plan' ? { layout: compiled.plan.layout, plan: compiled.plan.at(this.#moment) } : 'none'
  }
}

/** Judges households one by one. */
export class RowJudge {
  readonly #rules: RulesOnTrial
  readonly #outcome: string
  readonly #results: RowResults

  constructor(rules: RulesOnTrial, outcome: string, moment: Moment) {
    this.#rules = rules
    this.#outcome = outcome
    this.#results = new RowResults(rules, moment, [outcome])
  }

  async judge(input: HouseholdInput): Promise<JudgedOutcome> {
    return standingIn(await this.#results.find(input), this.#rules, this.#outcome, input)
  }
}
