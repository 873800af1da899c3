import type { CommonDocument, FieldSchema, FormPages, LogicPiece, Parameter, ProgrammeDocument, Release, Text, WholeForm } from '@tieuchi/runtime'
import { dogCommon, dogProgramme, dogReleases, dogUnits } from './dog-licences.ts'

/**
 * Two fictitious programmes that contribute pages to the application for a dog: a kennel grant behind the place, a dog tax behind
 * the people and dogs.
 */

const text = (vi: string, en: string): Text => ({ vi, en })

const field = (type: FieldSchema['type'], vi: string, en: string, more: Partial<FieldSchema> = {}): FieldSchema => ({ type, 'x-label': text(vi, en), ...more })

const { properties } = dogCommon.dictionary

export const pagesCommon: CommonDocument = {
  ...dogCommon,
  dictionary: {
    ...dogCommon.dictionary,
    properties: {
      ...properties,
      household: {
        ...properties.household,
        properties: {
          ...properties.household.properties,
          kennel_area: field('number', 'Diện tích chuồng', 'Kennel area', { 'x-unit': 'm2', minimum: 0 }),
          kennel_roof: field('boolean', 'Chuồng có mái che', 'Kennel has a roof'),
          tax_paid: field('boolean', 'Đã nộp thuế nuôi chó', 'Dog tax paid'),
          tax_receipt: field('string', 'Số biên lai thuế', 'Number of the receipt'),
        },
      },
      members: { ...properties.members, items: { ...properties.members.items, properties: { ...properties.members.items.properties, leash: field('boolean', 'Có dây xích', 'Has a leash') } } },
    },
  },
}

const article = (number: string) => ({ document: '02/2026/QĐ-CHO', article: number })

const least: Parameter = { title: text('Chuồng tối thiểu', 'Smallest kennel'), unit: 'm2', value: 4, citation: article('2'), certainty: 'seen', confirmed: '2026-01-01', overridable: false }

const grantLogic: readonly LogicPiece[] = [
  {
    kind: 'table', id: 'kennel_verdict', title: text('Xét chuồng', 'Kennel verdict'), hit: 'first', inputs: ['kennel_area'], outputs: ['kennel_grant'],
    rows: [
      { id: 'rowkennel2', when: [{ greaterThanInclusive: { parameter: 'least_kennel' } }], then: ['granted'], citation: article('3') },
      { id: 'rowkennel3', when: [null], then: ['refused'], citation: article('3') },
    ],
  },
  { kind: 'outcome', id: 'kennel_grant', title: text('Hỗ trợ chuồng', 'Kennel grant'), from: 'kennel_verdict', list: 'licence' },
]

const taxLogic: readonly LogicPiece[] = [
  { kind: 'fact', id: 'tax_due', title: text('Thuế phải nộp', 'Tax due'), value: { multiply: [{ fact: 'dog_count' }, { parameter: 'tax_rate' }] } },
  {
    kind: 'table', id: 'tax_verdict', title: text('Xét thuế', 'Tax verdict'), hit: 'first', inputs: ['tax_paid'], outputs: ['tax_mark'],
    rows: [
      { id: 'rowtaxpaid', when: [{ equal: true }], then: ['granted'], citation: article('7') },
      { id: 'rowtaxopen', when: [null], then: ['refused'], citation: article('7') },
    ],
  },
  { kind: 'outcome', id: 'tax_mark', title: text('Xác nhận thuế', 'Tax mark'), from: 'tax_verdict', list: 'licence' },
]

