import { addDays, completedMonths, isOutside, moveCase, momentOfCase, shiftInto, type CaseDocument, type CaseShift, type HistoryEntry, type LogicPiece, type Spell } from '@tieuchi/runtime'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { assemblyOf, text } from './fixture.ts'

const due: LogicPiece = { kind: 'fact', id: 'due', title: text('Due'), value: { if: { id: 'ifsoundaaa', fact: 'hull_sound', operator: 'equal', value: true }, then: { moment: 'law_at' }, else: { moment: 'facts_at' } } }
const assembly = assemblyOf([due])

const written = (example: Partial<CaseDocument>): CaseDocument => ({ id: 'caseaaaaaa', title: text('A case'), at: '2026-06-01', given: {}, expect: {}, ...example })
const moved = (example: Partial<CaseDocument>, shift: CaseShift) => moveCase(assembly, written(example), shift)
const year: CaseShift = { years: 1, days: 0 }

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1930-01-01', days))
const years = fc.integer({ min: -30, max: 30 }).map((count): CaseShift => ({ years: count, days: 0 }))
const shift = fc.record({ years: fc.integer({ min: -30, max: 30 }), days: fc.integer({ min: -360, max: 360 }) })
const entry = fc.record({ from: day, decided_on: day, length: fc.integer({ min: 0, max: 900 }) }).map(({ from, decided_on: decided, length }): HistoryEntry => ({ programme: 'boats', layer: 'national', outcome: 'berth', value: 'north', from, to: addDays(from, length), decided_on: decided }))
const example = fc.record({ at: day, built: day, born: fc.array(day, { maxLength: 3 }), history: fc.array(entry, { maxLength: 3 }) }).map(({ at, built, born, history }) =>
  written({ at, given: { household: { built_on: built, hull_sound: true }, members: born.map((born_on, index) => ({ id: `m${index}`, born_on, swims: true })), history } }))

const daysOf = ({ at = '', given: { household = {}, members = [], history = [] } }: CaseDocument): readonly string[] =>
  [at, household['built_on'], ...members.map((member) => member['born_on']), ...history.flatMap(({ from, to, decided_on: decided }) => [from, to, decided])].map(String)

