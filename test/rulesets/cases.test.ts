import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { describe, expect, it } from 'vitest'
import { readCaseFile, type SharedCase } from '../cases/case-file.ts'
import { judgePackCases, judgeSharedCases, reportLines } from '../cases/case-report.ts'
import { runCases } from '../cases/cases-command.ts'
import { repository, rulesets } from './rulesets.ts'

const packs = readPacks(rulesets)
const sample = join(repository, 'test/cases/cases.json')

const shared = (group: string, inputs: object, expected: object, more: Partial<SharedCase> = {}): SharedCase => ({
  id: 'ONE', group, title: 'one case', ruleset: 'VN-2022', as_of: '2023-11-01', jurisdiction: 'national', inputs: { ...inputs }, expected: { ...expected }, ...more,
})

const verdictOf = async (each: SharedCase) => (await judgeSharedCases(packs, [each]))[0]?.verdict

const indicator = (name: string, facts: object, deprived: unknown, more: Partial<SharedCase> = {}) => shared('ind', { indicator: name, facts }, { deprived }, more)

const classified = (inputs: object, classification: string, more: Partial<SharedCase> = {}) => shared('cls', { area: 'rural', income_per_capita_month_vnd: 1_400_000, deprived_indicators: [], ...inputs }, { classification }, more)

describe('the cases of the packs', () => {
  it('pass, every one of every release', async () => {
    const judged = await judgePackCases(packs)
    expect(judged.length).toBeGreaterThan(150)
    expect(reportLines(judged)).toEqual([`${judged.length} passed, 0 failed, 0 skipped`])
  })
})

describe('the shared cases', () => {
  it('pass in the groups the product knows, and the rest are skipped with a reason', async () => {
    const cases = readCaseFile(sample)
    const judged = await judgeSharedCases(packs, cases)
    expect(judged.filter(({ verdict: { state } }) => state === 'failed')).toEqual([])
    for (const [index, { id, verdict }] of judged.entries()) {
      const target = cases[index]?.inputs['target_percent']
      expect(verdict, id).toEqual(target === undefined ? { state: 'passed' } : { state: 'skipped', reason: 'targets do not exist yet' })
    }
  })

  it('fail where the expectation is turned round, so none passes unseen', async () => {
    const turned = readCaseFile(sample).filter(({ group }) => group === 'ind').map((each) => ({ ...each, expected: { deprived: each.expected['deprived'] !== true } }))
    const judged = await judgeSharedCases(packs, turned)
    expect(judged.map(({ verdict }) => verdict.state)).toEqual(turned.map(() => 'failed'))
  })
})

