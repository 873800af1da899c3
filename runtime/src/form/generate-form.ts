import type { FieldKindUse } from '../documents/field-kind-use.ts'
import type { AttachmentKind, ColumnCount, ContainerItem, FieldItem, FormItem, FormSection, RosterItem, WholeForm } from '../documents/form-document.ts'
import type { Language, Text } from '../documents/text.ts'
import { limits } from '../limits/limits.ts'
import { describeReference } from '../explain/readable.ts'
import type { Assembly } from '../release/assembly.ts'
import { formatUnit } from '../values/format.ts'
import { refinementOf } from '../values/refined-kinds.ts'
import { fieldKindOf, plainFieldSchema } from './field-kinds.ts'
import type { FieldKind, PlainSchema } from './field-kinds/field-kind.ts'
import { householdItems, memberItems, questionsWithin } from './form-items.ts'
import { assemblyOf, type FormSet } from './form-set.ts'

/** What a widget needs to know of its question, as rjsf hands it over in `ui:options`. */
export interface FieldOptions {
  readonly kind: FieldKind
  readonly field: string
  /** The kind of a package that says more exactly what an answer is, where it is installed. */
  readonly refined?: FieldKindUse
  /** Written behind a number, for example ` đ/người/tháng`. */
  readonly unit?: string
  /** A date of which month or year alone is an answer. */
  readonly partial?: boolean
  /** Takes the whole width. */
  readonly wide?: boolean
  /** A text of so many lines at first. */
  readonly lines?: number
  /** Must be answered before the form is sent, where it is shown. */
  readonly needed?: boolean
}

/** What stands in a part of a form, in order; questions that follow each other are one run. */
export type LayoutPart =
  | { readonly kind: 'questions'; readonly fields: readonly string[] }
  | { readonly kind: 'matrix'; readonly id: string; readonly title: string; readonly help?: string; readonly fields: readonly string[] }
  | { readonly kind: 'text'; readonly id: string; readonly paragraphs: readonly string[] }
  | { readonly kind: 'fact'; readonly id: string; readonly label: string; readonly help?: string }
  | { readonly kind: 'attachment'; readonly id: string; readonly title: string; readonly help?: string; readonly required: boolean; readonly accept: readonly AttachmentKind[]; readonly most: number }
  | { readonly kind: 'group'; readonly id: string; readonly title: string; readonly help?: string; readonly columns: ColumnCount; readonly parts: readonly LayoutPart[] }
  | { readonly kind: 'roster'; readonly id: string }

export interface GeneratedSection {
  readonly id: string
  readonly title: string
  /** What the rules are called that it is judged by, where it is a page of another programme. */
  readonly rules?: string
  readonly help?: string
  readonly columns: ColumnCount
  readonly parts: readonly LayoutPart[]
  /** Household questions of the section, in order, wherever they stand in it. */
  readonly fields: readonly string[]
  /** The members, where the section asks about them. */
  readonly roster?: { readonly fields: readonly string[]; readonly parts: readonly LayoutPart[]; readonly columns: readonly string[] }
}

/** A form ready for rjsf: plain JSON Schema 2020-12 of `{ household, members }`, uiSchema, and where each question stands. */
export interface GeneratedForm {
  readonly title: string
  readonly schema: PlainSchema
  readonly uiSchema: Readonly<Record<string, unknown>>
  readonly sections: readonly GeneratedSection[]
}

/** What the questions of a form are looked up in. */
export type Vocabulary = Pick<Assembly, 'fields' | 'lists'>

/** Generates schema and layout of a form with the pages in it, in one language. Visibility and checks are live: see `formState`. */
export const generateForm = (set: FormSet, language: Language): GeneratedForm => {
  const { form, parts: [{ assembly }] } = set
  return {
    title: form.title[language],
    schema: answersSchema(assembly, form, language),
    uiSchema: {
      household: groupUi(assembly, householdItems(form), language),
      members: { items: { ...groupUi(assembly, memberItems(form), language), id: { 'ui:widget': 'hidden' } } },
    },
    sections: form.sections.map((section) => generateSection(set, section, language)),
  }
}

/** Plain JSON Schema 2020-12 of the answers to a form: `{ household, members }`. */
export const answersSchema = (vocabulary: Vocabulary, form: Pick<WholeForm, 'sections'>, language: Language): PlainSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: {
    household: objectSchema(vocabulary, householdItems(form), language, {}),
    members: { type: 'array', maxItems: limits.members, items: { ...objectSchema(vocabulary, memberItems(form), language, { id: { type: 'string', minLength: 1, maxLength: limits.text } }), required: ['id'] } },
  },
})

/** Two, where a form says nothing: labels of questions are short more often than long. */
const usualColumns: ColumnCount = 2

