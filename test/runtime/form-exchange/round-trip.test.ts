import { exportForm, formAnnotationSchema, formSet, generateForm, householdItems, memberItems, noAdditions, type Assembly, type CommonDocument, type FieldSchema } from '@tieuchi/runtime'
import { checkInput, validate } from '@tieuchi/runtime/validation/server'
import { validate as validateInBrowser } from '@tieuchi/runtime/validation/browser'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assemblyFor, dogs, packAssemblies, problemsOf, read, throughText } from './exchange-fixture.ts'
import { randomForms } from './form-arbitraries.ts'

const exchanged = (assembly: Assembly, formId: string) => throughText(exportForm(assembly, formId))

const known: readonly (readonly [string, Assembly, string])[] = [...packAssemblies, ['dogs', dogs] as const].flatMap(([name, assembly]) => assembly.release.forms.filter(({ kind }) => kind === 'form').map(({ id }) => [`${name} ${id}`, assembly, id] as const))

const withoutQuestions = (common: CommonDocument): CommonDocument => {
  const { dictionary: { properties: { unit, household, members }, ...rest } } = common
  return { ...common, lists: [], dictionary: { ...rest, properties: { unit, household: { ...household, properties: {} }, members: { ...members, items: { ...members.items, properties: {} } } } } }
}

describe('a form that is exported and imported again', () => {
  it.each(known)('is the same form: %s', (_name, assembly, id) => {
    const { schema, uiSchema } = exchanged(assembly, id)
    const imported = read(schema, uiSchema, assembly)
    expect(imported).toEqual({ form: assembly.release.forms.find((form) => form.id === id), additions: noAdditions, notTaken: [] })
    expect(validateInBrowser(formAnnotationSchema, uiSchema['tieuchi']).valid).toBe(true)
  })

  it('is the same form, whatever stands in it', () => {
    fc.assert(fc.property(randomForms, fc.constantFrom('vi' as const, 'en' as const), ({ common, form }, language) => {
      const assembly = assemblyFor(common, form)
      const { schema, uiSchema } = throughText(exportForm(assembly, form.id, language))
      expect(read(schema, uiSchema, assembly)).toEqual({ form, additions: noAdditions, notTaken: [] })
    }), { numRuns: 300 })
  })

  it('brings the questions and lists along that another dictionary lacks', () => {
    fc.assert(fc.property(randomForms, ({ common, form }) => {
      const { schema, uiSchema } = exchanged(assemblyFor(common, form), form.id)
      const there = assemblyFor(withoutQuestions(common), { ...form, sections: [] })
      const imported = read(schema, uiSchema, there)
      const { household, members } = common.dictionary.properties
      const asked = (fields: Readonly<Record<string, FieldSchema>>, items: readonly { readonly field: string }[]) => Object.fromEntries(items.map(({ field }) => [field, fields[field]]))
      expect(imported.form).toEqual(form)
      expect(imported.notTaken).toEqual([])
      expect(imported.additions.fields).toEqual({ household: asked(household.properties, householdItems(form)), members: asked(members.items.properties, memberItems(form)), unit: {} })
      const named = new Set([...Object.values(imported.additions.fields.household), ...Object.values(imported.additions.fields.members)].flatMap((field) => field['x-list'] ?? []))
      expect(new Set(imported.additions.lists)).toEqual(new Set(common.lists.filter(({ id }) => named.has(id))))
    }), { numRuns: 200 })
  })

  it.each(known)('asks the same questions where only what other tools read is left of it: %s', (_name, assembly, id) => {
    const { schema, uiSchema: { tieuchi: _ours, ...uiSchema } } = exchanged(assembly, id)
    const imported = read(schema, uiSchema, assembly)
    const [before, after] = [assembly.release.forms.find((form) => form.id === id), imported.form]
    if (!before || !after) throw new Error('no form')
    for (const items of [householdItems, memberItems]) expect(items(after).map(({ field }) => field)).toEqual(items(before).map(({ field }) => field))
    expect(imported.additions).toEqual(noAdditions)
    expect(problemsOf(imported, assembly)).toEqual([])
    expect(imported.notTaken.filter(({ path }) => !path.includes('ui:placeholder') && !path.includes('ui:description'))).toEqual([])
  })
})

const odd = fc.constantFrom<unknown>(null, true, '', 'x', 'a', 'Mã 1', 0, 3, -1, 2.5, [], ['a'], ['a', 'a'], ['zzz'], {}, '2023-02-30', '2024-02-29', '2024', '2024-13', '31/12/2024', '012345678901', '0123', 'x'.repeat(13), 'x'.repeat(10_001))

describe('an exported schema', () => {
  it('is that of the form as it is filled in, plain for any validator, and judges answers as the dictionary does', () => {
    const judged = { sound: 0, unsound: 0 }
    fc.assert(fc.property(randomForms, fc.array(fc.tuple(fc.dictionary(fc.nat({ max: 11 }).map(String), odd), fc.dictionary(fc.nat({ max: 11 }).map(String), odd)), { minLength: 8, maxLength: 8 }), ({ common, form }, drawn) => {
      const assembly = assemblyFor(common, form)
      const { schema } = exchanged(assembly, form.id)
      expect(schema).toEqual({ ...generateForm(formSet(assembly, form.id), 'vi').schema, title: form.title.vi })
      const judge = new Ajv2020({ strict: true }).compile(schema)
      const answers = (items: readonly { readonly field: string }[], values: Readonly<Record<string, unknown>>) => Object.fromEntries(items.flatMap(({ field }, index) => (index in values ? [[field, values[index]]] : [])))
      for (const [household, member] of drawn) {
        const data = { household: answers(householdItems(form), household), members: [{ id: 'm', ...answers(memberItems(form), member) }] }
        const sound = judge(data)
        expect(sound, JSON.stringify(data).slice(0, 1_000)).toBe(checkInput(common, data).length === 0)
        expect(validate(schema, data).valid).toBe(sound)
        judged[sound ? 'sound' : 'unsound'] += 1
      }
    }), { numRuns: 60 })
    expect(Math.min(judged.sound, judged.unsound)).toBeGreaterThan(20)
  })
})
