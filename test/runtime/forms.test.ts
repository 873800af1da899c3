import { formSet, formState, formatValue, generateForm, prefillAnswers, assemble, type FormDocument, type LogicPiece } from '@tieuchi/runtime'
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

/** What a form, or a program in its place, may hand over: mostly sound answers, and among them some of every other kind. */
const entered = (() => {
  const odd = fc.constantFrom<unknown>(null, true, '', 'x', 0, 3, 9, 10, -1, 2.5, 1e21, [], ['net'], ['net', 'net'], ['anchor'], {}, '2023-02-30', '2024-02-29', '2024', '2024-13', '31/12/2024', '012345678901', '0123', 'captain', 'x'.repeat(10_001))
  const rarely = (field: fc.Arbitrary<unknown>) => fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: field })
  const overlay = (fields: readonly string[]) => fc.record(Object.fromEntries(fields.map((field) => [field, rarely(odd)])))
  const laidOver = (answers: object, over: object) => ({ ...answers, ...Object.fromEntries(Object.entries(over).filter(([, value]) => value !== undefined)) })
  const memberFields = ['sailor', 'role', 'swims', 'voyages', 'born_on', 'number', 'id']
  return fc.tuple(completeInput, overlay(['hull_sound', 'engine_sound', 'leased', 'rent', 'length', 'cargo', 'gear', 'built_on']), fc.array(overlay(memberFields), { minLength: 3, maxLength: 3 }))
    .map(([{ household, members }, over, each]) => ({ household: laidOver(household, over), members: members.map((member, index) => laidOver(member, each[index] ?? {})) }))
    .filter(({ members }) => new Set(members.map((member) => ('id' in member ? member.id : undefined))).size === members.length)
})()

/** As the calendar of JavaScript has it: a day, a month or a year from the year 1. */
const isOnCalendar = (written: string): boolean => {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(written) || written.startsWith('0000')) return false
  const [year = 0, month = 1, day = 1] = written.split('-').map(Number)
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

describe('a generated form', () => {
  it('is plain JSON Schema that any validator takes, with the same verdict as the dictionary', () => {
    const validate = new Ajv2020({ strict: true }).compile(generateForm(formSet(assembly, 'visit'), 'vi').schema)
    const accepted = { both: 0, neither: 0 }
    fc.assert(fc.property(entered, (data) => {
      const sound = validate(data)
      expect(sound, JSON.stringify(data).slice(0, 2_000)).toBe(checkInput(commonDocument, data).length === 0)
      accepted[sound ? 'both' : 'neither'] += 1
    }), { numRuns: 3_000 })
    expect(Math.min(accepted.both, accepted.neither)).toBeGreaterThan(300)
  })

  it('knows by its patterns exactly the days there are', () => {
    const padded = (most: number, width: number) => fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(width, '0'))
    const year = fc.oneof(padded(9999, 4), fc.constantFrom('0000', '1900', '2000', '2024', '2100'))
    const written = fc.oneof(year, fc.tuple(year, padded(14, 2)).map((parts) => parts.join('-')), fc.tuple(year, padded(14, 2), padded(33, 2)).map((parts) => parts.join('-')), fc.constantFrom('1900-02-29', '2000-02-29', '2024-02-29', '2023-02-29', '2024-02-29 ', ''))
    const validate = new Ajv2020({ strict: true }).compile(generateForm(formSet(assembly, 'visit'), 'vi').schema)
    fc.assert(fc.property(written, (day) => {
      expect(validate({ household: { built_on: day } }), day).toBe(isOnCalendar(day))
    }), { numRuns: 10_000 })
  })

  it('speaks the language asked for and says where each question stands', () => {
    const form = generateForm(formSet(assembly, 'visit'), 'vi')
    expect(form.title).toBe('Phiếu')
    expect(form.sections).toMatchObject([{ title: 'Boat', fields: expect.arrayContaining(['cargo']) }, { roster: { columns: ['sailor'], fields: expect.arrayContaining(['swims']) } }])
    expect(form.uiSchema).toMatchObject({ household: { gear: { 'ui:options': { kind: 'choices' } }, built_on: { 'ui:options': { kind: 'date', partial: true } } } })
  })
})