const generateSection = (set: FormSet, section: FormSection, language: Language): GeneratedSection => {
  const assembly = assemblyOf(set, section)
  const roster = section.items.find((item) => item.kind === 'roster')
  const ofMembers = new Set(roster ? questionsWithin(roster) : [])
  return {
    ...headOf(section, language),
    ...(assembly !== set.parts[0].assembly && { rules: assembly.release.title[language] }),
    columns: section.columns ?? usualColumns,
    parts: layoutOf(assembly, section, language),
    fields: questionsWithin(section).filter((item) => !ofMembers.has(item)).map(({ field }) => field),
    ...(roster && { roster: { fields: [...ofMembers].map(({ field }) => field), parts: layoutOf(assembly, roster, language), columns: rosterColumns(set, roster) } }),
  }
}

/** Members are called by their name where a page asks about them once more; the form itself says what its rows show. */
const rosterColumns = ({ form, parts: [{ assembly: { common: { register: { name } } } }] }: FormSet, roster: RosterItem): readonly string[] => {
  const own = questionsWithin(roster).some(({ field }) => field === name)
  const elsewhere = !own && memberItems(form).some(({ field }) => field === name)
  return elsewhere && !roster.columns.includes(name) ? [name, ...roster.columns] : roster.columns
}

const headOf = ({ id, title, help }: { readonly id: string; readonly title: Text; readonly help?: Text }, language: Language) =>
  ({ id, title: title[language], ...(help && { help: help[language] }) })

const layoutOf = (assembly: Assembly, holder: FormSection | ContainerItem, language: Language): readonly LayoutPart[] =>
  holder.items.reduce<readonly LayoutPart[]>((parts, item: FormItem) => {
    const last = parts.at(-1)
    if (item.kind !== 'field') return [...parts, partOf(assembly, item, language)]
    return last?.kind === 'questions' ? [...parts.slice(0, -1), { kind: 'questions', fields: [...last.fields, item.field] }] : [...parts, { kind: 'questions', fields: [item.field] }]
  }, [])

const partOf = (assembly: Assembly, item: Exclude<FormItem, FieldItem>, language: Language): LayoutPart => {
  if (item.kind === 'roster') return { kind: 'roster', id: item.id }
  if (item.kind === 'text') return { kind: 'text', id: item.id, paragraphs: item.text[language].split(/\n\s*\n/).map((paragraph) => paragraph.trim()).filter(Boolean) }
  if (item.kind === 'fact') return { kind: 'fact', id: item.id, label: (item.label ?? describeReference(assembly, { fact: item.fact }).title)[language], ...(item.help && { help: item.help[language] }) }
  if (item.kind === 'attachment') return { kind: 'attachment', ...headOf(item, language), required: item.required === true, accept: item.accept, most: item.most }
  if (item.kind === 'matrix') return { kind: 'matrix', ...headOf(item, language), fields: item.items.map(({ field }) => field) }
  return { kind: 'group', ...headOf(item, language), columns: item.columns ?? usualColumns, parts: layoutOf(assembly, item, language) }
}

const schemaOf = ({ fields }: Vocabulary, field: string) => {
  const found = fields.get(field)?.schema
  if (!found) throw new Error(`No field is named ${field}`)
  return found
}

const objectSchema = (vocabulary: Vocabulary, items: readonly FieldItem[], language: Language, first: PlainSchema): PlainSchema => ({
  type: 'object',
  properties: {
    ...first,
    ...Object.fromEntries(items.map(({ field, label }) => {
      const schema = schemaOf(vocabulary, field)
      return [field, { title: (label ?? schema['x-label'])[language], ...plainFieldSchema(schema, vocabulary.lists, language) }]
    })),
  },
})

const groupUi = (assembly: Assembly, items: readonly FieldItem[], language: Language): Readonly<Record<string, unknown>> =>
  Object.fromEntries(items.map((item) => [item.field, fieldUi(assembly, item, language)]))

const fieldUi = (assembly: Assembly, { field, help, wide, lines, required }: FieldItem, language: Language) => {
  const schema = schemaOf(assembly, field)
  const unit = schema['x-unit']
  const options: FieldOptions = {
    kind: fieldKindOf(schema),
    field,
    ...(schema['x-kind'] && refinementOf(schema['x-kind']) && { refined: schema['x-kind'] }),
    ...(unit !== undefined && { unit: formatUnit(unit, language).trim() }),
    ...(schema.format === 'partial-date' && { partial: true }),
    ...(wide && { wide: true }),
    ...(lines !== undefined && { lines }),
    ...(required && { needed: true }),
  }
  const shownHelp: Text | undefined = help ?? schema['x-help']
  return { 'ui:options': options, ...(shownHelp && { 'ui:help': shownHelp[language] }) }
}
