import { addDays, describeUnit, type Answers, type UnitDocument } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { describe, expect, it } from 'vitest'
import { rulesets } from '../rulesets.ts'
import { probeHousehold, statuses } from './probe-household.ts'
import { changesBetween, resultsOn } from './results-on.ts'

const packs = readPacks(rulesets)

const countryside: Answers = { area_type: 'rural' }

interface Row {
  readonly day: string
  readonly what: string
  /** What changes for any of the households, and how; nothing else may. */
  readonly changes: Readonly<Record<string, readonly string[]>>
  readonly household?: Answers
  /** Whose local rules are read. */
  readonly place?: string
}

/** Rows of the timeline of the law that decide something: the day before and the day of. */
const rows: readonly Row[] = [
  {
    day: '2021-07-01', what: 'the social standard rises to 360.000 đ; Decree 20/2021 begins',
    changes: {
      'housing.disaster_housing': ['no rules → refused'],
      'social-assistance.burial_support': ['no rules → granted, at_least 7200000', 'no rules → refused'],
      'social-assistance.disaster_death_support': ['no rules → refused'],
      'social-assistance.emergency_rice': ['no rules → refused'],
      'social-assistance.injury_support': ['no rules → refused'],
      'social-assistance.monthly_assistance': ['no rules → granted, level 1.5, exact 540000', 'no rules → granted, level 2, exact 720000', 'no rules → refused'],
    },
  },
  {
    day: '2022-01-01', what: 'the standard of 2022: no branch of income alone, twelve indicators',
    changes: {
      'poverty.class': ['above_average → average', 'average → near_poor', 'average → poor'],
      'poverty.agri_average': ['false → true'],
      'poverty.deprived_indicators': ['not_applicable → ', 'not_applicable → housing_area,water,toilet,info_means'],
      'poverty.movement': ['escaped_near_poverty → unchanged', 'escaped_poverty → unchanged'],
      'voluntary-insurance.contribution_support': ['no rules → granted, level 0.1, exact 33000', 'no rules → granted, level 0.25, exact 82500', 'no rules → granted, level 0.3, exact 99000', 'no rules → refused'],
    },
  },
  { day: '2022-05-19', what: 'student loans up to 4 million a month', changes: { 'credit.student_loan': ['granted, level 6.6 → granted, level 6.6, at_most 4000000'] } },
  {
    day: '2022-12-12', what: 'Circular 14/2022 on telecom services',
    changes: { 'telecom.smartphone': ['no rules → granted, exact 500000', 'no rules → refused'], 'telecom.telecom_service': ['no rules → granted, level mobile', 'no rules → refused'] },
  },
  {
    day: '2023-07-01', what: 'base salary 1.800.000 đ',
    changes: {
      'health-insurance.full_premium': ['granted, level 1, exact 67050 → granted, level 1, exact 81000'],
      'health-insurance.premium_support': [
        'granted, level at_least 0.3, at_least 20115 → granted, level at_least 0.3, at_least 24300', 'granted, level at_least 0.7, at_least 46935 → granted, level at_least 0.7, at_least 56700',
      ],
    },
  },
  {
    day: '2024-07-01', what: 'base salary 2.340.000 đ, social standard 500.000 đ',
    changes: {
      'health-insurance.full_premium': ['granted, level 1, exact 81000 → granted, level 1, exact 105300'],
      'health-insurance.premium_support': [
        'granted, level at_least 0.3, at_least 24300 → granted, level at_least 0.3, at_least 31590', 'granted, level at_least 0.7, at_least 56700 → granted, level at_least 0.7, at_least 73710',
      ],
      'social-assistance.burial_support': ['granted, at_least 7200000 → granted, at_least 10000000'],
      'social-assistance.monthly_assistance': [
        'granted, level 1, exact 360000 → granted, level 1, exact 500000', 'granted, level 1.5, exact 540000 → granted, level 1.5, exact 750000', 'granted, level 2, exact 720000 → granted, level 2, exact 1000000',
      ],
    },
  },
  {
    day: '2024-08-01', what: 'Hải Dương: local standard 550.000 đ', place: 'hai-duong',
    changes: {
      'social-assistance.burial_support': ['granted, at_least 10000000 → granted, at_least 11000000'],
      'social-assistance.monthly_assistance': [
        'granted, level 1, exact 500000 → granted, level 1, exact 550000', 'granted, level 1.5, exact 750000 → granted, level 1.5, exact 825000', 'granted, level 2, exact 1000000 → granted, level 2, exact 1100000',
      ],
    },
  },
  { day: '2024-09-02', what: 'clean-water loans up to 25 million', changes: { 'credit.clean_water_loan': ['granted, level 9, at_most 10000000 → granted, level 9, at_most 25000000'] } },
  { day: '2025-04-10', what: 'Decree 30/2025: low-income workers (day not established)', changes: { 'poverty.low_income_worker': ['no rules → false', 'no rules → true'], 'vocational-training.programme_training': ['refused → granted'] } },
  {
    day: '2025-07-01', what: 'students 50 %, social pension, voluntary insurance 50/40/30/20 %',
    changes: {
      'health-insurance.premium_support': ['granted, level at_least 0.3, at_least 31590 → granted, level at_least 0.5, at_least 52650'],
      'social-assistance.monthly_assistance': ['granted, level 1, exact 500000 → refused'],
      'social-pension.social_pension': ['no rules → granted, exact 500000', 'no rules → refused'],
      'voluntary-insurance.contribution_support': [
        'granted, level 0.1, exact 33000 → granted, level 0.2, exact 66000', 'granted, level 0.25, exact 82500 → granted, level 0.4, exact 132000', 'granted, level 0.3, exact 99000 → granted, level 0.5, exact 165000',
      ],
    },
  },
  { day: '2025-09-03', what: 'public school is free', changes: { 'tuition.tuition_exemption': ['granted, level 0.5 → granted, level 1', 'refused → granted, level 1'] } },
  {
    day: '2025-12-01', what: 'rates of policy loans fall',
    changes: {
      'credit.clean_water_loan': ['granted, level 9, at_most 25000000 → granted, level 8.4, at_most 25000000'],
      'credit.near_poor_loan': ['granted, level 7.92, at_most 100000000 → granted, level 7.488, at_most 100000000'],
      'credit.newly_escaped_loan': ['granted, level 8.25, at_most 100000000 → granted, level 7.8, at_most 100000000'],
      'credit.poor_loan': ['granted, level 6.6, at_most 100000000 → granted, level 6.24, at_most 100000000'],
      'credit.student_loan': ['granted, level 6.6, at_most 4000000 → granted, level 6.24, at_most 4000000'],
    },
  },
  {
    day: '2026-01-01', what: 'near-poor households have all cost paid; programmes to 2025 end',
    changes: {
      'health-insurance.higher_cost_share': ['granted, level 0.95 → granted, level 1'],
      'housing.campaign_housing': ['refused → no rules'],
      'telecom.smartphone': ['granted, exact 500000 → undetermined'],
      'telecom.telecom_service': ['granted, level mobile → undetermined'],
      'tuition.vocational_scholarship': ['no rules → refused'],
    },
  },
  {
    day: '2026-05-31', what: 'Circular 60/2026: of several policies the highest alone', household: { production_support_elsewhere: true },
    changes: { 'livelihood.livelihood_model': ['granted → refused'], 'livelihood.production_support': ['granted → refused'] },
  },
  {
    day: '2026-07-01', what: 'base salary 2.530.000 đ',
    changes: {
      'health-insurance.full_premium': ['granted, level 1, exact 105300 → granted, level 1, exact 113850'],
      'health-insurance.premium_support': [
        'granted, level at_least 0.3, at_least 31590 → granted, level at_least 0.3, at_least 34155', 'granted, level at_least 0.5, at_least 52650 → granted, level at_least 0.5, at_least 56925',
        'granted, level at_least 0.7, at_least 73710 → granted, level at_least 0.7, at_least 79695',
      ],
    },
  },
  {
    day: '2027-01-01', what: 'the standard of 2027, and the base of voluntary insurance with it',
    changes: {
      'poverty.class': ['average → near_poor'],
      'poverty.agri_average': ['true → false'],
      'poverty.deprived_indicators': ['child_school,housing_area,water,toilet,info_means → child_school,housing_area,water,toilet', 'not_applicable → child_school'],
      'poverty.low_income_worker': ['true → false'],
      'poverty.movement': ['unchanged → new_near_poor', 'unchanged → relapsed_near_poor'],
      'voluntary-insurance.contribution_support': [
        'granted, level 0.2, exact 66000 → granted, level 0.2, exact 96800', 'granted, level 0.4, exact 132000 → granted, level 0.4, exact 193600', 'granted, level 0.5, exact 165000 → granted, level 0.5, exact 242000',
      ],
    },
  },
]

