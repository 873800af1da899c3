import { fileURLToPath } from 'node:url'
import { assemble, evaluate, momentAt, whyNot } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { problemsOf } from '../runtime/why-not-check.ts'
import { completeHouseholds } from '../support/dictionary-households.ts'

const { common, programmes } = readPacks(fileURLToPath(new URL('../../rulesets', import.meta.url)))

const releases = programmes.filter(({ document }) => document.id === 'poverty').flatMap(({ document, releases: all }) => all.map(({ release, folder, valid_from: from = '2021-11-01' }) => {
  const assembly = assemble({ programme: document.id, layer: 'national', common, releases: { [document.id]: release } })
  const limits = Object.values(release.parameters).flatMap(({ value, values = {} }) => [value, ...Object.values(values)]).filter((value) => typeof value === 'number')
  return [folder, assembly, limits, momentAt(from)] as const
}))

const fixed = ['birth_date', 'sex', 'ethnicity']
const restingOnFixed = ['age', 'birth_year', 'member_count', ...fixed]
const classes = [undefined, 'poor', 'near_poor', 'average', 'not_poor']

describe.each(releases)('%s', (_folder, assembly, limits, moment) => {
  it.each(['facts', 'answers'] as const)('every set of changed %s makes the household what it says, no part of it does, and nothing fixed is changed', async (by) => {
    await fc.assert(fc.asyncProperty(completeHouseholds(common, limits), fc.constantFrom(...classes), async (input, value) => {
      const request = { input, moment }
      const answer = await whyNot(await evaluate(assembly, request), 'class', { by, ...(value !== undefined && { value }) })
      expect(await problemsOf({ assembly, request, outcome: 'class', value }, answer)).toEqual([])
      if (answer.kind !== 'found') return
      for (const { target } of answer.sets.flatMap(({ changes }) => changes)) {
        expect(target.kind === 'answer' ? fixed : restingOnFixed).not.toContain(target.kind === 'answer' ? target.field : target.kind === 'fact' ? target.fact : target.set)
      }
    }), { numRuns: by === 'facts' ? 12 : 4 })
  })
})

describe('a household just above the line', () => {
  const [, assembly, , moment] = releases.find(([folder]) => folder.includes('2027')) ?? releases[0] ?? []
  const input = {
    unit: { area_type: 'rural' },
    household: {
      income_method: 'survey', income_per_person: 2_300_000, walls_durable: true, columns_durable: true, roof_durable: true, floor_area: 80,
      water_source: 'other', toilet_type: 'other', domestic_waste_handled: true, information_devices: [],
    },
    members: [{ id: 'm1', full_name: 'Nguyễn Văn An', birth_date: '1980-05-01', sex: 'male', working_age: true, able_and_willing_to_work: false, monthly_social_allowance: false, stunted: false, underweight: false, health_insurance: true, studying: 'none', highest_completed: 'upper_secondary', on_the_job_certified: false, uses_internet: true }],
  }

  const ask = async (options: Parameters<typeof whyNot>[2]) => {
    if (!assembly || !moment) throw new Error('The release of 2027 is there')
    return whyNot(await evaluate(assembly, { input, moment }), 'class', options)
  }

  it('is told in one sentence what would make it near-poor', async () => {
    expect((await ask({ value: 'near_poor' })).sentence).toEqual({
      vi: 'Thu nhập bình quân đầu người: 2.300.000 → 2.200.000 đ/người/tháng hoặc thấp hơn → Hộ cận nghèo',
      en: 'Income per person: 2,300,000 → 2,200,000 VND/person/month or lower → Near-poor',
    })
  })

  it('is told in one sentence what would make it poor, with the indicators that would do', async () => {
    const answer = await ask({ value: 'poor' })
    expect(answer.sentence.vi).toMatch(/^Thu nhập bình quân đầu người: 2\.300\.000 → 2\.200\.000 đ\/người\/tháng hoặc thấp hơn; Số chỉ số thiếu hụt: 2 → 3 hoặc cao hơn \(nếu có thêm 1 chỉ số thiếu hụt: “Thiếu hụt .*” hoặc “Thiếu hụt .*”\) → Hộ nghèo$/)
    expect(answer.kind === 'found' && answer.sets[0]?.changes[1]?.rules).toContain('housing_quality')
    expect(answer.kind === 'found' && answer.sets[0]?.changes[1]?.rules).not.toContain('water')
  })

  it('is told the answers where answers are asked for', async () => {
    const answer = await ask({ by: 'answers', value: 'near_poor' })
    expect(answer.sentence.vi).toBe('Thu nhập bình quân đầu người: 2.300.000 → 2.200.000 đ/người/tháng hoặc thấp hơn → Hộ cận nghèo')
  })
})
