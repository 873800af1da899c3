import type { CommonDocument, FormDocument } from '@tieuchi/runtime'
import { dogCommon, dogProgramme, dogReleases, dogUnits } from './dog-licences.ts'

/** The fictitious programme with a question that comes and goes above others: the telephone is asked for where a garden has no fence. */

const { household, members, unit } = dogCommon.dictionary.properties

const { telephone, ...others } = household.properties

const common: CommonDocument = {
  ...dogCommon,
  dictionary: {
    ...dogCommon.dictionary,
    properties: {
      household: {
        ...household,
        properties: { ...others, ...(telephone && { telephone: { ...telephone, applies: { id: 'unfenced23', fact: 'fenced', operator: 'equal', value: false } } }) },
      },
      members,
      unit,
    },
  },
}

const withTelephone = (form: FormDocument): FormDocument => ({
  ...form,
  sections: form.sections.map((section, index) => (index === 0 ? { ...section, columns: 1, items: [{ kind: 'field', field: 'telephone' }, ...section.items] } : section)),
})

export const gardenPacks = {
  common,
  units: dogUnits,
  programmes: [{ document: dogProgramme, releases: dogReleases.map(({ release, ...entry }) => ({ ...entry, release: { ...release, forms: release.forms.map(withTelephone) } })), overlays: [] }],
}