describe('other cases of the shared format', () => {
  const balance = (inputs: object, end: number, asOf = '2023-12-31') => shared('target', { start: 50, escaped: 18, relapsed: 1, new: 5, ...inputs }, { end }, { as_of: asOf })

  it.each([
    ['nobody moves', balance({}, 38)],
    ['more come than go', balance({ moved_net: 3 }, 41)],
    ['more go than come', balance({ moved_net: -2 }, 36)],
    ['it is told who comes and who goes', balance({ moved_in: 4, moved_out: 6 }, 36)],
    ['the release is another', balance({ moved_net: 3 }, 41, '2026-12-31')],
  ])('say by the report how many households there are at the end of a year where %s', async (_where, asked) => {
    expect((await judgeSharedCases(packs, [asked])).map(({ verdict }) => verdict)).toEqual([{ state: 'passed' }])
    const wrong = { ...asked, expected: { end: Number(asked.expected['end']) + 1 } }
    expect((await judgeSharedCases(packs, [wrong])).map(({ verdict }) => verdict)).toMatchObject([{ state: 'failed', got: { end: asked.expected['end'] } }])
  })

  it.each([
    indicator('dependents', { members: 4, dependents: 2 }, false),
    indicator('dependents', { members: 3, dependents: 1, elders_without_allowance: 2 }, false),
    indicator('dependents', { members: 3, dependents: 1, elders_with_allowance: 1 }, true),
    indicator('dependents', { members: null, dependents: 2 }, 'undetermined'),
    indicator('nutrition', { children: [{ age_years: 15.9, underweight: true }] }, true),
    indicator('nutrition', { children: [{ age_years: 16, stunted: true }] }, false),
    indicator('nutrition', { children: [{ age_years: 4, stunted: null }] }, null),
    indicator('health_insurance', { uninsured_ages: [5.99] }, false),
    indicator('health_insurance', { uninsured_ages: [3, 40] }, true),
    indicator('health_insurance', { uninsured_ages: [] }, false),
    indicator('adult_education', { persons: [{ age_years: 17.9, lower_secondary_done_or_in: true }] }, false),
    indicator('adult_education', { persons: [{ age_years: 18, lower_secondary_done_or_in: true, upper_secondary_or_vocational_done_or_in: false }] }, true),
    indicator('adult_education', { persons: [{ age_years: 25, vocational_done_or_in: true, upper_secondary_done_or_in: false }] }, false),
    indicator('adult_education', { persons: [{ age_years: 30, upper_secondary_done_or_in: false, on_the_job_certified: true }] }, false),
    indicator('adult_education', { persons: [{ age_years: 30.5, upper_secondary_done_or_in: false }] }, true),
    indicator('adult_education', { persons: [{ age_years: 31, upper_secondary_done_or_in: false }] }, false),
    indicator('adult_education', { persons: [{ age_years: 20, upper_secondary_done_or_in: null }] }, 'undetermined'),
    indicator('child_school', { children: [{ age_years: 2.9, in_right_level: false }] }, false),
    indicator('child_school', { children: [{ age_years: 3, in_right_level: false }] }, true),
    indicator('child_school', { children: [{ age_years: 15.9, in_right_level: false }] }, true),
    indicator('child_school', { children: [{ age_years: 9, in_right_level: null }] }, 'undetermined'),
    indicator('employment', { persons: [{ working_age: true, able_and_willing: true, job: 'own_account' }] }, false),
    indicator('employment', { persons: [{ working_age: true, able_and_willing: null, job: null }] }, 'undetermined'),
    indicator('employment', { persons: [{ working_age: false, able_and_willing: true, job: null }] }, false),
    indicator('water', { source: 'protected_spring' }, false),
    indicator('water', { source: 'pond' }, true),
    indicator('water', { source: null }, 'undetermined'),
    indicator('toilet', { type: 'double_vault' }, false),
    indicator('telecom', { members: 4, members_using_internet: 1 }, false),
    indicator('telecom', { members_using_internet: null }, 'undetermined'),
    indicator('info_means', { devices: null }, 'undetermined'),
    indicator('housing_area', { area_m2: 31.9, persons: 4 }, true),
    indicator('housing_quality', { durable_wall: null, durable_column: false, durable_roof: false }, true),
    indicator('housing_quality', { durable_wall: null, durable_column: false, durable_roof: true }, 'undetermined'),
    classified({ deprived_indicators: ['employment', 'water'], unknown_indicators: ['toilet'] }, 'undetermined'),
    classified({ deprived_indicators: ['employment'], unknown_indicators: ['toilet'] }, 'near_poor'),
    classified({ income_per_capita_month_vnd: null, deprived_indicators: ['employment', 'water', 'toilet'] }, 'undetermined'),
    classified({ income_per_capita_month_vnd: null, score_A: 140, deprived_indicators: ['employment', 'water', 'toilet'] }, 'poor'),
    classified({ area: null, income_per_capita_month_vnd: 1_800_000, deprived_indicators: ['employment', 'water', 'toilet'] }, 'undetermined'),
    classified({ area: null, deprived_indicators: ['employment', 'water', 'toilet'] }, 'poor'),
    classified({ income_per_capita_month_vnd: 2_000_000, deprived_indicators: ['info_means', 'water', 'toilet'] }, 'near_poor', { as_of: '2027-01-01', ruleset: 'VN-2027' }),
    classified({ income_per_capita_month_vnd: 800_000, deprived_indicators: ['old_a', 'water', 'old_b'] }, 'poor', { as_of: '2021-12-31', ruleset: 'VN-2016' }),
    shared('score', { area: 'rural', score_A: 141, score_B: 60 }, { classification: 'not_poor' }),
    shared('score', { area: 'rural', score_A: 140, score_B: null }, { classification: 'undetermined' }),
    shared('multi', { income_per_capita_month_vnd: 1_900_000, deprived_indicators: ['employment', 'water', 'toilet'], by_year: [{ as_of: '2026-11-01', area: 'rural', ruleset: 'VN-2022' }, { as_of: '2026-11-01', area: 'rural', ruleset: 'VN-2027' }] }, { by_year: ['average', 'poor'] }, { as_of: null, ruleset: 'several' }),
    shared('unit', { code: '11074', dates: ['2025-06-30', '2025-07-01'] }, { names: ['Thị trấn Tứ Kỳ', 'Xã Tứ Kỳ'], area_types: ['urban', 'rural'] }, { as_of: null, ruleset: null }),
    shared('unit', { name: 'Xã Đại Sơn', dates: ['2025-06-30', '2025-07-01'] }, { codes: ['11083', '11086'] }, { as_of: null, ruleset: null }),
    shared('unit', { name: 'Chí Minh', dates: ['2025-06-30', '2025-07-01'] }, { codes: ['11095', '11131'], districts: ['298', null] }, { as_of: null, ruleset: null }),
    shared('multi', { income_per_capita_month_vnd: 1_800_000, unit: '11074', deprived_indicators: ['employment', 'water', 'toilet'], by_year: [{ as_of: '2025-06-30' }, { as_of: '2025-07-01' }] }, { by_year: ['poor', 'average'] }, { as_of: null, ruleset: 'several' }),
    shared('unit', { number: '030174000123', sex: 'female', birth_year: 1974 }, { valid: true }, { as_of: '2026-11-23', ruleset: null }),
    shared('unit', { number: '0301740001', sex: 'female', birth_year: 1974 }, { valid: false }, { as_of: '2026-11-23', ruleset: null }),
    classified({ income_per_capita_month_vnd: 1_900_000, deprived_indicators: ['employment', 'water'] }, 'poor', { jurisdiction: 'province:Tỉnh Đồng Nai' }),
    shared('cls', { area: 'rural', income_per_capita_month_vnd: 1_900_000, deprived_indicators: ['employment', 'water'] }, { classification: 'average', national_classification: 'average' }, { jurisdiction: 'province:Đồng Nai', as_of: '2026-06-01' }),
    shared('liw', { area: 'urban', income_per_capita_month_vnd: 3_000_000, person: 'worker' }, { low_income_worker: true }, { as_of: '2025-09-15' }),
    shared('liw', { area: 'urban', income_per_capita_month_vnd: 2_900_000, worker: false }, { low_income_worker: false }, { as_of: '2025-09-15' }),
    shared('liw', { area: 'rural', income_per_capita_month_vnd: null, person: 'worker' }, { low_income_worker: 'undetermined' }, { as_of: '2025-09-15' }),
    shared('liw', { area: 'rural', income_per_capita_month_vnd: 2_000_000, person: { age: 40, able_and_willing: null } }, { low_income_worker: null }, { as_of: '2025-09-15' }),
    shared('liw', { area: 'rural', income_per_capita_month_vnd: 2_300_000, person: 'worker' }, { low_income_worker: 'undetermined' }, { as_of: '2027-02-01', ruleset: 'VN-2027' }),
    shared('dyn', { class_before: 'near_poor', class_after: 'poor', ever_on_list: ['near_poor'] }, { movement: 'worsened' }),
    shared('dyn', { class_before: 'average', class_after: 'poor', ever_on_list: ['poor'] }, { movement: 'relapsed_poor' }),
    shared('dyn', { class_before: 'average', class_after: 'poor', ever_on_list: [] }, { movement: 'newly_poor' }),
    shared('dyn', { class_before: 'none', class_after: 'near_poor', ever_on_list: [] }, { movement: 'new_near_poor' }),
    shared('dyn', { class_before: 'average', class_after: 'poor', ever_on_list: null }, { movement: 'undetermined' }),
    shared('dyn', { class_before: 'poor', class_after: null, ever_on_list: ['poor'] }, { movement: null }),
  ])('$group $inputs expects $expected', async (each) => {
    expect(await verdictOf(each)).toEqual({ state: 'passed' })
  })

  it.each([
    ['a key of the inputs', classified({ savings: 5 }, 'near_poor'), 'savings'],
    ['a key of the facts', indicator('water', { source: 'piped', distance: 2 }, false), 'distance'],
    ['a key of a person', indicator('nutrition', { children: [{ age_years: 3, weight: 12 }] }, false), 'weight'],
    ['an expected value', shared('cls', { area: 'rural' }, { rank: 3 }), 'rank'],
    ['an indicator', classified({ deprived_indicators: ['happiness'] }, 'near_poor'), 'happiness'],
    ['a group', shared('weather', {}, { rain: true }), 'weather'],
    ['a province', classified({}, 'near_poor', { jurisdiction: 'province:Atlantis' }), 'Thành phố Đồng Nai'],
    ['a class', shared('dyn', { class_before: 'rich', class_after: 'poor' }, { movement: 'new_poor' }), 'rich'],
    ['a person', shared('liw', { area: 'rural', person: 'sailor' }, { low_income_worker: true }, { as_of: '2025-09-15' }), 'sailor'],
    ['a part of the case', { ...shared('cls', { area: 'rural' }, { classification: 'poor' }), history: [] } as SharedCase, 'history'],
  ])('fail, naming it, for %s the adapter does not know', async (_name, each, word) => {
    const verdict = await verdictOf(each)
    expect(verdict).toMatchObject({ state: 'failed' })
    expect(verdict?.state === 'failed' ? verdict.why : '').toContain(word)
  })
})

