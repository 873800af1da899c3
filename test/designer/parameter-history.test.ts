import { chartPoints, keysOf, stagesOf, valuesOf } from '@tieuchi/designer/src/elements/parameter-history.ts'
import { describe, expect, test } from 'vitest'
import { dogReleases } from '../support/dog-licences.ts'

const releases = { old: dogReleases[0].release, new: dogReleases[1].release }
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`)

describe('A parameter through the releases', () => {
  const stages = stagesOf('least_garden', [{ release: 'old', from: '2026-01-01', to: '2026-12-31' }, { release: 'new', from: '2027-01-01' }], releases)

  test('has a stage for each release with its values', () => {
    expect(stages.map(({ release, parameter }) => [release, parameter && valuesOf(parameter)])).toEqual([['old', { town: 10, field: 15 }], ['new', { town: 20, field: 30 }]])
    expect(keysOf(stages)).toEqual(['town', 'field'])
  })

  test('steps where a release begins, and goes on to its last day', () => {
    expect(chartPoints(stages)).toEqual([
      { day: day('2026-01-01'), values: { town: 10, field: 15 } },
      { day: day('2027-01-01'), values: { town: 20, field: 30 } },
      { day: day('2029-01-01'), values: { town: 20, field: 30 } },
    ])
  })

  test('has a gap while nothing was in force, and where it was withdrawn', () => {
    const apart = stagesOf('least_garden', [{ release: 'old', from: '2026-01-01', to: '2026-06-30' }, { from: '2026-07-01', to: '2026-12-31' }, { release: 'new', from: '2027-01-01', to: '2027-12-31' }], releases)
    expect(chartPoints(apart).map((point) => [point.day, point.values['town']])).toEqual([
      [day('2026-01-01'), 10], [day('2026-07-01'), 10], [day('2026-07-01'), null], [day('2027-01-01'), 20], [day('2028-01-01'), 20],
    ])
  })

  test('ends where the next release leaves it open', () => {
    const open = { title: { vi: 'Vườn', en: 'Garden' }, unit: 'm2', certainty: 'open' } as const
    const left = [...stagesOf('least_garden', [{ release: 'old', from: '2026-01-01', to: '2026-12-31' }], releases), { release: 'new', from: '2027-01-01', to: '2027-12-31', parameter: open }]
    expect(chartPoints(left).map((point) => [point.day, point.values['town']])).toEqual([
      [day('2026-01-01'), 10], [day('2027-01-01'), 10], [day('2027-01-01'), null], [day('2028-01-01'), null],
    ])
  })

  test('has no chart where no release names it or no value is a number', () => {
    expect(chartPoints(stagesOf('nothing', [{ release: 'old', from: '2026-01-01' }], releases))).toEqual([])
    expect(chartPoints([{ release: 'old', from: '2026-01-01', parameter: { title: { vi: 'Ngày', en: 'Day' }, unit: '', value: '2026-01-01', certainty: 'seen' } }])).toEqual([])
  })
})
