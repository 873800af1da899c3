import { copyParts, duplicateParts, pasteParts } from '@tieuchi/designer/src/form-designer/copy-parts.ts'
import { foundEntries, paletteEntries } from '@tieuchi/designer/src/form-designer/palette-entries.ts'
import { partOfEntry } from '@tieuchi/designer/src/form-designer/parts-of-entry.ts'
import { issuesByPart } from '@tieuchi/designer/src/form-designer/part-issues.ts'
import { canHold, placeFor, stepOf } from '@tieuchi/designer/src/form-designer/part-places.ts'
import { canvasRows, keysInSight } from '@tieuchi/designer/src/form-designer/part-rows.ts'
import { keptWithin, nothing, only, selected } from '@tieuchi/designer/src/form-designer/part-selection.ts'
import { renamedPart } from '@tieuchi/designer/src/form-designer/rename-part.ts'
import { readSource, writeSource } from '@tieuchi/designer/src/form-designer/form-source.ts'
import { assemble, lintRelease, noAdditions, type FieldItem, type FormDocument, type FormItem, type Leaf } from '@tieuchi/runtime'
import { checkDocument } from '@tieuchi/runtime/validation/browser'
import { describe, expect, it } from 'vitest'
import { formSchema } from '@tieuchi/designer/src/form-designer/form-source.ts'
import { dogCommon, dogReleases } from '../support/dog-licences.ts'

const text = (words: string) => ({ vi: words, en: words })
const field = (id: string): FieldItem => ({ kind: 'field', field: id })
const leaf: Leaf = { id: 'leafleaf22', fact: 'fenced', operator: 'equal', value: true }
const form: FormDocument = {
  kind: 'form', id: 'visit', title: text('Visit'),
  sections: [
    { id: 'sectionon2', title: text('Place'), items: [{ kind: 'field', field: 'garden_area', visible: leaf }, { kind: 'group', id: 'groupgroup', title: text('Fence'), items: [field('fenced')] }, { kind: 'text', id: 'texttext22', text: text('Read this.') }] },
    { id: 'sectiontw2', title: text('Members'), items: [{ kind: 'roster', id: 'rosterrost', columns: ['call_name'], items: [field('call_name'), field('part')] }] },
  ],
  checks: [{ id: 'checkcheck', severity: 'hard', field: 'garden_area', conditions: leaf, message: text('Fence!') }],
}
const [{ release }] = dogReleases
const assembly = assemble({ programme: 'dog-licence', layer: 'national', common: dogCommon, releases: { 'dog-licence': { ...release, forms: [form] } } })

describe('New parts of a form', () => {
  it('go into what is selected, behind it, or to where they can stand', () => {
    expect(placeFor(assembly, form, 'group.groupgroup', [field('garden_area')])).toEqual({ into: 'group.groupgroup' })
    expect(placeFor(assembly, form, 'field.fenced', [field('garden_area')])).toEqual({ into: 'group.groupgroup' })
    expect(placeFor(assembly, form, 'field.garden_area', [field('garden_area')])).toEqual({ into: 'section.sectionon2', before: 'group.groupgroup' })
    expect(placeFor(assembly, form, 'field.garden_area', [field('part')])).toEqual({ into: 'roster.rosterrost' })
    expect(placeFor(assembly, form, 'field.part', [{ id: 'newnewnew2', title: text('New'), items: [] }])).toEqual({ into: 'form' })
    expect(placeFor(assembly, form, 'field.fenced', [{ id: 'newnewnew2', title: text('New'), items: [] }])).toEqual({ into: 'form', before: 'section.sectiontw2' })
    expect(placeFor(assembly, { ...form, sections: [] }, undefined, [field('part')])).toBeUndefined()
  })

  it('stand only where they are asked of those there', () => {
    expect(canHold(assembly, form, 'section.sectionon2', [field('part')])).toBe(false)
    expect(canHold(assembly, form, 'roster.rosterrost', [field('garden_area')])).toBe(false)
    expect(canHold(assembly, form, 'section.sectionon2', [{ kind: 'roster', id: 'another222', columns: [], items: [] }])).toBe(false)
    const matrix: FormItem = { kind: 'matrix', id: 'matrixmatr', title: text('Both'), items: [{ kind: 'field', field: 'fenced' }] }
    const withMatrix: FormDocument = { ...form, sections: [{ id: 'sectionon2', title: text('Place'), items: [matrix] }] }
    expect(canHold(assembly, withMatrix, 'matrix.matrixmatr', [field('garden_area')])).toBe(false)
    expect(canHold(assembly, withMatrix, 'matrix.matrixmatr', [field('fenced')])).toBe(true)
  })
})

