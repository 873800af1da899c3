import type { CommonDocument, FieldSchema, FormDocument, Release } from '@tieuchi/runtime'
import { dogCommon, dogProgramme, dogReleases, dogUnits } from './dog-licences.ts'

/** The fictitious programme where the fence is a sensitive question, and telephone and personal number are asked for and sensitive too. */

const sensitive = (properties: Readonly<Record<string, FieldSchema>>, name: string) => {
  const field = properties[name]
  if (!field) throw new Error(`No field is named ${name}`)
  return { ...properties, [name]: { ...field, 'x-sensitive': true } }
}

const { household, members, unit } = dogCommon.dictionary.properties

const common: CommonDocument = {
  ...dogCommon,
  dictionary: {
    ...dogCommon.dictionary,
    properties: {
      household: { ...household, properties: sensitive(sensitive(household.properties, 'telephone'), 'fenced') },
      members: { ...members, items: { ...members.items, properties: sensitive(members.items.properties, 'owner_number') } },
      unit,
    },
  },
}

const asking = (form: FormDocument): FormDocument => ({
  ...form,
  sections: form.sections.map((section) => ({
    ...section,
    items: [
      ...section.items.map((item) => (item.kind === 'roster' ? { ...item, items: [...item.items, { kind: 'field' as const, field: 'owner_number' }] } : item)),
      ...(section.id === 'sectplace2' ? [{ kind: 'field' as const, field: 'telephone' }] : []),
    ],
  })),
})

const withForm = (release: Release): Release => ({ ...release, forms: release.forms.map(asking) })

export const sensitivePacks = {
  common,
  units: dogUnits,
  programmes: [{ document: dogProgramme, releases: dogReleases.map(({ release, ...entry }) => ({ ...entry, release: withForm(release) })), overlays: [] }],
}
