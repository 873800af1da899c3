import type { Expression, HouseholdInput, LogicPiece, OperatorName } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'
import { assemblyOf, leaf, resultOf, text } from './fixture.ts'

const factOf = async (value: Expression, input: HouseholdInput = {}, of?: 'members') => {
  const result = await resultOf(assemblyOf([{ kind: 'fact', id: 'measured', title: text('measured'), value, ...(of && { of }) }]), input)
  return result.facts.find((fact) => fact.id === 'measured')
}

const swims = leaf('swims', 'equal', true)

describe('arithmetic', () => {
  it('is exact: 0.4 × 0.22 × 2200000 is 193600', async () => {
    expect(await factOf({ multiply: [0.4, 0.22, 2200000] })).toMatchObject({ value: 193600 })
  })

  it('keeps a third exact until it is rounded', async () => {
    expect(await factOf({ multiply: [{ divide: [1, 3] }, 3] })).toMatchObject({ value: 1 })
    expect(await factOf({ round: { divide: [20000, 3] }, mode: 'half_up', unit: 1000 })).toMatchObject({ value: 7000 })
  })

  it.each([['half_up', 2.5, 3], ['half_even', 2.5, 2], ['half_even', 3.5, 4], ['up', 2.1, 3], ['down', -2.9, -2], ['half_up', -2.5, -3]] as const)('rounds %s %d to %d', async (mode, number, rounded) => {
    expect(await factOf({ round: number, mode, unit: 1 })).toMatchObject({ value: rounded })
  })

  it('carries the range of an unknown number through', async () => {
    expect(await factOf({ add: [{ fact: 'cargo' }, 1] })).toMatchObject({ from: 1, to: 10, missing: [{ field: 'cargo' }] })
    expect(await factOf({ multiply: [{ fact: 'cargo' }, 0] })).toMatchObject({ value: 0, missing: [] })
  })

  it('orders whole numbers and shares of either sign, zero from either side among them', async () => {
    const shares = [[-7, 2], [-3, 1], [-1, 3], [0, 5], [0, -5], [1, 3], [1, 2], [2, 4], [3, 1], [9, 3], [300, 1], [301, 1], [-300, 1]] as const
    const fact = (id: string, value: Expression): LogicPiece => ({ kind: 'fact', id, title: text(id), value })
    const told = (operator: OperatorName): Expression => ({ if: leaf('one', operator, { fact: 'other' }), then: 1, else: 0 })
    for (const [a, b] of shares) {
      for (const [c, d] of shares) {
        const { facts } = await resultOf(assemblyOf([
          fact('one', { divide: [a, b] }), fact('other', { divide: [c, d] }), fact('less', told('lessThan')), fact('same', told('equal')), fact('least', { min: [{ fact: 'one' }, { fact: 'other' }] }),
        ]), {})
        const found = Object.fromEntries(facts.map(({ id, value }) => [id, value]))
        expect(found, `${a}/${b} and ${c}/${d}`).toMatchObject({ less: Number(a / b < c / d), same: Number(a * d === c * b), least: Math.min(a / b, c / d) + 0 })
      }
    }
  })

  it('makes division by zero not applicable', async () => {
    expect(await factOf({ divide: [6, { fact: 'cargo' }] }, { household: { cargo: 0 } })).toMatchObject({ not_applicable: true })
    expect(await factOf({ divide: [6, { fact: 'cargo' }] }, { household: { cargo: 4 } })).toMatchObject({ value: 1.5 })
  })

  it('takes the branch of a known condition and either branch of an unknown one', async () => {
    const value: Expression = { if: leaf('hull_sound', 'equal', true), then: 5, else: 7 }
    expect(await factOf(value, { household: { hull_sound: true } })).toMatchObject({ value: 5, missing: [] })
    const unknown = await factOf(value)
    expect(unknown).toMatchObject({ missing: [{ field: 'hull_sound' }] })
    expect(unknown).not.toHaveProperty('value')
    expect(await factOf({ ...value, else: 5 })).toMatchObject({ value: 5, missing: [] })
  })
})

describe('dates', () => {
  const ageOf = (born: string, on: string) => factOf({ ageInYears: [{ fact: 'built_on' }, on] }, { household: { built_on: born } })

  it('completes a year on the day, and one born on 29 February on 1 March', async () => {
    expect(await ageOf('2010-06-02', '2026-06-01')).toMatchObject({ value: 15 })
    expect(await ageOf('2010-06-01', '2026-06-01')).toMatchObject({ value: 16 })
    expect(await ageOf('2020-02-29', '2021-02-28')).toMatchObject({ value: 0 })
    expect(await ageOf('2020-02-29', '2021-03-01')).toMatchObject({ value: 1 })
  })

  it('makes an age of a year or a month an interval that a fuller date narrows', async () => {
    expect(await ageOf('2010', '2026-06-01')).toMatchObject({ from: 15, to: 16, missing: [{ field: 'built_on' }] })
    expect(await ageOf('2010-05', '2026-06-01')).toMatchObject({ value: 16, missing: [] })
  })

  it('reads sex and year of birth from a personal number', async () => {
    const members = [{ id: 'a', number: '030174000123' }]
    expect(await factOf({ sum: 'members', value: { personalNumberBirthYear: { fact: 'number' } } }, { members })).toMatchObject({ value: 1974 })
    const female: Expression = { any: 'members', where: leaf('sex_of_number', 'equal', 'female') }
    const assembly = assemblyOf([
      { kind: 'fact', id: 'sex_of_number', of: 'members', title: text('sex'), value: { personalNumberSex: { fact: 'number' } } },
      { kind: 'fact', id: 'has_female', title: text('female'), value: female },
    ])
    expect((await resultOf(assembly, { members })).facts).toContainEqual(expect.objectContaining({ id: 'has_female', value: true }))
  })
})

