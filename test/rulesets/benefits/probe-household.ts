import type { Answers, HistoryEntry, HouseholdInput, MemberAnswers } from '@tieuchi/runtime'
import type { Packs } from '@tieuchi/server/policies/pack.ts'
import { silentAnswers } from '../../cases/case-benefit.ts'

/** The columns of the table of benefits: what is recorded of a household. */
export const statuses = ['poor', 'near_poor', 'newly_escaped', 'agri_average', 'average'] as const

export type Status = (typeof statuses)[number]

/** What no member of these households lacks. */
const healthy: Answers = { health_insurance: true, uses_internet: true, highest_completed: 'upper_secondary', job: 'other_work' }

/** Members of whom the benefits of the plan ask different things; what is not said is “no” or “none”. */
const people: Readonly<Record<string, Answers>> = {
  adult: { birth_date: '1985-03-15', sex: 'female', relation_to_head: 'head', working_age: true, able_and_willing_to_work: true, job: 'other_work' },
  worker: { birth_date: '1988-03-15', sex: 'male', working_age: true, able_and_willing_to_work: true, job: 'wage_contract', joins_voluntary_insurance: true },
  accused: { birth_date: '1990-03-15', accused: true },
  toddler: { birth_date: '2023-12-15', studying: 'none' },
  pupil: { birth_date: '2013-03-15', studying: 'lower_secondary' },
  student: { birth_date: '2006-02-15', studying: 'university' },
  minority_student: { birth_date: '2006-02-15', studying: 'university', ethnicity: '02' },
  elder: { birth_date: '1954-03-15', nobody_to_support: true },
  old_elder: { birth_date: '1943-03-15' },
  single_parent: { birth_date: '1992-03-15', single_parent: true, children_raised: 2 },
  disabled: { birth_date: '1980-03-15', disability_level: 'severe' },
  receiver: { birth_date: '1975-03-15', monthly_social_assistance: true, deceased: true },
}

export type Person = keyof typeof people

/** Months and years before a day. */
const yearsBefore = (day: string, years: number): string => `${Number(day.slice(0, 4)) - years}-01-01`

const recorded = (outcome: string, value: string | boolean, from: string, to?: string): HistoryEntry =>
  ({ programme: 'poverty', layer: 'national', outcome, value, from, ...(to !== undefined && { to }), decided_on: from, standard: 'recorded' })

/** A dwelling without any deprivation; income alone tells the households apart. */
const dwelling: Answers = {
  income_method: 'survey', walls_durable: true, columns_durable: true, roof_durable: true, floor_area: 200, water_source: 'piped', toilet_type: 'septic',
  domestic_waste_handled: true, information_devices: ['tv'], policy_credit_need: true,
}

/** Income per person that gives the status by the rules of 2022 to 2026, in the countryside. */
const incomes: Readonly<Record<Status, number>> = { poor: 1_200_000, near_poor: 1_200_000, newly_escaped: 1_900_000, agri_average: 2_100_000, average: 2_100_000 }

/** What makes the poor household poor and not near-poor. */
const deprived: Answers = { floor_area: 10, water_source: 'other', toilet_type: 'other', information_devices: ['none'] }

const answersOf = (status: Status): Answers => ({
  ...dwelling, income_per_person: incomes[status], agri_livelihood: status === 'agri_average', escape_confirmed: status === 'newly_escaped', ...(status === 'poor' && deprived),
})

/** Workers of households that are neither poor nor near-poor, found to earn little as soon as there were rules for it. */
const identified = (status: Status): readonly HistoryEntry[] =>
  (status === 'poor' || status === 'near_poor' ? [] : ['adult', 'worker'].map((member) => ({ ...recorded('low_income_worker', true, '2025-04-10'), member })))

/** What the decisions of earlier reviews say of the household on a day. */
const historyOf = (status: Status, day: string): readonly HistoryEntry[] => [...classesOf(status, day), ...identified(status)]

function classesOf(status: Status, day: string): readonly HistoryEntry[] {
  const since = yearsBefore(day, 4)
  if (status !== 'newly_escaped') return [recorded('class', status === 'agri_average' ? 'average' : status, since), recorded('agri_average', status === 'agri_average', since)]
  const escaped = yearsBefore(day, 1)
  return [recorded('class', 'near_poor', since, `${Number(escaped.slice(0, 4)) - 1}-12-31`), recorded('class', 'average', escaped), recorded('agri_average', false, since)]
}

/** A household with everyone in it, of which everything is answered. */
export function probeHousehold({ common }: Packs, status: Status, { day, household = {}, unit }: { readonly day: string; readonly household?: Answers; readonly unit: Answers }): HouseholdInput {
  const { properties } = common.dictionary
  const members = Object.entries(people).map(([id, answers]): MemberAnswers => ({ ...silentAnswers(properties.members.items.properties), ...healthy, training_distance: 20, ...answers, id }))
  return {
    household: { ...silentAnswers(properties.household.properties), ...answersOf(status), ...household },
    members,
    unit: { ...silentAnswers(properties.unit.properties), ...unit },
    history: historyOf(status, day),
  }
}
