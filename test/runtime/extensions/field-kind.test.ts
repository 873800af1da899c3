import { assemble, checkRelease, conditionPhrase, evaluate, explainResults, exportForm, formSet, generateForm, importForm, kindPhrase, sentenceOf, type Answer, type CommonDocument, type Leaf } from '@tieuchi/runtime'
import { drawHouseholds } from '@tieuchi/runtime/agreement'
import { checkInput as checkInBrowser } from '@tieuchi/runtime/validation/browser'
import { checkInput, validate, validateDocument } from '@tieuchi/runtime/validation/server'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dogCommon, dogReleases } from '../../support/dog-licences.ts'
import { plotCommon, plotRelease } from '../../support/dog-plots.ts'
import { installSample } from '../../support/installed-sample.ts'
import { at } from '../fixture.ts'

/** Schemas and sentences are kept by their document: here packages come and go. */
const fresh = (): CommonDocument => structuredClone(plotCommon)

const assembled = (release = plotRelease, common = fresh()) => assemble({ programme: 'dog-licence', layer: 'national', common, releases: { 'dog-licence': release } })

const commonLand: Leaf = { id: 'commonland', fact: 'garden_plot', operator: 'equal', value: '12/345' }

describe('A kind of answers of a package that is installed', () => {
  installSample()

  it('stands in sound documents', () => {
    const common = fresh()
    expect(validateDocument('common', structuredClone(common))).toEqual([])
    expect(checkRelease(common, plotRelease)).toEqual([])
  })

  it('demands in the schema of a form what it demands anywhere: a plain validator takes what a form takes, and refuses what it refuses', () => {
    const assembly = assembled()
    const plain = new Ajv2020({ strict: true }).compile(exportForm(assembly, 'application').schema as object)
    const near = fc.tuple(fc.constantFrom('', '1', '12', '012', '99999', '100000', 'a', 'Đ'), fc.constantFrom('', '/', '//', '-', ' /'), fc.constantFrom('', '3', '345', '0', '123456', '7 ')).map((parts) => parts.join(''))
    fc.assert(fc.property(fc.oneof(near, fc.string(), fc.integer(), fc.boolean()), fc.constantFrom('garden_plot', 'kennel_plot'), (answer: Answer, field) => {
      const input = { household: { [field]: answer }, members: [] }
      const found = checkInput(assembly.common, input)
      expect(plain(input)).toBe(found.every(({ code }) => code === 'input_characters'))
      expect(checkInBrowser(assembly.common, input)).toEqual(found)
    }), { numRuns: 2000 })
  })

  it('says of a wrong answer once where it stands, what was entered, what it lacks and what is expected', () => {
    const common = fresh()
    const messages = (household: Readonly<Record<string, Answer>>) => checkInput(common, { household }).map(({ code, path, message }) => [code, path.join('.'), message.vi, message.en])
    expect(messages({ garden_plot: '12/' })).toEqual([['input_kind', 'household.garden_plot',
      'Thửa vườn: giá trị “12/” không hợp lệ: thiếu số tờ bản đồ; cần số thửa và số tờ bản đồ, như 12/345.',
      'Plot of the garden: “12/” is not valid: the number of the map sheet is missing; expected the numbers of the plot and of the map sheet, like 12/345.']])
    expect(messages({ garden_plot: 'somewhere beyond the hills' })).toEqual([['input_kind', 'household.garden_plot',
      'Thửa vườn: giá trị “somewhere beyond the hills” không hợp lệ; cần số thửa và số tờ bản đồ, như 12/345.',
      'Plot of the garden: “somewhere beyond the hills” is not valid; expected the numbers of the plot and of the map sheet, like 12/345.']])
    expect(messages({ garden_plot: 12 }).map(([code]) => code)).toEqual(['input_type'])
  })

  it('follows what the question says about it', () => {
    const common = fresh()
    expect(checkInput(common, { household: { kennel_plot: '12' } })).toEqual([])
    expect(checkInput(common, { household: { garden_plot: '12' } })).toHaveLength(1)
    expect([common.dictionary.properties.household.properties['garden_plot'], common.dictionary.properties.household.properties['kennel_plot']].map((schema) => schema?.['x-kind'] && kindPhrase(schema['x-kind']))).toEqual([
      { vi: 'Thửa đất', en: 'Plot of land' },
      { vi: 'Thửa đất (số tờ bản đồ có thể để trống: có)', en: 'Plot of land (the map sheet may be left open: yes)' },
    ])
  })

  it('writes its answers in sentences and explanations', async () => {
    const assembly = assembled()
    expect(sentenceOf(assembly, commonLand)).toEqual({ vi: 'Thửa vườn là thửa đất số 12, tờ bản đồ số 345', en: 'Plot of the garden is plot 12, map sheet 345' })
    expect(conditionPhrase(assembly, commonLand).vi).toBe('thửa vườn là thửa đất số 12, tờ bản đồ số 345')
    const evaluation = await evaluate(assembly, { input: { household: { garden_plot: '7/8' } }, moment: at })
    expect(evaluation.result.outcomes).toContainEqual(expect.objectContaining({ id: 'common_land', state: 'determined', value: true }))
    const said = JSON.stringify(await explainResults(evaluation, { placeOf: () => undefined } as never))
    expect(said).toContain('thửa đất số 7, tờ bản đồ số 8')
    expect(said).toContain('plot 7, map sheet 8')
  })

  it('is handed to the form with its options, and asked as its type where it says nothing more', () => {
    const { uiSchema } = generateForm(formSet(assembled(), 'application'), 'vi')
    const household = uiSchema['household'] as Readonly<Record<string, { readonly 'ui:options': object }>>
    expect(household['kennel_plot']?.['ui:options']).toMatchObject({ kind: 'text', refined: { name: 'sample.parcel', options: { sheet_optional: true } } })
    expect(household['street']?.['ui:options']).not.toHaveProperty('refined')
  })

  it('goes to other tools with a form and comes back', () => {
    const assembly = assembled()
    const exported = exportForm(assembly, 'application')
    const elsewhere = assemble({ programme: 'dog-licence', layer: 'national', common: structuredClone(dogCommon), releases: { 'dog-licence': { ...plotRelease, forms: [], logic: [] } } })
    const { form, additions, notTaken } = importForm(structuredClone(exported), elsewhere, { newId: () => 'aaaaaaaaaa', validate })
    expect({ notTaken, sections: form?.sections }).toEqual({ notTaken: [], sections: plotRelease.forms[0]?.sections })
    expect(additions.fields.household['kennel_plot']).toEqual(plotCommon.dictionary.properties.household.properties['kennel_plot'])
  })

  it('gives households made up at random answers that it accepts', () => {
    const assembly = assembled()
    const plots = drawHouseholds(assembly, at.facts_at, 'plots', 100).map(({ household }) => household?.['kennel_plot'])
    expect(new Set(plots)).toContain('12')
    for (const plot of plots) if (plot !== undefined) expect(checkInput(assembly.common, { household: { kennel_plot: plot } })).toEqual([])
  })
})