describe('a form while it is filled', () => {
  const stateOf = (household: Record<string, boolean | number>, members: readonly { id: string; voyages?: number }[] = []) => formState(formSet(assembly, 'visit'), { household, members }, at)

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

  it('checks nothing at a question that it hides', async () => {
    const hidden = await stateOf({ cargo: 8, hull_sound: false })
    expect(hidden).toMatchObject({ hidden: ['household.cargo'], issues: [] })
  })

  it('names what must be answered before sending, where it is shown', async () => {
    const [boat, crew] = visit.sections
    const demanding = { ...visit, sections: [{ ...boat, items: boat?.items.map((item) => ({ ...item, required: item.kind === 'field' && ['rent', 'cargo'].includes(item.field) })) }, crew] } as FormDocument
    const stricter = assemble({ programme: 'boats', layer: 'national', common: commonDocument, releases: { boats: { ...releaseOf([]), forms: [demanding] } } })
    const { unanswered } = await formState(formSet(stricter, 'visit'), { household: { leased: false } }, at)
    expect(unanswered).toMatchObject([{ code: 'form_required', severity: 'error', path: ['household', 'cargo'], message: { en: '“Cargo” is not answered; it is needed before sending.' } }])
  })

  it('starts with what the form takes over from the register', () => {
    expect(prefillAnswers(formSet(assembly, 'visit'), { household: { cargo: 3, length: 4 }, members: [{ id: 'a', sailor: 'Ann' }] })).toEqual({ household: { cargo: 3 }, members: [{ id: 'a' }] })
  })
})