describe('the command', () => {
  const run = async (content: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'cases-'))
    const file = join(folder, 'some.json')
    writeFileSync(file, content)
    const lines: string[] = []
    const code = await runCases([file], (line) => lines.push(line))
    rmSync(folder, { recursive: true })
    return { code, lines }
  }

  it('writes a line for each failing case and last the numbers, and answers 1', async () => {
    const right = classified({}, 'near_poor')
    const { code, lines } = await run(JSON.stringify({ cases: [right, { ...right, id: 'TWO', title: 'a wrong one', expected: { classification: 'poor' } }, { ...right, id: 'THREE', group: 'target' }] }))
    expect(code).toBe(1)
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatch(/^FAILED TWO “a wrong one”: expected \{"classification":"poor"\}, got \{"classification":"near_poor"\}; Near-poor when/)
    expect(lines[1]).toBe('skipped THREE “one case”: targets do not exist yet')
    expect(lines[2]).toBe('1 passed, 1 failed, 1 skipped')
  })

  it('fails a case that is not in the format, saying why, and runs the others', async () => {
    const { code, lines } = await run(JSON.stringify({ cases: [{ id: 'A', as_of: '2023-02-30' }, classified({}, 'near_poor')] }))
    expect(code).toBe(1)
    expect(lines[0]).toMatch(/^FAILED A .*A: “group” is missing; expected text/)
    expect(lines.at(-1)).toBe('1 passed, 1 failed, 0 skipped')
  })

  it('answers 0 where nothing failed', async () => {
    expect((await run(JSON.stringify({ cases: [classified({}, 'near_poor')] }))).code).toBe(0)
  })

  it.each([
    ['no JSON', '{"cases": [', 'is not valid JSON'],
    ['no cases', '{"rows": []}', 'must be an object with a list “cases”'],
    ['no case in its list', '{"cases": []}', 'nothing to run'],
  ])('says what is wrong with a file with %s', async (_name, content, words) => {
    const { code, lines } = await run(content)
    expect(code).toBe(2)
    expect(lines.join('\n')).toContain(words)
  })
})

it('the shared sample is kept as it came', () => {
  expect(JSON.parse(readFileSync(sample, 'utf8'))).toMatchObject({ schema: 'see cases-README.md' })
})
