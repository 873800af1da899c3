import { formState, formatValue, generateForm, prefillAnswers, assemble, type FormDocument } from '@tieuchi/runtime'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkInput } from '@tieuchi/runtime/validation/server'
import { completeInput } from './arbitraries.ts'
import { at, commonDocument, leaf, releaseOf, text } from './fixture.ts'

const visit: FormDocument = {
  kind: 'form', id: 'visit', title: { vi: 'Phiếu', en: 'Visit' },
  sections: [
    { id: 'aaaaaaaaaa', title: text('Boat'), items: ['hull_sound', 'engine_sound', 'leased', 'rent', 'length', 'cargo', 'gear', 'built_on'].map((field) => ({ kind: 'field', field, ...(field === 'cargo' && { prefill: true, visible: leaf('hull_sound', 'equal', true) }) })) },
    { id: 'bbbbbbbbbb', title: text('Crew'), items: [{ kind: 'roster', id: 'cccccccccc', columns: ['sailor'], items: ['sailor', 'role', 'swims', 'voyages', 'born_on', 'number'].map((field) => ({ kind: 'field', field })) }] },
  ],
  checks: [
    { id: 'dddddddddd', severity: 'hard', field: 'cargo', conditions: leaf('cargo', 'lessThan', 8), message: text('too much cargo') },
    { id: 'eeeeeeeeee', severity: 'soft', of: 'members', field: 'voyages', conditions: leaf('voyages', 'lessThan', 9), message: text('many voyages') },
  ],
}

const assembly = assemble({ programme: 'boats', layer: 'national', common: commonDocument, releases: { boats: { ...releaseOf([]), forms: [visit] } } })

describe('a generated form', () => {
  it('is plain JSON Schema that any validator takes, with the same verdict as the dictionary', () => {
    const validate = new Ajv2020({ strict: true }).compile(generateForm(assembly, 'visit', 'vi').schema)
    fc.assert(fc.property(completeInput, ({ household, members }) => {
      expect(validate({ household, members })).toBe(checkInput(commonDocument, { household, members }).length === 0)
    }))
    expect(validate({ household: { cargo: 11 } })).toBe(false)
    expect(validate({ household: { gear: ['anchor'] } })).toBe(false)
  })

  it('speaks the language asked for and says where each question stands', () => {
    const form = generateForm(assembly, 'visit', 'vi')
    expect(form.title).toBe('Phiếu')
    expect(form.sections).toMatchObject([{ title: 'Boat', fields: expect.arrayContaining(['cargo']) }, { roster: { columns: ['sailor'], fields: expect.arrayContaining(['swims']) } }])
    expect(form.uiSchema).toMatchObject({ household: { gear: { 'ui:options': { kind: 'choices' } }, built_on: { 'ui:options': { kind: 'date', partial: true } } } })
  })
})

describe('a form while it is filled', () => {
  const stateOf = (household: Record<string, boolean | number>, members: readonly { id: string; voyages?: number }[] = []) => formState(assembly, 'visit', { household, members }, at)

  it('hides what does not apply and what the form hides, and nothing that is unknown', async () => {
    expect((await stateOf({})).hidden).toEqual([])
    expect((await stateOf({ leased: false, hull_sound: false })).hidden).toEqual(['household.rent', 'household.cargo'])
  })

  it('reports failing checks at their questions; unknown fails nothing', async () => {
    expect((await stateOf({})).issues).toEqual([])
    expect((await stateOf({ cargo: 8 }, [{ id: 'a', voyages: 1 }, { id: 'b', voyages: 9 }])).issues).toMatchObject([
      { severity: 'error', path: ['household', 'cargo'], params: { check: 'dddddddddd' } },
      { severity: 'warning', path: ['members', 1, 'voyages'], params: { check: 'eeeeeeeeee', member: 'b' } },
    ])
  })

  it('names what must be answered before sending, where it is shown', async () => {
    const [boat, crew] = visit.sections
    const demanding = { ...visit, sections: [{ ...boat, items: boat?.items.map((item) => ({ ...item, required: item.kind === 'field' && ['rent', 'cargo'].includes(item.field) })) }, crew] } as FormDocument
    const stricter = assemble({ programme: 'boats', layer: 'national', common: commonDocument, releases: { boats: { ...releaseOf([]), forms: [demanding] } } })
    const { unanswered } = await formState(stricter, 'visit', { household: { leased: false } }, at)
    expect(unanswered).toMatchObject([{ code: 'form_required', severity: 'error', path: ['household', 'cargo'], message: { en: '“Cargo” is not answered; it is needed before sending.' } }])
  })

  it('starts with what the form takes over from the register', () => {
    expect(prefillAnswers(assembly, 'visit', { household: { cargo: 3, length: 4 }, members: [{ id: 'a', sailor: 'Ann' }] })).toEqual({ household: { cargo: 3 }, members: [{ id: 'a' }] })
  })
})

describe('values as people write them', () => {
  const write = (value: Parameters<typeof formatValue>[0], unit?: string, language: 'vi' | 'en' = 'vi') => formatValue(value, { lists: assembly.lists, language, ...(unit && { unit }) })

  it('have dots in money, commas in decimals, days before months', () => {
    expect(write(1500000, 'VND')).toBe('1.500.000 đ')
    expect(write(1500000, 'VND/person/month')).toBe('1.500.000 đ/người/tháng')
    expect(write(8.25, 'm2')).toBe('8,25 m²')
    expect(write(0.6, 'share')).toBe('60 %')
    expect(write('2026-12-31')).toBe('31/12/2026')
    expect(write(1500000.5, 'VND', 'en')).toBe('1,500,000.5 VND')
    expect(write(1, 'persons', 'en')).toBe('1 person')
    expect(write(1974, 'calendar_year')).toBe('1974')
    expect(write(true)).toBe('có')
    expect(formatValue('north', { lists: assembly.lists, language: 'en', list: 'harbour' })).toBe('North')
  })
})