describe('A kind of answers of a package that is not installed', () => {
  const [{ release: other }] = dogReleases

  it('has rules that read or ask such a question refused, with the package and what to do, and others judge on', async () => {
    const [issue] = checkRelease(fresh(), plotRelease)
    expect(issue).toMatchObject({ code: 'extension_missing', path: ['common', 'dictionary', 'household', 'garden_plot', 'x-kind', 'name'] })
    expect(issue?.message.vi).toContain('“sample.parcel” của gói mở rộng “sample”')
    const judge = (release: typeof plotRelease) => evaluate(assembled(release), { input: { household: { garden_plot: '7/8' } }, moment: at })
    await expect(judge(plotRelease)).rejects.toMatchObject({ name: 'MissingExtension', packages: ['sample'] })
    await expect(judge({ ...other, forms: plotRelease.forms })).rejects.toMatchObject({ packages: ['sample'] })
    expect((await judge(other)).result.outcomes).not.toEqual([])
  })

  it('can still be read', () => {
    expect(sentenceOf(assembled(), commonLand).vi).toBe('Thửa vườn là 12/345')
    expect(kindPhrase({ name: 'sample.parcel', version: '1.2.0', options: { sheet_optional: true } }).vi).toBe('sample.parcel (sheet_optional: có)')
  })
})

it('Without kinds a dictionary is what it was', () => {
  expect(checkRelease(dogCommon, dogReleases[0].release)).toEqual([])
})