describe('A step up or down', () => {
  it('goes into a group, through it and out of it', () => {
    expect(stepOf(assembly, form, ['field.garden_area'], true)).toEqual({ into: 'group.groupgroup', before: 'field.fenced' })
    expect(stepOf(assembly, form, ['field.fenced'], true)).toEqual({ into: 'section.sectionon2', before: 'text.texttext22' })
    expect(stepOf(assembly, form, ['field.fenced'], false)).toEqual({ into: 'section.sectionon2', before: 'group.groupgroup' })
    expect(stepOf(assembly, form, ['text.texttext22'], true)).toEqual({ into: 'section.sectiontw2', before: 'roster.rosterrost' })
    expect(stepOf(assembly, form, ['field.part'], true)).toBeUndefined()
    expect(stepOf(assembly, form, ['section.sectionon2'], false)).toBeUndefined()
  })
})

describe('What is selected', () => {
  const order = keysInSight(canvasRows(form, new Set()))
  it('is one part, a range, or several', () => {
    const first = selected(nothing, 'field.garden_area', {}, order)
    expect(first).toEqual(only('field.garden_area'))
    expect(selected(first, 'text.texttext22', { range: true }, order).keys).toEqual(['field.garden_area', 'group.groupgroup', 'field.fenced', 'text.texttext22'])
    const several = selected(first, 'text.texttext22', { toggle: true }, order)
    expect(several.keys).toEqual(['field.garden_area', 'text.texttext22'])
    expect(selected(several, 'field.garden_area', { toggle: true }, order).keys).toEqual(['text.texttext22'])
  })

  it('goes to a neighbour where the part is gone', () => {
    const left = order.filter((key) => key !== 'field.fenced')
    expect(keptWithin(only('field.fenced'), order, left)).toEqual(only('text.texttext22'))
    expect(keptWithin(only('field.garden_area'), order, left)).toEqual(only('field.garden_area'))
  })

  it('is in sight only in parts that are open', () => {
    expect(keysInSight(canvasRows(form, new Set(['group.groupgroup', 'section.sectiontw2'])))).toEqual(['section.sectionon2', 'field.garden_area', 'group.groupgroup', 'text.texttext22', 'section.sectiontw2'])
  })
})

describe('Parts that are copied', () => {
  const empty: FormDocument = { kind: 'form', id: 'other', title: text('Other'), sections: [{ id: 'sectionzz2', title: text('Place'), items: [] }] }

  it('come into another form with their checks, under ids of their own', () => {
    const copied = JSON.parse(JSON.stringify(copyParts(assembly, form, ['section.sectionon2', 'field.garden_area'])))
    const { parts, along, leftOut } = pasteParts(assembly, empty, copied)
    expect(leftOut).toEqual([])
    expect(parts).toMatchObject([{ title: text('Place'), items: [{ field: 'garden_area', visible: { fact: 'fenced' } }, { kind: 'group', items: [{ field: 'fenced' }] }, { kind: 'text' }] }])
    expect(JSON.stringify(parts)).not.toMatch(/sectionon2|groupgroup|texttext22|leafleaf22/)
    expect(along.checks).toMatchObject([{ field: 'garden_area', conditions: { fact: 'fenced' } }])
    expect(along.fields).toEqual({ household: {}, members: {} })
  })

  it('bring the questions, lists, pieces and parameters that a release lacks', () => {
    const copied = copyParts(assembly, form, ['roster.rosterrost'])
    const bare = assemble({ programme: 'dog-licence', layer: 'national', common: { ...dogCommon, lists: [], dictionary: { ...dogCommon.dictionary, properties: { ...dogCommon.dictionary.properties, members: { type: 'array', items: { type: 'object', properties: {} } } } } }, releases: { 'dog-licence': { ...release, logic: [], forms: [empty] } } })
    const { along } = pasteParts(bare, empty, copied)
    expect(Object.keys(along.fields?.members ?? {})).toEqual(['call_name', 'part'])
    expect(along.lists?.map(({ id }) => id)).toEqual(['part'])
  })

  it('leave out what the form asks already', () => {
    const { parts, leftOut } = pasteParts(assembly, form, copyParts(assembly, form, ['group.groupgroup', 'text.texttext22']))
    expect(leftOut).toEqual(['fenced'])
    expect(parts).toMatchObject([{ kind: 'group', items: [] }, { kind: 'text' }])
  })

  it('are, where they are doubled, questions of their own that are answered alike', () => {
    const { parts, along } = duplicateParts(assembly, form, ['field.garden_area'])
    expect(parts).toMatchObject([{ kind: 'field', field: 'garden_area_2', visible: { fact: 'fenced' } }])
    const before = assembly.fields.get('garden_area')?.schema
    expect(along.fields?.household).toEqual({ garden_area_2: { ...before, 'x-label': { vi: `${before?.['x-label'].vi} (bản sao)`, en: `${before?.['x-label'].en} (copy)` } } })
    expect(along.checks).toMatchObject([{ field: 'garden_area_2' }])
  })
})

