import type { Answers, CommonDocument, HistoryEntry, HouseholdInput, MemberAnswers } from '@tieuchi/runtime'
import { silentAnswers } from '../../cases/case-benefit.ts'
import { householdAt } from './households.ts'
import { chance, pick, randomFrom, weighted, type Random } from './random.ts'

const classes = { poor: 4, near_poor: 6, average: 60, above_average: 30 } as const

const levels = ['none', 'none', 'primary', 'lower_secondary', 'upper_secondary', 'college', 'university'] as const

/** Shares of members of whom the answer is yes. */
const members: Readonly<Record<string, number>> = { monthly_social_assistance: 0.05, single_parent: 0.03, nobody_to_support: 0.02, pension: 0.1, orphan: 0.01, accused: 0.002, merit: 0.03, insured_by_work: 0.3 }

const households: Readonly<Record<string, number>> = { agri_livelihood: 0.4, escape_confirmed: 0.3, social_policy_household: 0.05, policy_credit_need: 0.3 }

const drawn = (random: Random, shares: Readonly<Record<string, number>>): Answers => Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, chance(random, share)]))

const benefitAnswers = (random: Random): Answers => ({ ...drawn(random, members), studying: pick(random, levels), disability_level: chance(random, 0.03) ? 'severe' : 'none' })

/** Two reviews: one that ended, one in force. */
const historyOf = (random: Random): readonly HistoryEntry[] => [
  { programme: 'poverty', layer: 'national', outcome: 'class', value: weighted(random, classes), from: '2023-01-01', to: '2025-12-31', decided_on: '2022-12-15' },
  { programme: 'poverty', layer: 'national', outcome: 'class', value: weighted(random, classes), from: '2026-01-01', decided_on: '2025-12-15' },
  { programme: 'poverty', layer: 'national', outcome: 'agri_average', value: chance(random, 0.1), from: '2026-01-01', decided_on: '2025-12-15' },
]

/** A household of the workload of which the benefits ask nothing in vain. */
export function beneficiaryAt(index: number, { properties }: CommonDocument['dictionary'], day: string): HouseholdInput {
  const random = randomFrom(2_026_000_003 + index)
  const { household, members: people = [], unit } = householdAt(index, { day })
  return {
    household: { ...silentAnswers(properties.household.properties), ...household, ...drawn(random, households) },
    members: people.map((person): MemberAnswers => ({ ...silentAnswers(properties.members.items.properties), ...person, ...benefitAnswers(random), id: person.id })),
    unit: { ...silentAnswers(properties.unit.properties), ...unit },
    history: historyOf(random),
  }
}