describe('the parts of a form beside its questions', () => {
  const grown: FormDocument = {
    kind: 'form', id: 'visit', title: text('Visit'),
    sections: [
      {
        id: 'aaaaaaaaaa', title: text('Boat'), columns: 3,
        items: [
          { kind: 'text', id: 'ffffffffff', text: { vi: 'Đoạn một.\n\nĐoạn hai.', en: 'First.' } },
          { kind: 'field', field: 'length', label: text('How long is she?'), wide: true },
          {
            kind: 'group', id: 'gggggggggg', title: text('Condition'), visible: leaf('length', 'greaterThan', 2),
            items: [
              { kind: 'matrix', id: 'hhhhhhhhhh', title: text('Sound?'), items: [{ kind: 'field', field: 'hull_sound', required: true }, { kind: 'field', field: 'engine_sound' }] },
              { kind: 'fact', id: 'iiiiiiiiii', fact: 'crew' },
            ],
          },
        ],
      },
      { id: 'bbbbbbbbbb', title: text('Crew'), visible: leaf('hull_sound', 'equal', true), items: [{ kind: 'roster', id: 'cccccccccc', columns: ['sailor'], items: [{ kind: 'group', id: 'jjjjjjjjjj', title: text('Who'), items: [{ kind: 'field', field: 'sailor' }, { kind: 'fact', id: 'kkkkkkkkkk', fact: 'voyages' }] }] }] },
    ],
  }
  const papers: FormDocument = {
    ...grown,
    sections: [
      { id: 'aaaaaaaaaa', title: text('Boat'), items: [{ kind: 'field', field: 'length' }, { kind: 'attachment', id: 'llllllllll', title: text('Photos'), visible: leaf('length', 'greaterThan', 2), required: true, accept: ['photo'], most: 2 }] },
      { id: 'bbbbbbbbbb', title: text('Crew'), items: [{ kind: 'roster', id: 'cccccccccc', columns: ['sailor'], items: [{ kind: 'field', field: 'sailor' }, { kind: 'attachment', id: 'mmmmmmmmmm', title: text('Licence'), required: true, accept: ['photo', 'pdf'], most: 1 }] }] },
    ],
  }
  const crew: LogicPiece = { kind: 'fact', id: 'crew', title: text('Crew'), unit: 'persons', value: { count: 'members' } }
  const grownAssembly = assemble({ programme: 'boats', layer: 'national', common: commonDocument, releases: { boats: { ...releaseOf([crew]), forms: [grown] } } })
  const members = [{ id: 'a', sailor: 'Ann', voyages: 3 }]

  it('are laid out in their order, with the form’s own wording of questions', () => {
    const { sections, schema, uiSchema } = generateForm(formSet(grownAssembly, 'visit'), 'vi')
    expect(sections).toMatchObject([
      {
        columns: 3, fields: ['length', 'hull_sound', 'engine_sound'],
        parts: [{ kind: 'text', paragraphs: ['Đoạn một.', 'Đoạn hai.'] }, { kind: 'questions', fields: ['length'] }, { kind: 'group', columns: 2, parts: [{ kind: 'matrix', fields: ['hull_sound', 'engine_sound'] }, { kind: 'fact', label: 'Crew' }] }],
      },
      { fields: [], roster: { fields: ['sailor'], parts: [{ kind: 'group', parts: [{ kind: 'questions', fields: ['sailor'] }, { kind: 'fact' }] }] } },
    ])
    expect(schema).toMatchObject({ properties: { household: { properties: { length: { title: 'How long is she?' } } } } })
    expect(uiSchema).toMatchObject({ household: { length: { 'ui:options': { wide: true } } } })
  })

  it('show their facts as they come out, of the household and of each member', async () => {
    expect((await formState(formSet(grownAssembly, 'visit'), { household: {}, members, members_complete: true }, at)).facts).toEqual({ 'household.iiiiiiiiii': { vi: '1 người', en: '1 person' }, 'members.a.kkkkkkkkkk': { vi: '3', en: '3' } })
  })

  it('are hidden with everything in them, and nothing in them is demanded then', async () => {
    const shown = await formState(formSet(grownAssembly, 'visit'), { household: {}, members }, at)
    expect(shown.hidden).toEqual([])
    expect(shown.unanswered).toMatchObject([{ path: ['household', 'hull_sound'] }])
    const hidden = await formState(formSet(grownAssembly, 'visit'), { household: { length: 1, hull_sound: false }, members }, at)
    expect(new Set(hidden.hidden)).toEqual(new Set([
      'household.gggggggggg', 'household.hhhhhhhhhh', 'household.hull_sound', 'household.engine_sound', 'household.iiiiiiiiii',
      'sections.bbbbbbbbbb', 'household.cccccccccc', 'members.a.jjjjjjjjjj', 'members.a.sailor', 'members.a.kkkkkkkkkk',
    ]))
    expect(hidden).toMatchObject({ facts: {}, unanswered: [] })
  })

  it('ask for attachments where they are needed, shown and not there yet, once it is known what is there', async () => {
    const asked = assemble({ programme: 'boats', layer: 'national', common: commonDocument, releases: { boats: { ...releaseOf([crew]), forms: [papers] } } })
    expect(generateForm(formSet(asked, 'visit'), 'en').sections).toMatchObject([
      { fields: ['length'], parts: [{ kind: 'questions' }, { kind: 'attachment', id: 'llllllllll', title: 'Photos', required: true, accept: ['photo'], most: 2 }] },
      { roster: { fields: ['sailor'], parts: [{ kind: 'questions' }, { kind: 'attachment', most: 1 }] } },
    ])
    const unanswered = async (length: number, attached?: readonly string[]) =>
      (await formState(formSet(asked, 'visit'), { household: { length }, members }, at, attached && new Set(attached))).unanswered.map(({ path, message }) => [path, message.en])
    expect(await unanswered(5)).toEqual([])
    expect(await unanswered(5, [])).toEqual([
      [['household', 'llllllllll'], 'Nothing is attached to “Photos”; it is needed before sending.'],
      [['members', 0, 'mmmmmmmmmm'], 'Nothing is attached to “Licence”; it is needed before sending.'],
    ])
    expect(await unanswered(1, ['members.a.mmmmmmmmmm'])).toEqual([])
    expect((await formState(formSet(asked, 'visit'), { household: { length: 1 }, members }, at)).hidden).toEqual(['household.llllllllll'])
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