/** The page of the kennel grant: its check knows its own parameter. */
export const kennelPages: FormPages = {
  kind: 'pages', id: 'kennel', title: text('Trang hỗ trợ chuồng', 'Kennel pages'), form: 'dog-licence.application', anchor: 'place',
  sections: [{ id: 'sectkennel', title: text('Chuồng chó', 'Kennel'), items: [{ kind: 'field', field: 'garden_area' }, { kind: 'field', field: 'kennel_area', required: true }, { kind: 'field', field: 'kennel_roof', prefill: true }] }],
  checks: [{
    id: 'checkkenn2', severity: 'hard', field: 'kennel_area', conditions: { id: 'checkkenn3', fact: 'kennel_area', operator: 'greaterThanInclusive', value: { parameter: 'least_kennel' } },
    message: text('Chuồng nhỏ hơn mức tối thiểu; hãy đo lại.', 'The kennel is smaller than allowed; measure again.'),
  }],
}

/** The page of the dog tax: asks for a receipt where the tax was paid, shows what is due, asks of each member. */
export const taxPages: FormPages = {
  kind: 'pages', id: 'tax', title: text('Trang thuế', 'Tax pages'), form: 'dog-licence.application', anchor: 'people',
  sections: [
    {
      id: 'secttax222', title: text('Thuế nuôi chó', 'Dog tax'),
      items: [
        { kind: 'fact', id: 'facttaxdue', fact: 'tax_due' },
        { kind: 'field', field: 'tax_paid' },
        { kind: 'field', field: 'tax_receipt', visible: { id: 'visitaxpa2', fact: 'tax_paid', operator: 'equal', value: true } },
        { kind: 'roster', id: 'rostertax2', columns: ['leash'], items: [{ kind: 'field', field: 'leash' }] },
      ],
    },
  ],
}

const release = (programme: string, title: Text, parts: Pick<Release, 'parameters' | 'logic' | 'forms'>): Release => ({
  format: 1, programme, scope: 'national', title, legal_basis: [{ document: '02/2026/QĐ-CHO' }], changelog: text('Quy định đầu tiên.', 'The first rules.'), cases: [], ...parts,
})

export const grantRelease = (forms: Release['forms']): Release =>
  release('kennel-grant', text('Quy định hỗ trợ chuồng', 'Rules on kennel grants'), { parameters: { least_kennel: least }, logic: grantLogic, forms })

export const taxRelease = (forms: Release['forms']): Release =>
  release('dog-tax', text('Quy định thuế nuôi chó', 'Rules on dog tax'), {
    parameters: { tax_rate: { title: text('Mức thuế', 'Tax rate'), unit: 'VND', value: 50_000, citation: article('6'), certainty: 'seen', confirmed: '2026-01-01', overridable: false } },
    logic: taxLogic, forms,
  })

const anchors = ['place', 'people']

/** The application, which offers an anchor behind each of its sections. */
const anchored = (forms: Release['forms']): Release['forms'] =>
  forms.map((form): WholeForm => {
    if (form.kind !== 'form') throw new Error('The application is a whole form')
    return { ...form, sections: form.sections.map((section, index) => ({ ...section, anchor: anchors[index] ?? `anchor_${index}` })) }
  })

const withAnchors = <Entry extends (typeof dogReleases)[number]>(entry: Entry) => ({ ...entry, release: { ...entry.release, forms: anchored(entry.release.forms) } })

const [first, second] = dogReleases

export const anchoredReleases = [withAnchors(first), withAnchors(second)] as const

const programme = (id: string, title: Text): ProgrammeDocument => ({ format: 1, id, title, depends_on: ['dog-licence'] })

/** All three programmes, in force from 2026 on; each contributes the pages named. */
export const pagesPacks = ({ kennel, tax }: { readonly kennel: readonly FormPages[]; readonly tax: readonly FormPages[] }) => ({
  common: pagesCommon,
  units: dogUnits,
  programmes: [
    { document: dogProgramme, releases: anchoredReleases, overlays: [] },
    { document: programme('kennel-grant', text('Hỗ trợ chuồng', 'Kennel grant')), releases: [{ folder: '2026', release: grantRelease(kennel), valid_from: '2026-01-01' }], overlays: [] },
    { document: programme('dog-tax', text('Thuế nuôi chó', 'Dog tax')), releases: [{ folder: '2026', release: taxRelease(tax), valid_from: '2026-01-01' }], overlays: [] },
  ],
})
