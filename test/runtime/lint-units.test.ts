import type { Expression, Parameter } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'
import { compare, fact, grant, lintOf, parameter, rules, type Change } from './lint-fixture.ts'

const of = (unit: string, value: unknown = 1): Parameter => parameter(value, { unit })

/** Parameters named by the unit they are in. */
const units: Readonly<Record<string, Parameter>> = {
  years: of('years'), months: of('months'), days: of('days'), share: of('share', 0.5), percent: of('percent', 50), count: of('count'), points: of('points'), persons: of('persons'),
  dong: of('VND'), million: of('million_VND'), monthly: of('VND/month'), yearly: of('VND/year'), each: of('VND/person/month'), whole: of('VND/household/month'),
  boats: of('boats'), per_boat: of('VND/boat'), since: of('calendar_year', 2020), area: of('m2'), field: of('ha'),
}

const p = (name: string): Expression => ({ parameter: name })

const unitIssues = (change: Change) => lintOf({ ...change, parameters: units }).filter(({ code }) => code.startsWith('unit')).map(({ code, message }) => [code, message.en] as const)

const valued = (value: Expression, unit: string, more: object = {}) => unitIssues({ logic: [fact('measured', value, { unit, ...more })] })

const compared = (left: Expression, unit: string, right: string) => unitIssues({ logic: [fact('measured', left, { unit }), rules(compare('measured', 'lessThan', { parameter: right }))] })

describe('units that do not fit', () => {
  it.each([
    ['years and months', 'years', 'months'], ['months and days', 'months', 'days'], ['đồng and million đồng', 'dong', 'million'], ['a share and percent', 'share', 'percent'],
    ['a count and a share', 'count', 'share'], ['points and a count', 'points', 'count'], ['per month and per year', 'monthly', 'yearly'], ['per person and per household', 'each', 'whole'],
    ['money and time', 'dong', 'months'], ['square metres and hectares', 'area', 'field'],
  ])('are found where %s are compared or added', (_words, left, right) => {
    const unit = units[left]?.unit ?? ''
    expect(compared(p(left), unit, right).map(([code]) => code)).toEqual(['units_compared'])
    expect(valued({ add: [p(left), p(right)] }, unit).map(([code]) => code)).toEqual(['units_mixed'])
    expect(valued({ if: compare('leased', 'equal', true), then: p(left), else: p(right) }, unit).map(([code]) => code)).toEqual(['units_mixed'])
    expect(valued(p(right), unit).map(([code]) => code)).toEqual(['unit_declared'])
  })

  it('are named in words', () => {
    expect(compared(p('each'), 'VND/person/month', 'whole')).toEqual([['units_compared', expect.stringContaining('“VND/person/month” is compared with “VND/household/month”')]])
  })

  it('are found where percent are taken for a share', () => {
    expect(valued({ multiply: [p('percent'), p('dong')] }, 'VND').map(([code]) => code)).toEqual(['unit_declared'])
    expect(valued({ multiply: [p('share'), p('dong')] }, 'VND')).toEqual([])
  })

  it('are found in the amount and level of an entitlement', () => {
    const codes = (more: object) => unitIssues({ logic: [grant(more)] }).map(([code]) => code)
    expect(codes({ amount: p('yearly'), unit: 'VND/month' })).toEqual(['unit_declared'])
    expect(codes({ level: p('percent'), level_unit: 'share' })).toEqual(['unit_declared'])
    const times = { amount: { multiply: [p('monthly'), p('count')] }, unit: 'VND' } as const
    expect(codes({ ...times, period: { every: 'once' } })).toEqual([])
    expect(codes({ ...times, period: { every: 'month' } })).toEqual(['unit_declared'])
    expect(codes({ ...times, unit: 'persons', period: { every: 'once' } })).toEqual(['unit_declared'])
    expect(codes({ amount: p('monthly') })).toEqual(['unit_missing'])
    expect(codes({ level: p('share'), level_unit: 'share', amount: p('monthly'), unit: 'VND/month' })).toEqual([])
  })

  it('are found inside earlier decisions', () => {
    const months: Expression = { count: 'history', outcome: 'boats.stay', where: compare('value', 'lessThan', { parameter: 'years' }) }
    const stay = { kind: 'outcome', id: 'stay', title: { vi: 'Thời gian lưu', en: 'stay' }, from: 'stayed', unit: 'months' } as const
    const logic = (from: string) => [fact('stayed', { parameter: from }, { unit: units[from]?.unit ?? '' }), stay, fact('stays', months, { unit: 'count' })]
    expect(unitIssues({ logic: logic('months') }).map(([code]) => code)).toEqual(['units_compared'])
  })
})

describe('units that fit', () => {
  it.each<readonly [string, Expression, string]>([
    ['a month turned into a year by twelve', { multiply: [p('monthly'), 12] }, 'VND/year'],
    ['đồng turned into million', { divide: [p('dong'), 1_000_000] }, 'million_VND'],
    ['a share turned into percent', { multiply: [p('share'), 100] }, 'percent'],
    ['per person times persons, for the household', { multiply: [p('each'), { fact: 'captains' }] }, 'VND/household/month'],
    ['a whole divided by persons', { divide: [p('whole'), { fact: 'captains' }] }, 'VND/person/month'],
    ['persons divided by persons', { divide: [{ fact: 'captains' }, p('persons')] }, 'share'],
    ['counts of things the product has no word for', { multiply: [p('per_boat'), p('boats')] }, 'VND'],
    ['a count of persons', { add: [{ fact: 'captains' }, p('count')] }, 'persons'],
    ['wages of members, summed', { sum: 'members', value: { fact: 'wage' } }, 'VND/household/month'],
    ['years between two years of the calendar', { subtract: [p('since'), p('since')] }, 'years'],
    ['a year of the calendar moved', { add: [p('since'), p('years')] }, 'calendar_year'],
    ['points for each of a count', { multiply: [p('count'), p('points')] }, 'points'],
    ['a number of decisions', { count: 'history', outcome: 'boats.licence' }, 'count'],
  ])('%s', (_words, value, unit) => {
    expect(valued(value, unit)).toEqual([])
  })

  it('leave what is per person and what is one member’s alone among members', () => {
    const member = { ...rules(compare('wage', 'lessThan', { parameter: 'each' })), of: 'members' as const }
    expect(unitIssues({ logic: [member] })).toEqual([])
  })
})