/** Rows of the timeline that are no decisions on a household, and why. */
const others: readonly (readonly [string, string])[] = [
  ['2021-03-15', 'Decree 07/2021 comes into force, but the year is still judged by Decision 59/2015'],
  ['2021-09-01', 'Decision 24/2021 and Circular 07/2021: process and forms'],
  ['2022-03-30', 'Circular 02/2022: templates of reports'],
  ['2023-12-03', 'Decree 75/2023 amends who pays for health insurance; what it changes was not read'],
  ['2025-02-24', 'Decree 30/2025 is signed; its first day is taken as 10/04/2025'],
  ['2025-03-01', 'poverty work moves to another ministry: texts and addressees'],
  ['2025-12-30', 'Decree 351/2025 announces the standard of 2027'],
]

/** One of the ten communes of Đồng Nai that became wards with their borders as they were; which ones they are is not in the packs. */
const ward: UnitDocument = {
  id: 'a-commune-of-dong-nai',
  spells: [{ valid_to: '2026-04-29', code: '00000', name: 'Xã', kind: 'commune' }, { valid_from: '2026-04-30', code: '00000', name: 'Phường', kind: 'commune' }],
  attributes: { area_type: [{ valid_to: '2026-04-29', value: 'rural' }, { valid_from: '2026-04-30', value: 'urban' }] },
}

