import { evaluateLayers, momentAt, type Assumptions, type EntitlementResult, type HouseholdInput } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { isIssue, resolvePackRules } from '@tieuchi/server/policies/pack-rules.ts'
import { describe, expect, it } from 'vitest'
import { rulesets } from '../rulesets.ts'

const packs = readPacks(rulesets)

const nearPoor: Assumptions = { 'poverty.class': 'near_poor', 'poverty.agri_average': false }
const farmers: Assumptions = { 'poverty.class': 'average', 'poverty.agri_average': true }
const others: Assumptions = { 'poverty.class': 'average', 'poverty.agri_average': false }

const told = (entitlements: readonly EntitlementResult[]): string => {
  const found = entitlements.find(({ id, state }) => (id === 'full_premium' || id === 'premium_support') && state !== 'refused')
  return found ? [found.state, ...(found.level === undefined ? [] : [String(found.level)]), ...found.assumed].join(' ') : 'refused'
}

/** What a person of so many years in a commune of Tứ Kỳ is given, by the national and by the local rules. */
async function supportOn(at: string, assume: Assumptions, years: number, unit = 'tu-ky-11083') {
  const rules = resolvePackRules(packs, { programme: 'health-insurance', at, unit })
  if (isIssue(rules)) throw new Error(rules.message.en)
  const input: HouseholdInput = {
    members: [{ id: 'a', birth_date: `${Number(at.slice(0, 4)) - years}${at.slice(4)}`, studying: 'none', monthly_social_assistance: false, insured_by_work: false }],
    unit: { poor_district: false, poor_commune: false },
  }
  const { national, local } = await evaluateLayers(rules.assemblies, { input, moment: momentAt(at), assume })
  return [told(national.result.entitlements), local && told(local.result.entitlements)]
}

describe('the health insurance support of Hải Dương', () => {
  it.each([
    ['2019-12-31', 'granted 0.7'], ['2020-01-01', 'granted 1'], ['2020-12-31', 'granted 1'], ['2021-01-01', 'granted 0.7 support_near_poor'], ['2025-06-30', 'granted 0.7 support_near_poor'],
  ])('for near-poor households on %s: %s', async (at, local) => {
    expect(await supportOn(at, nearPoor, 40)).toEqual(['granted 0.7', local])
  })

  it.each([['2019-07-01', 'granted 0.5'], ['2020-12-31', 'granted 0.5'], ['2021-01-01', 'granted 0.3']])('for average households in agriculture on %s: %s', async (at, local) => {
    expect(await supportOn(at, farmers, 40)).toEqual(['granted 0.3', local])
  })

  it.each([
    ['2023-07-31', 65, 'refused'], ['2023-08-01', 64, 'refused'], ['2023-08-01', 65, 'granted 0.7'], ['2025-06-30', 69, 'granted 0.7'], ['2025-06-30', 70, 'refused'],
  ])('on %s for a person of %i in no group: %s', async (at, years, local) => {
    expect(await supportOn(at, others, years)).toEqual(['refused', local])
  })

  it('ended with the province', async () => {
    expect(await supportOn('2025-07-01', others, 66, 'hai-phong-2025-11086')).toEqual(['refused', undefined])
  })
})
