import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { describe, expect, it } from 'vitest'
import type { SharedCase } from '../cases/case-file.ts'
import { judgeSharedCases } from '../cases/case-report.ts'
import { rulesets } from './rulesets.ts'

const packs = readPacks(rulesets)

const shared = (group: string, inputs: object, expected: object, more: Partial<SharedCase> = {}): SharedCase => ({
  id: 'ONE', group, title: 'one case', ruleset: 'VN-2022', as_of: '2023-06-15', jurisdiction: 'national', inputs: { ...inputs }, expected: { ...expected }, ...more,
})

const legal = (status: string | null, person: object, aid: unknown) => shared('legal', { class: status, person }, { legal_aid: aid })
const electricity = (inputs: object, amount: unknown, as_of = '2025-06-15') => shared('elec', inputs, { electricity_vnd_month: amount }, { as_of })
const housing = (inputs: object, expected: object, as_of = '2023-06-15') => shared('house', inputs, expected, { as_of })

const verdictOf = async (each: SharedCase) => (await judgeSharedCases(packs, [each]))[0]?.verdict

describe('shared cases on legal aid, electricity and housing', () => {
  it.each([
    legal('poor', {}, true),
    legal('near_poor', {}, false),
    legal('near_poor', { accused: true }, true),
    legal('near_poor', { disabled: true }, true),
    legal('near_poor', { age: 60 }, true),
    legal('near_poor', { age: 59 }, false),
    legal('near_poor', { victim: true, age: 17 }, true),
    legal('near_poor', { victim: true, age: 18 }, false),
    legal('near_poor', { victim_16_18: true }, true),
    legal('near_poor', { group: 'hiv' }, true),
    legal('near_poor', { groups: ['agent_orange', 'disabled'] }, true),
    legal('near_poor', { accused: null }, 'undetermined'),
    legal('near_poor', { hiv: null }, 'undetermined'),
    legal('near_poor', { hiv: null, accused: true }, true),
    legal('near_poor', { age: null }, 'undetermined'),
    legal('agri_average', { trafficking_victim: true, monthly_social_assistance: true }, true),
    legal('newly_escaped', { domestic_violence: true }, false),
    legal('above_average', { elderly: true, monthly_social_assistance: null }, 'undetermined'),
    legal('not_poor', { martyr_relative: true }, false),
    legal('none', { accused: true }, false),
    legal(null, { accused: true }, 'undetermined'),
    electricity({ class: 'poor', tier1_price_vnd: 1_984 }, 59_520),
    electricity({ class: 'poor' }, 59_520),
    electricity({ class: 'poor', tier1_price_vnd: null }, 'undetermined'),
    electricity({ class: 'poor', tier1_price_vnd: 1_800 }, 'undetermined', '2024-06-15'),
    electricity({ class: 'near_poor', tier1_price_vnd: 1_984 }, 0),
    electricity({ class: 'average', social_policy_household: true, kwh: 50 }, 59_520),
    electricity({ class: 'average', social_policy_household: true, kwh: 51 }, 0),
    electricity({ class: 'average', social_policy_household: true, kwh: null }, 'undetermined'),
    electricity({ class: null }, 'undetermined'),
    housing({ class: 'poor', poor_district: true, work: 'new' }, { ntp_housing_grant: true, grant_vnd: 40_000_000 }),
    housing({ class: 'near_poor', poor_district: true, work: 'repair' }, { ntp_housing_grant: true, grant_vnd: 20_000_000 }),
    housing({ class: 'near_poor', poor_district: true }, { ntp_housing_grant: true, grant_vnd: 'undetermined' }),
    housing({ class: 'average', poor_district: true }, { ntp_housing_grant: false, grant_vnd: 0 }),
    housing({ class: 'poor', poor_district: null }, { ntp_housing_grant: 'undetermined' }),
    housing({ class: 'poor', poor_district: true, need: false }, { ntp_housing_grant: false }),
    housing({ class: 'poor', disaster: 'house_lost' }, { grant_vnd_min: 40_000_000 }),
    housing({ class: 'near_poor', disaster: 'relocation' }, { grant_vnd_min: 30_000_000 }),
    housing({ class: 'average', disaster: 'severe_damage', hardship: true }, { grant_vnd_min: 20_000_000 }),
    housing({ class: 'average', disaster: 'severe_damage' }, { grant_vnd_min: 0 }),
    housing({ class: 'poor', disaster: 'none' }, { disaster_grant: false }),
    housing({ class: 'poor', disaster: null }, { grant_vnd_min: 'undetermined' }),
    housing({ class: 'poor', poor_district: true }, { ntp_housing_grant: 'undetermined' }, '2026-06-15'),
    { ...housing({}, {}), inputs: { class: 'poor', poor_district: true, as_of_list: ['2023-06-15', '2026-06-15'] }, as_of: null, expected: { ntp_housing_grant: [true, 'undetermined'] } },
  ])('$group on $as_of: $inputs expects $expected', async (each) => {
    expect(await verdictOf(each)).toEqual({ state: 'passed' })
  })

  it.each([
    ['a price other than that of the packs', electricity({ class: 'poor', tier1_price_vnd: 2_000 }, 60_000), '1984'],
    ['a damage', housing({ class: 'poor', disaster: 'mice' }, { grant_vnd_min: 0 }), 'mice'],
    ['a group of legal aid', legal('near_poor', { group: 'sailor' }, true), 'sailor'],
    ['a key of a person', legal('near_poor', { shoe_size: 40 }, false), 'shoe_size'],
    ['an expected value', shared('elec', { class: 'poor' }, { litres: 3 }), 'litres'],
  ])('fail, naming it, for %s the product does not know', async (_name, each, word) => {
    const verdict = await verdictOf(each)
    expect(verdict).toMatchObject({ state: 'failed' })
    expect(verdict?.state === 'failed' ? verdict.why : '').toContain(word)
  })
})