const unitOf = (id: string): UnitDocument => {
  const unit = packs.units.find((each) => each.id === id)
  if (!unit) throw new Error(`The packs have no unit ${id}`)
  return unit
}

/** What a household between the lines of countryside and town is in a place on a day. */
async function classIn(place: UnitDocument, day: string): Promise<string | undefined> {
  const unit = describeUnit([...packs.units, ward], place, day)?.attributes ?? {}
  return (await resultsOn(packs, day, probeHousehold(packs, 'newly_escaped', { day, unit }))).get('poverty.class')
}

const bare = (name: string): string => name.replace(/ of .*/, '')

async function changesOn({ day, household, place }: Pick<Row, 'day' | 'household' | 'place'>): Promise<Readonly<Record<string, readonly string[]>>> {
  const seen = new Map<string, Set<string>>()
  for (const status of statuses) {
    const input = probeHousehold(packs, status, { day, unit: countryside, ...(household && { household }) })
    const [before, after] = [await resultsOn(packs, addDays(day, -1), input, place), await resultsOn(packs, day, input, place)]
    for (const [name, [was, is]] of Object.entries(changesBetween(before, after))) seen.set(bare(name), (seen.get(bare(name)) ?? new Set()).add(`${was} → ${is}`))
  }
  return Object.fromEntries([...seen].map(([name, changes]) => [name, [...changes].toSorted()]))
}

describe('a day on which the law changes', () => {
  it.each(rows.map((row) => [row.day, row.what, row] as const))('%s: %s, and nothing else', async (_day, _what, row) => {
    expect(await changesOn(row)).toEqual(row.changes)
  })

  it.each(others)('%s decides nothing: %s', async (day) => {
    expect(await changesOn({ day })).toEqual({})
  })

  it.each([
    ['a commune of Đồng Nai that becomes a ward has the lines of towns', '2026-04-30', ward, ward, ['average', 'near_poor']],
    ['the townlet of Tứ Kỳ that becomes a commune has those of the countryside', '2025-07-01', unitOf('tu-ky-11074'), unitOf('hai-phong-2025-11074'), ['near_poor', 'average']],
  ] as const)('may be one of a place: %s', async (_what, day, before, after, classes) => {
    expect([await classIn(before, addDays(day, -1)), await classIn(after, day)]).toEqual(classes)
  })
})
