import { evaluate, type Assembly, type EvaluationResult, type HouseholdInput, type OutcomeResult } from '@tieuchi/runtime'
import type { Verdict } from './judge.ts'
import type { Span, Truth } from './three-valued.ts'

const truthOf = ({ value }: OutcomeResult): Truth => (typeof value === 'boolean' ? value : 'unknown')

/** What may come out of an outcome of several values. */
const possibleOf = ({ state, value, possible = [] }: OutcomeResult): readonly string[] => (state === 'determined' ? [String(value)] : possible.map(String).toSorted())

const codesOf = ({ value }: OutcomeResult): string => (typeof value === 'object' ? value.toSorted().join(', ') : 'no list')

const ownOutcomes = ['class', 'movement', 'deprived_indicators']

/** A result of the runtime in the words of a verdict. */
export const verdictOf = ({ outcomes, member_outcomes: ofMembers, rules, facts }: EvaluationResult): Verdict => {
  const [outcome, movement, told] = ownOutcomes.map((name) => outcomes.find(({ id }) => id === name))
  const workers = facts.find(({ id }) => id === 'low_income_workers')
  const count = facts.find(({ id }) => id === 'deprivation_count')
  if (!outcome || !movement || !told || !count) throw new Error('The release has no class, no movement, no deprived indicators or no number of them')
  return {
    classes: possibleOf(outcome),
    determined: outcome.state === 'determined',
    indicators: Object.fromEntries(rules.map(({ id, result }): readonly [string, Truth] => [id, result])),
    deprived: spanOf(count),
    told: told.state === 'determined' ? codesOf(told) : told.state,
    statuses: Object.fromEntries(outcomes.filter(({ id }) => !ownOutcomes.includes(id)).map((each): readonly [string, Truth] => [each.id, truthOf(each)])),
    movements: possibleOf(movement),
    workers: Object.fromEntries(Object.entries(ofMembers).flatMap(([member, own]) => own.map((each): readonly [string, Truth] => [member, truthOf(each)]))),
    ...(workers && { workerCount: spanOf(workers) }),
  }
}

/** A number alone is both ends; an end that is missing is unbounded. */
const spanOf = ({ value, from = -Infinity, to = Infinity }: EvaluationResult['facts'][number]): Span =>
  value === undefined ? { from: Number(from), to: Number(to) } : { from: Number(value), to: Number(value) }

/** What the packs make of a household on a day; the law in force is that of the assembly. */
export const evaluated = async (assembly: Assembly, input: HouseholdInput, on: string, lawAt: string): Promise<Verdict> =>
  verdictOf((await evaluate(assembly, { input, moment: { law_at: lawAt, facts_at: on, unit_at: lawAt } })).result)
