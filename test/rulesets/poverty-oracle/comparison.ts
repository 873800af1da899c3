import { evaluate, type Assembly, type EvaluationResult, type HouseholdInput } from '@tieuchi/runtime'
import type { Verdict } from './judge.ts'
import type { Span, Truth } from './three-valued.ts'

/** A result of the runtime in the words of a verdict. */
export const verdictOf = ({ outcomes, rules, facts }: EvaluationResult): Verdict => {
  const outcome = outcomes.find(({ id }) => id === 'class')
  const count = facts.find(({ id }) => id === 'deprivation_count')
  if (!outcome || !count) throw new Error('The release has no class or no number of deprivations')
  const classes = outcome.state === 'determined' ? [outcome.value] : (outcome.possible ?? [])
  return {
    classes: classes.map(String).toSorted(),
    determined: outcome.state === 'determined',
    indicators: Object.fromEntries(rules.map(({ id, result }): readonly [string, Truth] => [id, result])),
    deprived: spanOf(count),
    statuses: Object.fromEntries(outcomes.filter(({ id }) => id !== 'class').map(({ id, value }): readonly [string, Truth] => [id, typeof value === 'boolean' ? value : 'unknown'])),
  }
}

/** A number alone is both ends; an end that is missing is unbounded. */
const spanOf = ({ value, from = -Infinity, to = Infinity }: EvaluationResult['facts'][number]): Span =>
  value === undefined ? { from: Number(from), to: Number(to) } : { from: Number(value), to: Number(value) }

/** What the packs make of a household on a day; the law in force is that of the assembly. */
export const evaluated = async (assembly: Assembly, input: HouseholdInput, on: string, lawAt: string): Promise<Verdict> =>
  verdictOf((await evaluate(assembly, { input, moment: { law_at: lawAt, facts_at: on, unit_at: lawAt } })).result)
