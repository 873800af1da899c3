import { describeUnit } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { rulesets } from '../rulesets.ts'
import { probeHousehold, statuses, type Status } from './probe-household.ts'
import { resultsOn, type Results } from './results-on.ts'

const packs = readPacks(rulesets)

/** The end of 2026, in a commune of the delta. */
const day = '2026-12-31'
const commune = packs.units.find(({ spells }) => spells.some(({ name, code }) => name === 'Xã Tứ Kỳ' && code === '11074'))

type Cells = Readonly<Record<Status, string>>

const cells = (...[poor, nearPoor, escaped, agri, average]: readonly [string, string, string, string, string]): Cells =>
  ({ poor, near_poor: nearPoor, newly_escaped: escaped, agri_average: agri, average })

const no = 'refused'
const yes = 'granted'
const free = 'granted, level 1'

/** Benefit × class, the national minimum; of training, the worker is one of low income where no class grants it: poor, near-poor, newly escaped, average in agriculture, average elsewhere. */
const table: readonly (readonly [string, Cells])[] = [
  ['health-insurance.full_premium of adult', cells('granted, level 1, exact 113850', no, no, no, no)],
  ['health-insurance.premium_support of adult', cells(no, 'granted, level at_least 0.7, at_least 79695', no, 'granted, level at_least 0.3, at_least 34155', no)],
  ['health-insurance.higher_cost_share of adult', cells(free, free, no, no, no)],
  ['tuition.tuition_exemption of pupil', cells(free, free, free, free, free)],
  ['tuition.learning_cost_support of pupil', cells('granted, exact 150000, × 9', no, no, no, no)],
  ['credit.poor_loan', cells('granted, level 6.24, at_most 100000000', no, no, no, no)],
  ['credit.near_poor_loan', cells(no, 'granted, level 7.488, at_most 100000000', no, no, no)],
  ['credit.newly_escaped_loan', cells(no, no, 'granted, level 7.8, at_most 100000000', no, no)],
  ['credit.student_loan of student', cells(...(Array.from({ length: 5 }, () => 'granted, level 6.24, at_most 4000000') as [string, string, string, string, string]))],
  ['electricity.electricity_support', cells('granted, exact 59520', no, no, no, no)],
  ['legal-aid.legal_aid of adult', cells(yes, no, no, no, no)],
  ['legal-aid.legal_aid of accused', cells(yes, yes, no, no, no)],
  ['legal-aid.legal_aid of disabled', cells(yes, yes, no, no, no)],
  ['social-pension.social_pension of elder', cells('granted, exact 500000', 'granted, exact 500000', no, no, no)],
  ['vocational-training.training_meals of adult', cells('granted, exact 30000', 'granted, exact 30000', no, no, no)],
  ['vocational-training.programme_training of single_parent', cells(yes, yes, yes, no, no)],
  ['vocational-training.programme_training of worker', cells(yes, yes, yes, yes, yes)],
]

describe('the table of benefits by class at the end of 2026', () => {
  const results = new Map<Status, Results>()

  beforeAll(async () => {
    const unit = commune && describeUnit(packs.units, commune, day)?.attributes
    if (!unit) throw new Error('The packs have the commune of Tứ Kỳ')
    for (const status of statuses) results.set(status, await resultsOn(packs, day, probeHousehold(packs, status, { day, unit })))
  })

  it.each(table)('%s', (name, expected) => {
    expect(Object.fromEntries(statuses.map((status) => [status, results.get(status)?.get(name)]))).toEqual(expected)
  })

  it('leaves nothing undetermined but what the law leaves open', () => {
    const undetermined = statuses.flatMap((status) => [...(results.get(status) ?? [])].filter(([, told]) => told.startsWith('undetermined')).map(([name]) => name.replace(/ of .*/, '')))
    expect([...new Set(undetermined)].toSorted()).toEqual(['telecom.smartphone', 'telecom.telecom_service'])
  })
})
