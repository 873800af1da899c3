import { evaluateLayers, explain, momentAt, type HouseholdInput } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { isIssue, resolvePackRules } from '@tieuchi/server/policies/pack-rules.ts'
import { describe, expect, it } from 'vitest'
import { rulesets } from './rulesets.ts'

const packs = readPacks(rulesets)

/** A poor single parent of two, of whom nothing else is true. */
const input: HouseholdInput = {
  members: [{
    id: 'a', birth_date: '1990-01-01', single_parent: true, children_raised: 2, disability_level: 'none', without_parental_support: false, studying: 'none',
    stable_income: true, hiv: false, lacks_food: false, serious_injury: false, deceased: true, died_by_disaster: false, monthly_social_assistance: true,
  }],
  unit: { very_hard_area: false },
}

async function assistanceOn(at: string, unit: string) {
  const rules = resolvePackRules(packs, { programme: 'social-assistance', at, unit })
  if (isIssue(rules)) throw new Error(rules.message.en)
  return evaluateLayers(rules.assemblies, { input, moment: momentAt(at), assume: { 'poverty.class': 'poor' } })
}

async function amountsOn(at: string, unit: string) {
  const { national, local } = await assistanceOn(at, unit)
  return [national, local].map((evaluation) => evaluation?.result.entitlements.find(({ id }) => id === 'monthly_assistance')?.amount)
}

const daiSon = 'tu-ky-11083'

describe('the social standard of a province', () => {
  it.each([
    ['2021-07-01', 720_000, 760_000],
    ['2024-06-30', 720_000, 760_000],
    ['2024-07-01', 1_000_000, 1_000_000],
    ['2024-07-31', 1_000_000, 1_000_000],
    ['2024-08-01', 1_000_000, 1_100_000],
    ['2025-06-30', 1_000_000, 1_100_000],
  ])('of Hải Dương is read by its communes on %s', async (at, national, local) => {
    expect(await amountsOn(at, daiSon)).toEqual([national, local])
  })

  it('of Hải Dương ended with the province', async () => {
    expect(await amountsOn('2025-07-01', 'hai-phong-2025-11086')).toEqual([1_000_000, undefined])
  })

  it('of Hà Nội begins in 2026', async () => {
    expect(await amountsOn('2025-12-31', 'ha-noi')).toEqual([1_000_000, undefined])
    expect(await amountsOn('2026-01-01', 'ha-noi')).toEqual([1_000_000, 1_300_000])
    expect(await amountsOn('2026-07-01', 'ha-noi')).toEqual([1_000_000, 1_300_000])
  })

  it('is named by what it touches: whose it is, and where the national one is the floor', async () => {
    const before = (await assistanceOn('2024-06-30', daiSon)).local?.result
    expect(before?.origins?.['common.parameters.social_standard']).toMatchObject({ layer: 'local', scope: { unit: 'hai-duong' }, citation: { document: '03/2021/NQ-HĐND' } })
    expect(before?.entitlements.find(({ id }) => id === 'burial_support')).toMatchObject({ amount: 7_600_000, overlaid: ['common.parameters.social_standard'] })
    const floor = (await assistanceOn('2024-07-15', daiSon)).local
    expect(floor?.result.origins?.['common.parameters.social_standard']).toMatchObject({ layer: 'national', citation: { document: '76/2024/NĐ-CP' }, floor: { scope: { unit: 'hai-duong' }, value: 380_000 } })
    if (!floor) throw new Error('Hải Dương has no rules of its own')
    expect(JSON.stringify(await explain(floor, 'burial_support', 'a', { 'hai-duong': 'Tỉnh Hải Dương' }))).toContain('theo chuẩn quốc gia, vì mức 380.000 đ/tháng của tỉnh Hải Dương kém thuận lợi hơn')
  })

  it('makes no local rules of a programme that does not read it', () => {
    const rules = resolvePackRules(packs, { programme: 'poverty', at: '2024-09-01', unit: daiSon })
    expect(rules).toMatchObject({ overlays: {}, assemblies: { national: expect.anything() } })
    expect(rules).not.toHaveProperty('assemblies.local')
  })
})
