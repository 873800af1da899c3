import type { FieldItem, FormDocument, RosterItem } from '../documents/form-document.ts'
import type { Language, Text } from '../documents/text.ts'
import { limits } from '../limits/limits.ts'
import type { Assembly } from '../release/assembly.ts'
import { formatUnit } from '../values/format.ts'
import { fieldKindOf, plainFieldSchema } from './field-kinds.ts'
import type { FieldKind, PlainSchema } from './field-kinds/field-kind.ts'

/** What a widget needs to know of its question, as rjsf hands it over in `ui:options`. */
export interface FieldOptions {
  readonly kind: FieldKind
  readonly field: string
  /** Written behind a number, for example ` đ/người/tháng`. */
  readonly unit?: string
  /** A date of which month or year alone is an answer. */
  readonly partial?: boolean
}

export interface GeneratedSection {
  readonly id: string
  readonly title: string
  readonly help?: string
  /** Household questions of the section, in order. */
  readonly fields: readonly string[]
  /** The members, where the section asks about them. */
  readonly roster?: { readonly fields: readonly string[]; readonly columns: readonly string[] }
}

/** A form ready for rjsf: plain JSON Schema 2020-12 of `{ household, members }`, uiSchema, and where each question stands. */
export interface GeneratedForm {
  readonly title: string
  readonly schema: PlainSchema
  readonly uiSchema: Readonly<Record<string, unknown>>
  readonly sections: readonly GeneratedSection[]
}

/** The form of a release by its id; a programmer's mistake where there is none. */
export const getFormOrThrow = ({ release }: Assembly, formId: string): FormDocument => {
  const form = release.forms.find(({ id }) => id === formId)
  if (!form) throw new Error(`The release of ${release.programme} has no form ${formId}`)
  return form
}

/** Every question of the household, in the order of the form. */
export const householdItems = (form: FormDocument): readonly FieldItem[] => form.sections.flatMap((section) => section.items.filter((item) => item.kind === 'field'))

/** The repeating parts. */
export const rosterItems = (form: FormDocument): readonly RosterItem[] => form.sections.flatMap((section) => section.items.filter((item) => item.kind === 'roster'))

/** Every question about a member, in the order of the form. */
export const memberItems = (form: FormDocument): readonly FieldItem[] => rosterItems(form).flatMap((roster) => roster.items)

/** Generates schema and layout of a form in one language. Visibility and checks are live: see `formState`. */
export const generateForm = (assembly: Assembly, formId: string, language: Language): GeneratedForm => {
  const form = getFormOrThrow(assembly, formId)
  const household = householdItems(form)
  const members = memberItems(form)
  return {
    title: form.title[language],
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: {
        household: objectSchema(assembly, household, language, {}),
        members: { type: 'array', maxItems: limits.members, items: { ...objectSchema(assembly, members, language, { id: { type: 'string', minLength: 1, maxLength: limits.text } }), required: ['id'] } },
      },
    },
    uiSchema: {
      household: groupUi(assembly, household, language),
      members: { items: { ...groupUi(assembly, members, language), id: { 'ui:widget': 'hidden' } } },
    },
    sections: form.sections.map((section) => {
      const roster = section.items.find((item) => item.kind === 'roster')
      return {
        id: section.id,
        title: section.title[language],
        ...(section.help && { help: section.help[language] }),
        fields: section.items.flatMap((item) => (item.kind === 'field' ? [item.field] : [])),
        ...(roster && { roster: { fields: roster.items.map((item) => item.field), columns: roster.columns } }),
      }
    }),
  }
}

const schemaOf = (assembly: Assembly, field: string) => {
  const found = assembly.fields.get(field)?.schema
  if (!found) throw new Error(`No field is named ${field}`)
  return found
}

const objectSchema = (assembly: Assembly, items: readonly FieldItem[], language: Language, first: PlainSchema): PlainSchema => ({
  type: 'object',
  properties: {
    ...first,
    ...Object.fromEntries(items.map(({ field }) => {
      const schema = schemaOf(assembly, field)
      return [field, { title: schema['x-label'][language], ...plainFieldSchema(schema, assembly.lists, language) }]
    })),
  },
})

const groupUi = (assembly: Assembly, items: readonly FieldItem[], language: Language): Readonly<Record<string, unknown>> =>
  Object.fromEntries(items.map((item) => [item.field, fieldUi(assembly, item, language)]))

const fieldUi = (assembly: Assembly, { field, help }: FieldItem, language: Language) => {
  const schema = schemaOf(assembly, field)
  const unit = schema['x-unit']
  const options: FieldOptions = {
    kind: fieldKindOf(schema),
    field,
    ...(unit !== undefined && { unit: formatUnit(unit, language).trim() }),
    ...(schema.format === 'partial-date' && { partial: true }),
  }
  const shownHelp: Text | undefined = help ?? schema['x-help']
  return { 'ui:options': options, ...(shownHelp && { 'ui:help': shownHelp[language] }) }
}
