import { assemble, demandsOfForm, evaluate, evaluateFurther, formDemands, formSet, formSetAround, formState, generateForm, itemsOf, lintRelease, momentAt, prefillAnswers, questionsOf, Reading, type Assembly, type FormPages, type Release } from '@tieuchi/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchoredReleases, grantRelease, kennelPages, pagesCommon, taxPages, taxRelease } from '../support/dog-pages.ts'

const [{ release: licence }] = anchoredReleases

const assembled = (own: Release): Assembly => assemble({ programme: own.programme, layer: 'national', common: pagesCommon, releases: { [licence.programme]: licence, [own.programme]: own } })

const base = assembled(licence)
const grant = assembled(grantRelease([kennelPages]))
const tax = assembled(taxRelease([taxPages]))
const at = momentAt('2026-06-01')
const sectionsOf = (contributors: readonly Assembly[]): readonly string[] => formSet(base, 'application', contributors).form.sections.map(({ id }) => id)
const household = { street: 'Đường Biển', garden_area: 20, fenced: true }
const dogs = [{ id: 'a', part: 'keeper' }, { id: 'b', part: 'dog' }, { id: 'c', part: 'dog' }]

describe('A form set', () => {
  it('without pages is the form as it is written', () => {
    const set = formSet(base, 'application')
    expect(set.form).toEqual(licence.forms[0])
    expect(set.parts).toEqual([{ assembly: base, sections: licence.forms[0]?.sections, checks: licence.forms[0]?.checks }])
    expect(formSet(base, 'application', [assembled(taxRelease([])), assembled(grantRelease([{ ...kennelPages, form: 'dog-licence.other' }]))])).toEqual(set)
  })

  it('has the pages of each programme behind its anchor, whatever order they come in', () => {
    const expected = ['sectplace2', 'sectkennel', 'sectpeople', 'secttax222']
    expect(sectionsOf([tax, grant])).toEqual(expected)
    expect(sectionsOf([grant, tax])).toEqual(expected)
    expect(sectionsOf([tax, assembled(grantRelease([{ ...kennelPages, anchor: 'people' }]))])).toEqual(['sectplace2', 'sectpeople', 'secttax222', 'sectkennel'])
    expect(sectionsOf([tax, assembled(grantRelease([{ ...kennelPages, anchor: 'gone' }]))])).toEqual(['sectplace2', 'sectpeople', 'secttax222', 'sectkennel'])
  })

  it('asks every question once: where the form asks it, else on the first page that does', () => {
    const { form } = formSet(base, 'application', [tax, grant])
    const asked = questionsOf(form).map(({ item }) => item.field)
    expect(asked).toEqual([...new Set(asked)])
    expect(form.sections[1]?.items.map((item) => 'field' in item && item.field)).toEqual(['kennel_area', 'kennel_roof'])
    const repeated: FormPages = { ...kennelPages, sections: [{ id: 'sectagain2', title: { vi: 'Lại', en: 'Again' }, items: [{ kind: 'field', field: 'street' }, { kind: 'group', id: 'groupagain', title: { vi: 'Lại', en: 'Again' }, items: [{ kind: 'field', field: 'fenced' }] }] }] }
    expect(sectionsOf([assembled(grantRelease([repeated]))])).toEqual(['sectplace2', 'sectpeople'])
  })

  it('keeps all that was contributed and nothing twice, wherever pages stand and whatever they ask', () => {
    const fields = ['street', 'garden_area', 'kennel_area', 'kennel_roof', 'tax_paid', 'tax_receipt']
    const pages = fc.record({ anchor: fc.constantFrom('place', 'people', 'gone'), asked: fc.uniqueArray(fc.constantFrom(...fields), { minLength: 1 }) })
    fc.assert(fc.property(fc.array(pages, { maxLength: 3 }), fc.array(pages, { maxLength: 3 }), fc.boolean(), (grants, taxes, turned) => {
      const documents = (of: string, all: typeof grants): readonly FormPages[] => all.map(({ anchor, asked }, index): FormPages => ({
        kind: 'pages', id: `${of}${index}`, title: { vi: of, en: of }, form: 'dog-licence.application', anchor,
        sections: [{ id: `${of}aaaaaa${index}`, title: { vi: of, en: of }, items: asked.map((each) => ({ kind: 'field', field: each })) }],
      }))
      const both = [assembled(grantRelease(documents('gra', grants))), assembled(taxRelease(documents('tax', taxes)))]
      const { form, parts } = formSet(base, 'application', turned ? both.toReversed() : both)
      const asked = questionsOf(form).map(({ item }) => item.field)
      expect(asked).toEqual([...new Set(asked)])
      expect(new Set(asked)).toEqual(new Set([...questionsOf(base.release.forms[0] ?? kennelPages).map(({ item }) => item.field), ...[...grants, ...taxes].flatMap((each) => each.asked)]))
      expect(parts.flatMap(({ sections }) => sections).map(({ id }) => id).toSorted()).toEqual(form.sections.map(({ id }) => id).toSorted())
      expect(form).toEqual(formSet(base, 'application', turned ? both : both.toReversed()).form)
    }), { numRuns: 200 })
  })

  it('judges each part by the rules of its own programme, and joins what comes out', async () => {
    const set = formSet(base, 'application', [tax, grant])
    const open = await formState(set, { household: { ...household, kennel_area: 3, tax_paid: false }, members: dogs }, at)
    expect(open.hidden).toContain('household.tax_receipt')
    expect(open.facts).toEqual({ 'household.facttaxdue': { vi: '100.000', en: '100,000' } })
    expect(open.issues.map(({ params, path }) => [params['check'], path])).toEqual([['checkkenn2', ['household', 'kennel_area']]])
    const other = await formState(set, { household: { ...household, tax_paid: true }, members: [{ id: 'a', part: 'keeper', call_name: 'An' }] }, at)
    expect(other.hidden).not.toContain('household.tax_receipt')
    expect(other.issues.map(({ params }) => params['check'])).toEqual(['checkdogs2'])
    expect(other.unanswered.map(({ params }) => params['field'])).toEqual(['kennel_area'])
    expect(await formState(formSet(base, 'application'), { household, members: dogs }, at)).toMatchObject({ facts: {}, issues: [] })
  })

  it('demands the same of what is to be sent as of what is being filled in', async () => {
    const set = formSet(base, 'application', [tax, grant])
    const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
    const answers = fc.record({ street: some(fc.constantFrom('Đường Biển', 'Đường Núi')), garden_area: some(fc.nat(40)), fenced: some(fc.boolean()), kennel_area: some(fc.nat(10)), kennel_roof: some(fc.boolean()), tax_paid: some(fc.boolean()) })
    await fc.assert(fc.asyncProperty(answers, fc.subarray([...dogs]), async (given, members) => {
      const input = { household: Object.fromEntries(Object.entries(given).flatMap(([field, answer]) => (answer === undefined ? [] : [[field, answer]]))), members }
      const { issues, unanswered } = await formState(set, input, at, new Set())
      expect(await formDemands(set, input, at, new Set())).toEqual({ issues, unanswered })
    }), { numRuns: 200 })
  })

  it('leaves what is decided as it would be had nothing been asked before', async () => {
    const set = formSet(base, 'application', [tax, grant])
    const answers = fc.record({ street: fc.constantFrom('Đường Biển', 'Đường Núi'), garden_area: fc.nat(40), fenced: fc.boolean(), kennel_area: fc.nat(10) }, { requiredKeys: [] })
    await fc.assert(fc.asyncProperty(answers, fc.subarray([...dogs]), async (asked, members) => {
      const request = { input: { household: asked, members }, moment: at }
      const reading = new Reading(request)
      await demandsOfForm(set, reading, new Set())
      for (const assembly of [base, grant, tax]) expect((await evaluateFurther(assembly, reading)).result).toEqual((await evaluate(assembly, request)).result)
    }), { numRuns: 100 })
  })

  it('takes over from the register what pages say, and lays them out in words of their own', () => {
    const set = formSet(base, 'application', [tax, grant])
    expect(prefillAnswers(set, { household: { street: 'Đường Biển', kennel_roof: true, kennel_area: 5 }, members: [] }).household).toEqual({ street: 'Đường Biển', kennel_roof: true })
    const { sections, schema } = generateForm(set, 'vi')
    expect(sections.map(({ title }) => title)).toEqual(['Nơi ở', 'Chuồng chó', 'Người và chó', 'Thuế nuôi chó'])
    expect(sections.map(({ rules }) => rules)).toEqual([undefined, 'Quy định hỗ trợ chuồng', undefined, 'Quy định thuế nuôi chó'])
    expect(sections[3]?.parts[0]).toEqual({ kind: 'fact', id: 'facttaxdue', label: 'Thuế phải nộp' })
    expect(sections[3]?.roster).toMatchObject({ fields: ['leash'], columns: ['call_name', 'leash'] })
    expect(schema).toMatchObject({ properties: { household: { properties: { kennel_area: { type: 'number' }, tax_receipt: { type: 'string' } } } } })
    expect(itemsOf(set.form).filter(({ item }) => item.kind === 'roster')).toHaveLength(2)
  })

  it('is what its author tries: pages within the form they are for, or by themselves where that is not at hand', () => {
    const titlesOf = (assembly: Assembly) => formSetAround(assembly, kennelPages).form.sections.map(({ id }) => id)
    expect(titlesOf(grant)).toEqual(['sectplace2', 'sectkennel', 'sectpeople'])
    expect(titlesOf(assemble({ programme: 'kennel-grant', layer: 'national', common: pagesCommon, releases: { 'kennel-grant': grant.release } }))).toEqual(['sectkennel'])
    expect(formSetAround(base, licence.forms[0] ?? kennelPages)).toEqual(formSet(base, 'application'))
  })

  it('is made of sound releases', () => {
    const errorsOf = (own: Release) => lintRelease(pagesCommon, own, { [licence.programme]: licence }, { depends_on: [licence.programme] }).filter(({ severity }) => severity === 'error')
    expect(errorsOf(grant.release)).toEqual([])
    expect(errorsOf(tax.release)).toEqual([])
  })
})
