import type { CommonDocument, FieldSchema, FormDocument, Release, UnitDocument } from '@tieuchi/runtime'
import type { PackRules } from '@tieuchi/server/policies/policy-loading.ts'
import { dogCommon, dogPacks, dogReleases } from './dog-licences.ts'

const [first] = dogReleases
if (!first) throw new Error('The pack has no release')

const plot = (vi: string, en: string, more: Partial<FieldSchema> = {}): FieldSchema => ({ type: 'string', 'x-label': { vi, en }, 'x-kind': { name: 'sample.parcel', version: '1.2.0' }, ...more })

const { household, members, unit } = dogCommon.dictionary.properties

/** The fictitious dictionary with questions of the sample package's kind: where the garden lies, and the kennel, whose map sheet may be left open. */
export const plotCommon: CommonDocument = {
  ...dogCommon,
  dictionary: {
    ...dogCommon.dictionary,
    properties: {
      household: {
        ...household,
        properties: {
          ...household.properties,
          garden_plot: plot('Thửa vườn', 'Plot of the garden'),
          kennel_plot: plot('Thửa có chuồng', 'Plot of the kennel', { 'x-kind': { name: 'sample.parcel', version: '1.2.0', options: { sheet_optional: true } }, 'x-sensitive': true }),
        },
      },
      members,
      unit,
    },
  },
}

const withPlots = (form: FormDocument): FormDocument => ({
  ...form,
  sections: form.sections.map((section, index) => (index === 0 ? { ...section, items: [...section.items, { kind: 'field', field: 'garden_plot', required: true, prefill: true }, { kind: 'field', field: 'kennel_plot' }] } : section)),
})

/** Rules that read such questions: who has a garden or kennel on the common land. */
export const plotRelease: Release = {
  ...first.release,
  logic: [
    ...first.release.logic,
    {
      kind: 'fact', id: 'on_common_land', title: { vi: 'Vườn trên đất công', en: 'Garden on common land' },
      value: {
        if: { any: [{ id: 'commonland', fact: 'garden_plot', operator: 'in', value: ['12/345', '7/8'] }, { id: 'commonyard', fact: 'kennel_plot', operator: 'equal', value: '77' }] },
        then: true, else: false,
      },
    },
    { kind: 'outcome', id: 'common_land', title: { vi: 'Vườn trên đất công', en: 'Garden on common land' }, from: 'on_common_land' },
  ],
  forms: first.release.forms.map(withPlots),
}

/** The fictitious pack with these questions and rules. */
export const plotPacks: PackRules & { readonly units: readonly UnitDocument[] } = {
  ...dogPacks,
  common: plotCommon,
  programmes: dogPacks.programmes.map((programme) => ({ ...programme, releases: [{ ...first, release: plotRelease }] })),
}