describe('members', () => {
  const members = [{ id: 'a', swims: true, voyages: 3 }, { id: 'b', swims: false, voyages: 5 }, { id: 'c', voyages: 7 }]

  it('are counted as an interval while answers are missing', async () => {
    expect(await factOf({ count: 'members', where: swims }, { members })).toMatchObject({ from: 1, to: 2, missing: [{ field: 'swims', member: 'c' }] })
    expect(await factOf({ count: 'members' }, { members })).toMatchObject({ value: 3 })
    expect(await factOf({ count: 'members' }, {})).toMatchObject({ from: 0, missing: [{ field: 'members' }] })
  })

  it('have no upper bound while the list may go on', async () => {
    const count = await factOf({ count: 'members', where: swims }, { members: members.slice(0, 1), members_complete: false })
    expect(count).toMatchObject({ from: 1, missing: [{ field: 'members' }] })
    expect(count).not.toHaveProperty('to')
  })

  it('decide any, all and none as soon as one member does', async () => {
    expect(await factOf({ any: 'members', where: swims }, { members })).toMatchObject({ value: true, missing: [] })
    expect(await factOf({ all: 'members', where: swims }, { members })).toMatchObject({ value: false, missing: [] })
    expect(await factOf({ none: 'members', where: swims }, { members })).toMatchObject({ value: false })
    expect(await factOf({ all: 'members', where: swims }, { members: members.toSpliced(1, 1) })).not.toHaveProperty('value')
    expect(await factOf({ any: 'members', where: swims }, { members: [] })).toMatchObject({ value: false })
  })

  it('give a share between its worst and best case, and none over nobody', async () => {
    expect(await factOf({ share: 'members', where: swims }, { members: members.slice(0, 2) })).toMatchObject({ value: 0.5 })
    const share = await factOf({ share: 'members', where: swims }, { members })
    expect(share?.from).toBeCloseTo(1 / 3)
    expect(share?.to).toBeCloseTo(2 / 3)
    expect(await factOf({ share: 'members', where: swims }, { members: [] })).toMatchObject({ not_applicable: true })
  })

  it('give sums and extremes over those that count', async () => {
    const voyages: Expression = { fact: 'voyages' }
    expect(await factOf({ sum: 'members', value: voyages }, { members })).toMatchObject({ value: 15 })
    expect(await factOf({ sum: 'members', value: voyages, where: swims }, { members })).toMatchObject({ from: 3, to: 10 })
    expect(await factOf({ max: 'members', value: voyages, where: swims }, { members })).toMatchObject({ from: 3, to: 7 })
    expect(await factOf({ min: 'members', value: voyages }, { members })).toMatchObject({ value: 3 })
    expect(await factOf({ max: 'members', value: voyages }, { members: [] })).toMatchObject({ not_applicable: true })
  })

  it('give extremes beyond what one member is certain to bring, however little is known of another', async () => {
    const built: Expression = { ageInYears: [{ fact: 'born_on' }, { moment: 'facts_at' }] }
    const crew = [{ id: 'old', born_on: '1980-01-01' }, { id: 'unknown' }]
    const greatest = await factOf({ max: 'members', value: built }, { members: crew })
    expect(greatest).toMatchObject({ from: 46 })
    expect(greatest).not.toHaveProperty('to')
    const least = await factOf({ min: 'members', value: built }, { members: crew })
    expect(least).toMatchObject({ to: 46 })
    expect(least).not.toHaveProperty('from')
  })
})

describe('a field that applies only sometimes', () => {
  it('is not applicable where its condition is false, whatever was stored', async () => {
    expect(await factOf({ fact: 'rent' }, { household: { leased: false, rent: 4 } })).toMatchObject({ not_applicable: true, missing: [] })
    expect(await factOf({ fact: 'rent' }, { household: { leased: true } })).toMatchObject({ from: 0, to: 9, missing: [{ field: 'rent' }] })
  })

  it('keeps both possibilities while the condition is unknown', async () => {
    const rent = await factOf({ fact: 'rent' }, { household: { rent: 4 } })
    expect(rent).toMatchObject({ missing: [{ field: 'leased' }] })
    expect(rent).not.toHaveProperty('value')
  })
})
