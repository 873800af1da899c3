import { addDays, evaluate, explain, type Assembly, type Assumptions, type EvaluationResult, type Evaluation, type HouseholdInput, type Issue, type Moment } from '@tieuchi/runtime'
import { checkInput } from '@tieuchi/runtime/validation/server'
import type { Packs } from '@tieuchi/server/policies/pack.ts'
import { isIssue, programmesWithOutcome, resolvePackRules } from '@tieuchi/server/policies/pack-rules.ts'
import { CaseProblem } from './case-problem.ts'

/** Whose local rules judge, as an id of a unit on the day; absent: the national rules. */
export interface CasePlace {
  readonly place?: string
}

/** What is put to the product. */
export interface Question {
  readonly moment: Moment
  readonly input: HouseholdInput
  readonly assume?: Assumptions
}

/** Names of the rulesets in a file, each with the year it starts, in order. */
export type Rulesets = readonly string[]

export const rulesetsOf = (names: readonly unknown[]): Rulesets => [...new Set(names.filter((name): name is string => typeof name === 'string' && yearOf(name) !== undefined))].toSorted()

const yearOf = (ruleset: string): string | undefined => /^VN-(\d{4})$/.exec(ruleset)?.[1]

const firstDay = (ruleset: string): string => `${yearOf(ruleset)}-01-01`

/** The day whose law judges: the reference date, or the nearest day of the named ruleset where that is another one. */
export function lawDay(rulesets: Rulesets, ruleset: string | undefined, at: string): string {
  if (ruleset === undefined || !rulesets.includes(ruleset)) return at
  const start = firstDay(ruleset)
  if (at < start) return start
  const next = rulesets[rulesets.indexOf(ruleset) + 1]
  return next !== undefined && at >= firstDay(next) ? addDays(firstDay(next), -1) : at
}

export class CaseProduct {
  readonly packs: Packs
  readonly programme: string

  constructor(packs: Packs) {
    const [programme] = programmesWithOutcome(packs)
    if (!programme) throw new CaseProblem('the packs hold no programme with an outcome')
    this.packs = packs
    this.programme = programme.document.id
  }

  /** The rules in force on a day: the local ones of a place where it has any, else the national ones. */
  assembly(at: string, programme = this.programme, { place }: CasePlace = {}): Assembly {
    const rules = resolvePackRules(this.packs, { programme, at, ...(place !== undefined && { unit: place }) })
    if (isIssue(rules)) throw new CaseProblem(rules.message.en)
    const { national, local } = rules.assemblies
    return (place === undefined ? undefined : local) ?? national
  }

  /** Whether a programme has rules in force on a day. */
  hasRules(at: string, programme: string): boolean {
    return !isIssue(resolvePackRules(this.packs, { programme, at }))
  }

  /** Rules of the set that judges indicators, by id. */
  indicators(at: string): readonly string[] {
    const sets = this.assembly(at).release.logic.flatMap((piece) => (piece.kind === 'rules' ? [piece.rules.map(({ id }) => id)] : []))
    const [ids = []] = sets
    return ids
  }

  /** Every indicator that some release of the programme judges. */
  indicatorsEver(): ReadonlySet<string> {
    const releases = this.packs.programmes.filter(({ document }) => document.id === this.programme).flatMap((programme) => programme.releases)
    return new Set(releases.flatMap(({ release }) => release.logic.flatMap((piece) => (piece.kind === 'rules' ? piece.rules.map(({ id }) => id) : []))))
  }

  async ask({ moment, input, assume }: Question, programme = this.programme, place: CasePlace = {}): Promise<Evaluation> {
    const assembly = this.assembly(moment.law_at, programme, place)
    const problems = this.inputProblems(input)
    if (problems.length > 0) throw new CaseProblem(problems.map(({ message }) => message.en).join(' '))
    return evaluate(assembly, { input, moment, ...(assume && { assume }) })
  }

  inputProblems(input: HouseholdInput): readonly Issue[] {
    return checkInput(this.packs.common, input)
  }
}

/** What an outcome, fact or rule came to; `undetermined` where nothing may be concluded, undefined where it does not exist. */
export function valueOf({ outcomes, facts, rules }: EvaluationResult, name: string): unknown {
  const outcome = outcomes.find(({ id }) => id === name)
  if (outcome) return outcome.state === 'determined' ? outcome.value : outcome.state
  const rule = rules.find(({ set, id }) => `${set}.${id}` === name)
  if (rule) return rule.result === 'unknown' ? 'undetermined' : rule.result
  const fact = facts.find(({ id }) => id === name)
  return fact && (fact.not_applicable ? 'not_applicable' : (fact.value ?? 'undetermined'))
}

/** What an outcome of members came to for one of them, as `valueOf` tells it. */
export const memberValueOf = ({ member_outcomes: outcomes }: EvaluationResult, member: string, name: string): unknown => {
  const outcome = outcomes[member]?.find(({ id }) => id === name)
  return outcome && (outcome.state === 'determined' ? outcome.value : outcome.state)
}

/** Why an evaluation came out as it did: the lines that decided, and what is missing or open. */
export async function reasonOf(evaluation: Evaluation): Promise<string> {
  const [outcome] = evaluation.result.outcomes
  if (!outcome) return 'the release has no outcome'
  const { children } = await explain(evaluation, outcome.id)
  const rows = children.filter(({ result }) => result !== false).map(({ sentence, result }) => `${result === 'unknown' ? 'perhaps ' : ''}${sentence.en}`)
  const missing = outcome.missing.map(({ field, member }) => (member === undefined ? field : `${field} of ${member}`))
  return [rows.join('; '), missing.length > 0 ? `missing: ${missing.join(', ')}` : '', outcome.open.length > 0 ? `open: ${outcome.open.join(', ')}` : ''].filter(Boolean).join('; ')
}
