import type { CommonDocument, HouseholdInput } from '@tieuchi/runtime'
import { normaliseInput } from '@tieuchi/runtime/columns/normalise-input.ts'
import { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dogCommon } from '../../support/dog-licences.ts'
import { commonDocument } from '../fixture.ts'
import { anyHousehold, openHousehold } from './arbitrary-households.ts'

const idOf = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`

const household = (common: CommonDocument): fc.Arbitrary<HouseholdInput> => fc.oneof({ weight: 6, arbitrary: anyHousehold(common) }, { weight: 1, arbitrary: openHousehold(common) })

const steps = (common: CommonDocument) => fc.array(fc.record({
  id: fc.integer({ min: 0, max: 40 }).map(idOf),
  unit: fc.constantFrom('an-nhan', 'dai-son', 'tu-ky'),
  input: fc.option(household(common), { freq: 4, nil: undefined }),
}), { maxLength: 80 })

describe.each([['boats', commonDocument], ['dogs', dogCommon]] as const)('a register of %s in columns', (_name, common) => {
  it('gives every household back as it was put in, whatever was inserted, replaced or removed', () => {
    fc.assert(fc.property(steps(common), (done) => {
      const columns = new RegisterColumns(common)
      const expected = new Map<string, { unit: string; input: HouseholdInput }>()
      for (const { id, unit, input } of done) {
        if (input) {
          columns.put({ id, unit, input })
          expected.set(id, { unit, input: normaliseInput(common, input) })
        } else {
          expect(columns.remove(id)).toBe(expected.delete(id))
        }
      }
      expect(columns.size).toBe(expected.size)
      for (const [id, { unit, input }] of expected) expect(columns.read(id)).toEqual({ id, unit, input })
      for (let number = 0; number <= 40; number += 1) if (!expected.has(idOf(number))) expect(columns.read(idOf(number))).toBeUndefined()
    }), { numRuns: 60 })
  })
})

const put = (columns: RegisterColumns, number: number, input: HouseholdInput) => columns.put({ id: idOf(number), unit: 'an-nhan', input })

describe('a register in columns', () => {
  it('keeps households of one size together and moves one whose members become more', () => {
    const columns = new RegisterColumns(commonDocument)
    for (let number = 0; number < 70; number += 1) put(columns, number, { members: [{ id: 'a' }] })
    put(columns, 3, { members: [{ id: 'a' }, { id: 'b' }] })
    expect(columns.buckets.map(({ members, rows }) => [members, rows])).toEqual([[1, 69], [2, 1]])
    expect(columns.read(idOf(3))?.input.members).toEqual([{ id: 'a' }, { id: 'b' }])
    expect(columns.read(idOf(69))?.input.members).toEqual([{ id: 'a' }])
  })

  it('widens a column for a number it cannot hold and keeps what it held', () => {
    const columns = new RegisterColumns(dogCommon)
    const areas = [3, 0.5, 123_456, 0.000_1, 7.25]
    areas.forEach((area, number) => put(columns, number, { household: { garden_area: area }, members: [] }))
    expect(areas.map((_area, number) => columns.read(idOf(number))?.input.household?.['garden_area'])).toEqual(areas)
    expect(columns.apart.size).toBe(0)
  })

  it('keeps apart what no column and no plan can hold, and takes it back when it can', () => {
    const columns = new RegisterColumns(dogCommon)
    put(columns, 1, { household: { garden_area: 'nine' }, members: [] })
    put(columns, 2, { household: { garden_area: 0.000_01 }, members: [] })
    put(columns, 3, { household: { garden_area: 99_999_999.999_9 }, members: [] })
    expect([...columns.apart.keys()]).toEqual([idOf(1), idOf(2)])
    expect(columns.read(idOf(1))?.input.household).toEqual({ garden_area: 'nine' })
    put(columns, 1, { household: { garden_area: 9 }, members: [] })
    expect([...columns.apart.keys()]).toEqual([idOf(2)])
    expect(columns.read(idOf(1))?.input.household).toEqual({ garden_area: 9 })
  })

  it('knows whether anybody left a question open', () => {
    const columns = new RegisterColumns(commonDocument)
    const swims = columns.layout.columns.findIndex(({ id }) => id === 'swims')
    put(columns, 1, { members: [{ id: 'a', swims: true }] })
    expect(columns.hasGaps(swims)).toBe(false)
    put(columns, 2, { members: [{ id: 'a', swims: true }, { id: 'b' }] })
    expect(columns.hasGaps(swims)).toBe(true)
  })

  it('has no bits for a question before somebody answers it, and then for all', () => {
    const columns = new RegisterColumns(commonDocument)
    for (let number = 0; number < 40; number += 1) put(columns, number, { household: { cargo: number }, members: [{ id: 'a' }] })
    const { householdWords, memberWords } = columns.layout
    put(columns, 40, { household: { length: 7 }, members: [{ id: 'a', swims: false }] })
    expect(columns.layout.householdWords).toBeGreaterThan(householdWords)
    expect(columns.layout.memberWords).toBe(memberWords + 2)
    for (let number = 0; number < 40; number += 1) expect(columns.read(idOf(number))?.input).toMatchObject({ household: { cargo: number }, members: [{ id: 'a' }] })
    expect(columns.read(idOf(40))?.input).toMatchObject({ household: { length: 7 }, members: [{ id: 'a', swims: false }] })
    expect(columns.hasGaps(columns.layout.columns.findIndex(({ id }) => id === 'swims'))).toBe(true)
  })

  it('has no bits for what only a household answers that no column can hold, and keeps the unit it came from for the next', () => {
    const columns = new RegisterColumns(dogCommon)
    const unit = {}
    put(columns, 1, { household: { garden_area: 'nine' }, unit, members: [] })
    expect(columns.layout.householdWords).toBe(0)
    put(columns, 2, { unit, members: [] })
    expect(columns.read(idOf(2))).toMatchObject({ unit: 'an-nhan' })
    expect(columns.apart.size).toBe(1)
  })

  it('refuses a household whose id is no UUID', () => {
    expect(() => new RegisterColumns(commonDocument).put({ id: 'x', unit: 'u', input: { members: [] } })).toThrow('not the id of a household')
  })
})
