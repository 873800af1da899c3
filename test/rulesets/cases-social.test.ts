import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { describe, expect, it } from 'vitest'
import type { SharedCase } from '../cases/case-file.ts'
import { judgeSharedCases } from '../cases/case-report.ts'
import { rulesets } from './rulesets.ts'

const packs = readPacks(rulesets)

const social = (inputs: object, expected: object, more: Partial<SharedCase> = {}): SharedCase => ({
  id: 'ONE', group: 'social', title: 'one case', ruleset: 'VN-2022', as_of: '2024-09-15', jurisdiction: 'national', inputs: { ...inputs }, expected: { ...expected }, ...more,
})

const verdictOf = async (each: SharedCase) => (await judgeSharedCases(packs, [each]))[0]?.verdict

describe('other cases of social assistance in the shared format', () => {
  it.each([
    social({ class: 'poor', group: 'disabled_very_severe_child' }, { monthly_vnd: 1_250_000 }),
    social({ class: 'average', group: 'severely_disabled', age: 35 }, { monthly_vnd: 750_000 }),
    social({ class: 'near_poor', group: 'single_parent_and_very_severely_disabled', children: 1 }, { monthly_vnd: 1_000_000 }),
    social({ class: 'poor', group: 'single_parent_and_hiv_adult', children: 1 }, { monthly_vnd: 1_250_000 }),
    social({ class: 'average', group: 'elderly_80_no_pension', age: 85 }, { monthly_vnd: 500_000 }),
    social({ class: 'average', group: 'elderly_no_support', age: 85 }, { monthly_vnd: 0 }),
    social({ class: 'near_poor', group: 'elderly_75_80_minority', age: 76 }, { monthly_vnd: 500_000 }),
    social({ class: 'near_poor', group: 'child_under_3_hard_area', age: 2 }, { monthly_vnd: 750_000 }),
    social({ class: 'poor', group: 'cared_in_community', age: 70 }, { monthly_vnd: 1_500_000 }),
    social({ class: 'poor', person: { age: 65, nobody_to_support: true } }, { monthly_vnd: 750_000 }),
    social({ class: null, group: 'single_parent', children: 1 }, { monthly_vnd: 'undetermined' }),
    social({ class: 'poor', group: 'single_parent', children: null }, { monthly_vnd: null }),
    social({ receiver: false }, { burial_vnd_min: 0 }),
    social({ group: 'serious_injury' }, { injury_vnd_min: 5_000_000 }),
    social({ class: 'near_poor', age: 72, pension: false }, { social_pension_vnd_month: 500_000 }, { as_of: '2025-07-01' }),
    social({ class: 'near_poor', age: 72, pension: false }, { social_pension: false }, { as_of: '2025-06-30' }),
    social({ as_of_list: ['2024-06-30', '2024-07-01', '2024-08-01'], receiver: true }, { burial_vnd_min: [7_600_000, 10_000_000, 11_000_000] }, { as_of: null, jurisdiction: 'province:Hải Dương' }),
    social({ class: 'poor', group: 'single_parent', children: 2 }, { monthly_vnd: 1_300_000 }, { as_of: '2026-02-01', jurisdiction: 'province:Hà Nội' }),
  ])('$inputs expects $expected', async (each) => {
    expect(await verdictOf(each)).toEqual({ state: 'passed' })
  })

  it.each([
    ['a group', social({ group: 'sailor' }, { monthly_vnd: 0 }), 'sailor'],
    ['a key', social({ group: 'single_parent', shoes: 2 }, { monthly_vnd: 0 }), 'shoes'],
    ['an expected value', social({ group: 'single_parent' }, { rank: 1 }), 'rank'],
  ])('fail, naming it, for %s the adapter does not know', async (_what, each, word) => {
    const verdict = await verdictOf(each)
    expect(verdict?.state === 'failed' ? verdict.why : '').toContain(word)
  })
})