describe('What a part is called', () => {
  it('is written at the part; of a question that is published at this form alone', () => {
    const question = { kind: 'field', field: 'garden_area' } as const
    const usual = assembly.fields.get('garden_area')?.schema['x-label'] ?? text('')
    const { part } = renamedPart(assembly, question, 'Vườn rộng bao nhiêu?', 'vi', noAdditions)
    expect(part).toEqual({ ...question, label: { vi: 'Vườn rộng bao nhiêu?', en: usual.en === usual.vi ? 'Vườn rộng bao nhiêu?' : usual.en } })
    expect(renamedPart(assembly, part, usual.vi, 'vi', noAdditions).part).toEqual(question)
    expect(renamedPart(assembly, part, ' ', 'vi', noAdditions).part).toEqual(question)
  })

  it('is the dictionary’s where the draft adds the question', () => {
    const pond = { type: 'boolean', 'x-label': text('Pond') } as const
    const additions = { ...noAdditions, fields: { ...noAdditions.fields, household: { pond } } }
    expect(renamedPart(assembly, { kind: 'field', field: 'pond' }, 'Ao', 'vi', additions).field).toEqual({ place: 'household', id: 'pond', field: { ...pond, 'x-label': text('Ao') } })
  })
})

describe('The palette', () => {
  it('names first what the rules need and the form does not ask, and last what it asks already', () => {
    const bare: FormDocument = { ...form, sections: [{ id: 'sectionon2', title: text('Place'), items: [] }] }
    const groups = paletteEntries(assembly, bare).map(({ group }) => group)
    expect([...new Set(groups)].slice(0, 2)).toEqual(['parts', 'needed'])
    expect(paletteEntries(assembly, form).find((entry) => entry.kind === 'asked' && entry.field === 'fenced')).toMatchObject({ key: 'field.fenced', group: 'asked' })
  })

  it('gives questions that never change or decide nothing with what the register knows, those the rules judge without', () => {
    const put = (id: string) => partOfEntry(assembly, { kind: 'field', field: id, title: text(id), group: 'members' }, text)
    expect([put('call_name'), put('garden_area')]).toEqual([{ kind: 'field', field: 'call_name', prefill: true }, { kind: 'field', field: 'garden_area' }])
  })

  it('finds without diacritics', () => {
    const entries = paletteEntries(assembly, form)
    const words = (entry: (typeof entries)[number]) => (entry.kind === 'new' ? entry.of : entry.title.vi)
    expect(foundEntries(entries, 'dien tich', words).map(words)).toContain(assembly.fields.get('garden_area')?.schema['x-label'].vi)
  })
})

describe('What the lint finds in a form', () => {
  it('stands at the part it is about', () => {
    const odd: FormDocument = { ...form, sections: [...form.sections, { id: 'emptyempty', title: text('Empty'), items: [{ kind: 'group', id: 'groupempty', title: text('None'), items: [] }] }] }
    const found = issuesByPart(odd, lintRelease(dogCommon, { ...release, forms: [odd] }).filter(({ path }) => path[0] === 'forms'))
    expect(found.get('group.groupempty')?.map(({ code }) => code)).toContain('section_empty')
  })
})

describe('The text of a form', () => {
  it('is read as the form it was written from', () => {
    expect(readSource(writeSource(form), 'visit')).toEqual({ kind: 'form', form })
  })

  it('that is none says where and what to do', () => {
    expect(readSource('{', 'visit')).toEqual({ kind: 'broken' })
    const wrong = (change: object) => readSource(JSON.stringify({ ...form, ...change }), 'visit')
    expect(wrong({ id: 'other' })).toMatchObject({ kind: 'wrong', issues: [{ path: ['id'] }] })
    expect(wrong({ sections: [{ id: 'sectionon2', title: text('Place'), items: [{ kind: 'field', field: 'fenced', requird: true }] }] })).toMatchObject({ kind: 'wrong', issues: [{ code: 'document_additionalProperties', path: ['sections', '0', 'items', '0'] }] })
    expect(wrong({ sections: [{ id: 'short', title: { vi: 'x' }, items: [] }] })).toMatchObject({ kind: 'wrong', issues: expect.arrayContaining([expect.objectContaining({ code: 'document_pattern' }), expect.objectContaining({ code: 'document_required' })]) })
    expect(checkDocument(formSchema, form)).toEqual([])
  })
})