describe('A case on other days', () => {
  it('has its own day, the days in its answers and those of earlier decisions in another year', () => {
    const before = written({
      title: { vi: '01/06/2026: tàu gỗ', en: '2026-06-01: a wooden boat' },
      given: { household: { built_on: '2001' }, members: [{ id: 'm', born_on: '1990-04' }, { id: 'n', born_on: '2020-12-31', sailor: '2020-12-31' }], history: [{ programme: 'boats', layer: 'national', outcome: 'berth', value: 'north', from: '2025-01-01', to: '2025-12-31', decided_on: '2024-12-05' }], history_from: '2024-01-01' },
      expect: { due: '2026-06-01' },
    })
    expect(moveCase(assembly, before, year)).toEqual({
      id: 'caseaaaaaa', title: { vi: '01/06/2027: tàu gỗ', en: '2027-06-01: a wooden boat' }, at: '2027-06-01',
      given: { household: { built_on: '2002' }, members: [{ id: 'm', born_on: '1991-04' }, { id: 'n', born_on: '2021-12-31', sailor: '2020-12-31' }], history: [{ programme: 'boats', layer: 'national', outcome: 'berth', value: 'north', from: '2026-01-01', to: '2026-12-31', decided_on: '2025-12-05' }], history_from: '2025-01-01' },
      expect: { due: '2026-06-01' },
    })
  })

  it('keeps how far its three dates lie apart', () => {
    expect(moved({ moment: { law_at: '2026-06-01', facts_at: '2025-12-31', unit_at: '2025-07-01' } }, year).moment).toEqual({ law_at: '2027-06-01', facts_at: '2026-12-31', unit_at: '2026-07-01' })
  })

  it('takes days as given that move along, and everything else as it is', () => {
    const { assume } = moved({ assume: { 'boats.due': '2026-05-01', 'boats.berth': '2026-05-01' } }, year)
    expect(assume).toEqual({ 'boats.due': '2027-05-01', 'boats.berth': '2026-05-01' })
  })

  it('moves the day that an earlier decision came to', () => {
    const history: readonly HistoryEntry[] = [{ programme: 'boats', layer: 'national', outcome: 'due', value: '2026-05-01', from: '2026-01-01' }, { programme: 'boats', layer: 'national', outcome: 'berth', value: '2026-05-01', from: '2026-01-01' }]
    expect(moved({ given: { history } }, year).given.history?.map(({ value }) => value)).toEqual(['2027-05-01', '2026-05-01'])
  })

  it('leaves what is no day and what never ends', () => {
    const given = { household: { built_on: 'hôm qua' }, history: [{ programme: 'boats', layer: 'national' as const, outcome: 'berth', from: '2025-01-01', to: '9999-12-31' }] }
    expect(moved({ given }, year).given).toEqual({ household: { built_on: 'hôm qua' }, history: [{ ...given.history[0], from: '2026-01-01' }] })
  })

  test.each([
    ['born on 29 February, the day before the birthday', '2026-02-28', '2020-02-29', '2027-02-28', '2021-03-01'],
    ['born on 29 February, on the birthday of a year without that day', '2026-03-01', '2020-02-29', '2027-03-01', '2021-02-28'],
    ['judged on 29 February, born on that day', '2024-02-29', '2020-02-29', '2025-02-28', '2021-02-28'],
    ['judged on 29 February, born a day later', '2024-02-29', '2020-03-01', '2025-02-28', '2021-03-01'],
  ])('is as old as before: %s', (_name, at, born, newAt, newBorn) => {
    const after = moved({ at, given: { members: [{ id: 'm', born_on: born }] } }, year)
    expect([after.at, after.given.members?.[0]?.['born_on']]).toEqual([newAt, newBorn])
    expect(completedMonths(newBorn, newAt)).toBe(completedMonths(born, at))
  })

  it('has everybody as old as before and every decision as long ago, in completed months, wherever it moves', () => {
    fc.assert(fc.property(example, shift, (before, by) => {
      const after = moveCase(assembly, before, by)
      const agesOf = (each: CaseDocument): readonly number[] => daysOf(each).map((from) => completedMonths(from, momentOfCase(each).facts_at))
      const endsOf = (each: CaseDocument): readonly number[] => (each.given.history ?? []).map(({ to = '' }) => completedMonths(addDays(to, 1), momentOfCase(each).facts_at))
      const withoutEnds = (each: CaseDocument): CaseDocument => ({ ...each, given: { ...each.given, history: (each.given.history ?? []).map(({ to: _to, ...rest }) => rest) } })
      expect(agesOf(withoutEnds(after))).toEqual(agesOf(withoutEnds(before)))
      expect(endsOf(after)).toEqual(endsOf(before))
    }), { numRuns: 500 })
  })

  it('leaves no gap and no overlap between decisions that follow one another', () => {
    fc.assert(fc.property(day, day, day, shift, (at, from, next, by) => {
      const history: readonly HistoryEntry[] = [{ programme: 'boats', layer: 'national', outcome: 'berth', from, to: addDays(next, -1) }, { programme: 'boats', layer: 'national', outcome: 'berth', from: next }]
      const after = moved({ at, given: { history } }, by).given.history
      expect(addDays(after?.[0]?.to ?? '', 1)).toBe(after?.[1]?.from)
    }))
  })

  it('is what it was when it is moved back, where no day of it is missing in a year', () => {
    const everyYear = (before: CaseDocument): boolean => daysOf(before).every((each) => !each.endsWith('-02-29') && !addDays(each, 1).endsWith('-02-29'))
    fc.assert(fc.property(example.filter(everyYear), years, (before, by) => {
      expect(moveCase(assembly, moveCase(assembly, before, by), { years: -by.years, days: 0 })).toEqual(before)
    }), { numRuns: 400 })
  })
})

describe('How far a case moves', () => {
  const into = (at: string, release: Spell) => shiftInto(at, release)

  test.each<[string, Spell, CaseShift | undefined]>([
    ['2026-06-01', { valid_from: '2027-01-01' }, { years: 1, days: 0 }],
    ['2026-06-01', { valid_from: '2027-07-01' }, { years: 2, days: 0 }],
    ['2026-08-01', { valid_from: '2027-07-01' }, { years: 1, days: 0 }],
    ['2030-06-01', { valid_from: '2027-01-01', valid_to: '2028-12-31' }, { years: -2, days: 0 }],
    ['2030-06-01', { valid_to: '2028-12-31' }, { years: -2, days: 0 }],
    ['2024-02-29', { valid_from: '2027-02-28', valid_to: '2027-03-31' }, { years: 3, days: 0 }],
    ['2027-06-01', { valid_from: '2027-01-01' }, { years: 0, days: 0 }],
    ['2026-06-01', {}, { years: 0, days: 0 }],
    ['2026-06-01', { valid_from: '2027-07-01', valid_to: '2027-12-31' }, { years: 1, days: 30 }],
    ['2026-06-01', { valid_from: '2028-01-01', valid_to: '2027-12-31' }, undefined],
  ])('from %s into %o', (at, release, expected) => expect(into(at, release)).toEqual(expected))

  it('brings it into the days of the release, with its day and month where the release has them', () => {
    fc.assert(fc.property(example, day, fc.option(fc.integer({ min: 0, max: 4000 }), { nil: undefined }), (before, from, length) => {
      const release: Spell = { valid_from: from, ...(length !== undefined && { valid_to: addDays(from, length) }) }
      const by = shiftInto(momentOfCase(before).law_at, release)
      if (!by) throw new Error('The release has days')
      const after = moveCase(assembly, before, by)
      expect(isOutside(after, release)).toBe(false)
      if (length === undefined || length >= 366) expect(by.days).toBe(0)
      if (!isOutside(before, release)) expect(after).toEqual(before)
    }))
  })
})
