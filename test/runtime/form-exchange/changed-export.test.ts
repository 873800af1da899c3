import { exportForm, type CommonDocument, type ExchangedForm } from '@tieuchi/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dogCommon, dogReleases } from '../../support/dog-licences.ts'
import { assemblyFor, assemblyWith, dogs, problemsOf, read, throughText } from './exchange-fixture.ts'
import { leavesOf, replacedAt } from './foreign-arbitraries.ts'
import { randomForms } from './form-arbitraries.ts'

interface Open { [name: string]: Open & string & number }

/** What another tool makes of the dogs' form. */
const changed = (change: (schema: Open, uiSchema: Open) => void, assembly = dogs) => {
  const { schema, uiSchema } = throughText(exportForm(dogs, 'application')) as unknown as { schema: Open; uiSchema: Open }
  change(schema, uiSchema)
  const imported = read(schema, uiSchema, assembly)
  expect(problemsOf(imported, assembly)).toEqual([])
  return imported
}

const placesOf = ({ notTaken }: ReturnType<typeof read>) => notTaken.map(({ code, document, path }) => `${code} ${document} ${path.join('/')}`)

const application = dogs.release.forms.find(({ id }) => id === 'application')

describe('an exported form that was changed by another tool', () => {
  it('takes over the words it shows, and says so because of the other language', () => {
    const imported = changed((schema, uiSchema) => {
      schema['title'] = 'Đơn' as never
      Object.assign(schema['properties']?.['household']?.['properties']?.['street'] ?? {}, { title: 'Tên đường' })
      Object.assign(uiSchema['members']?.['items']?.['call_name'] ?? {}, { 'ui:help': 'Tên thường gọi' })
    })
    expect(imported.form?.title).toEqual({ vi: 'Đơn', en: 'Application' })
    expect(imported.form?.sections[0]?.items[0]).toMatchObject({ field: 'street', label: { vi: 'Tên đường', en: 'Street' } })
    expect(JSON.stringify(imported.form)).toContain('"help":{"vi":"Tên thường gọi","en":"Tên thường gọi"}')
    expect(placesOf(imported)).toEqual(['edited schema title', 'edited schema properties/household/properties/street/title', 'edited uiSchema members/items/call_name/ui:help'])
  })

  it('takes questions that were added: of the household in a section of their own, of members behind the others', () => {
    const imported = changed((schema, uiSchema) => {
      Object.assign(schema['properties']?.['household']?.['properties'] ?? {}, { size: { type: 'integer', title: 'Chiều cao', minimum: 1 } })
      Object.assign(schema['properties']?.['members']?.['items']?.['properties'] ?? {}, { colour: { enum: ['den', 'vang'] } })
      Object.assign(uiSchema['household'] ?? {}, { size: { 'ui:help': 'cm' } })
    })
    expect(imported.form?.sections.at(-1)).toMatchObject({ title: { vi: 'Câu hỏi thêm' }, items: [{ field: 'size' }] })
    expect(JSON.stringify(imported.form)).toContain('"field":"colour"')
    expect(imported.additions).toMatchObject({ fields: { household: { size: { minimum: 1, 'x-help': { vi: 'cm' } } }, members: { colour: { 'x-list': 'colour' } } }, lists: [{ id: 'colour' }] })
    expect(imported.notTaken).toEqual([])
  })

  it('keeps what was exported where something else was changed or taken away, and says each', () => {
    const imported = changed((schema, uiSchema) => {
      delete schema['properties']?.['household']?.['properties']?.['fenced']
      Object.assign(schema['properties']?.['household']?.['properties']?.['garden_area'] ?? {}, { minimum: 5, exclusiveMaximum: 9 })
      delete uiSchema['household']?.['fenced']
      Object.assign(uiSchema, { 'ui:theme': 'dark' })
    })
    expect(imported.form).toEqual(application)
    expect(placesOf(imported)).toEqual([
      'differs schema properties/household/properties/garden_area/minimum', 'unsupported schema properties/household/properties/garden_area/exclusiveMaximum', 'removed schema properties/household/properties/fenced',
      'removed uiSchema household/fenced', 'unsupported uiSchema ui:theme',
    ])
  })

  it('is read as any other schema where its own part is broken', () => {
    const imported = changed((_schema, uiSchema) => { Object.assign(uiSchema['tieuchi']?.['form'] ?? {}, { sections: 'none' }) })
    expect(placesOf(imported)).toContain('unreadable uiSchema tieuchi')
    expect(imported.form?.sections).toHaveLength(2)
  })

  it('loses no value without a word, wherever it was changed', () => {
    fc.assert(fc.property(randomForms, fc.nat(), ({ common, form }, luck) => {
      const assembly = assemblyFor(common, form)
      const { schema, uiSchema }: ExchangedForm = throughText(exportForm(assembly, form.id))
      const before = JSON.stringify(read(schema, uiSchema, assembly))
      const [inSchema, inUi] = [leavesOf(schema), leavesOf(uiSchema)]
      for (const offset of [0, 5, 17, 41]) {
        const [first = [], second = []] = [inSchema[(luck + offset) % inSchema.length], inUi[(luck + offset) % inUi.length]]
        expect(JSON.stringify(read(replacedAt(schema, first), uiSchema, assembly)), first.join('/')).not.toBe(before)
        expect(JSON.stringify(read(schema, replacedAt(uiSchema, second), assembly)), second.join('/')).not.toBe(before)
      }
    }), { numRuns: 120 })
  })
})

describe('a form of another dictionary', () => {
  const [{ release }] = dogReleases
  const { household, members } = dogCommon.dictionary.properties
  const there = (of: Partial<Record<'household' | 'members', object>>, lists = dogCommon.lists): CommonDocument => ({
    ...dogCommon, lists,
    dictionary: { ...dogCommon.dictionary, properties: { ...dogCommon.dictionary.properties, household: { ...household, properties: { ...household.properties, ...of.household } }, members: { ...members, items: { ...members.items, properties: { ...members.items.properties, ...of.members } } } } },
  })

  it('has questions under another id where theirs means something else here, wherever they are read', () => {
    const other = assemblyWith(there({ household: { fenced: { type: 'integer', 'x-label': { vi: 'Số hàng rào', en: 'Fences' } } }, members: { part: { type: 'string', 'x-label': { vi: 'Phần', en: 'Share' } } } }), { ...release, logic: [], forms: [] })
    const imported = changed(() => undefined, other)
    expect(imported.additions.fields).toMatchObject({ household: { fenced_2: { type: 'boolean' } }, members: { part_2: { 'x-list': 'part' } } })
    expect(JSON.stringify(imported.form)).toContain('"columns":["call_name","part_2"]')
    expect(JSON.stringify(imported.form)).not.toMatch(/"(field|fact)":"(part|fenced)"/)
    expect(placesOf(imported)).toEqual(['renamed uiSchema tieuchi/fields/household/fenced', 'renamed uiSchema tieuchi/fields/members/part'])
  })

  it('says where a question or list is not the same here', () => {
    const lists = dogCommon.lists.map((list) => (list.id === 'part' ? { ...list, entries: list.entries.slice(1) } : list))
    const other = assemblyWith(there({ household: { garden_area: { ...household.properties['garden_area'], maximum: 3 } } }, lists), { ...release, forms: [] })
    const imported = changed(() => undefined, other)
    expect(imported.form).toEqual(application)
    expect(placesOf(imported)).toEqual(['differs uiSchema tieuchi/fields/household/garden_area/maximum', 'differs uiSchema tieuchi/lists/0'])
  })
})
