import type { HouseholdInput } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { isIssue, resolvePackRules } from '@tieuchi/server/policies/pack-rules.ts'
import { describe, expect, it } from 'vitest'
import { evaluateAt, rulesets } from './rulesets.ts'

/** Without a job, without insurance, without clean water; nothing else. */
const household: HouseholdInput = {
  household: {
    income_method: 'survey', income_per_person: 1_900_000, walls_durable: true, columns_durable: true, roof_durable: true, floor_area: 60,
    water_source: 'other', toilet_type: 'septic', domestic_waste_handled: true, information_devices: ['tv'],
  },
  members: [
    { id: 'a', relation_to_head: 'head', birth_date: '1980-01-01', working_age: true, able_and_willing_to_work: true, job: 'none', monthly_social_allowance: false, health_insurance: false, uses_internet: true },
  ],
  unit: { area_type: 'rural' },
}

const classAt = async (at: string, input: HouseholdInput) => {
  const { result } = await evaluateAt(at, input)
  const [outcome] = result.outcomes
  return [outcome?.value ?? outcome?.state, result.facts.find(({ id }) => id === 'deprivation_count')?.value]
}

describe('the date decides', () => {
  it('a rural household at 1.900.000 đ with 3 deprivations is average on 31/12/2026 and poor on 01/01/2027', async () => {
    expect(await classAt('2026-12-31', household)).toEqual(['average', 3])
    expect(await classAt('2027-01-01', household)).toEqual(['poor', 3])
  })

  it('the same answers are judged by the standard of each day since 2016', async () => {
    const days = ['2016-01-01', '2021-12-31', '2022-01-01', '2025-12-31', '2026-01-01', '2030-12-31']
    const answers = await Promise.all(days.map((at) => classAt(at, household)))
    expect(answers.map(([value]) => value)).toEqual(['above_average', 'above_average', 'average', 'average', 'average', 'poor'])
  })

  it('no rules are in force before the first standard and after the last', () => {
    const packs = readPacks(rulesets)
    for (const at of ['2015-12-31', '2031-01-01']) {
      const rules = resolvePackRules(packs, { programme: 'poverty', at })
      expect(isIssue(rules) ? rules.code : undefined).toBe('no_rules_in_force')
    }
  })

  it('an income above the line where the average band is open in the law is not poor, and nothing is asked', async () => {
    const { result } = await evaluateAt('2027-01-01', { household: { income_method: 'survey', income_per_person: 2_200_001 }, unit: { area_type: 'rural' } })
    expect(result.outcomes[0]).toMatchObject({ state: 'determined', value: 'not_poor', missing: [], open: [] })
  })

  it('points whose limits are open decide nothing and name what is open', async () => {
    const { result } = await evaluateAt('2026-06-01', { household: { income_method: 'score', income_points: 100 }, unit: { area_type: 'rural' } })
    expect(result.outcomes[0]).toMatchObject({ state: 'undetermined' })
    expect(result.outcomes[0]?.open).toContain('points_a_limit')
  })
})
