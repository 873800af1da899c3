import type { FieldItem, FormDocument } from '../../documents/form-document.ts'
import type { Subject } from '../../documents/logic-document.ts'
import type { Language, Text } from '../../documents/text.ts'
import type { AssembledField, Assembly, FieldPlace } from '../../release/assembly.ts'
import { householdItems, memberItems } from '../form-items.ts'
import { getFormOrThrow } from '../form-set.ts'
import { answersSchema, type Vocabulary } from '../generate-form.ts'
import { annotationKey, type ExchangedForm, type Fields, type FormAnnotation } from './exchanged-form.ts'
import { questionUi } from './question-ui.ts'

/**
 * A form for other tools. The schema is that of the answers as they are filled in here, which any validator takes and
 * which judges answers as the dictionary does; the uiSchema asks them in rjsf, and says under `tieuchi` what only this
 * product knows (see `FormAnnotation`). Titles and help are in one language, both stand in the annotation. Nothing that is
 * live is in the schema: what must be answered, or is hidden, depends on the answers.
 */
export const exportForm = (assembly: Assembly, formId: string, language: Language = 'vi'): ExchangedForm =>
  exchangedForm(annotationOf(assembly, getFormOrThrow(assembly, formId), language))

/** The same from the annotation alone. */
export const exchangedForm = (annotation: FormAnnotation): ExchangedForm => {
  const { form, language } = annotation
  const vocabulary = vocabularyOf(annotation)
  const { properties, ...schema } = answersSchema(vocabulary, form, language)
  return {
    schema: { ...schema, title: form.title[language], properties },
    uiSchema: {
      household: { 'ui:title': partTitles.household[language], ...questionsUi(vocabulary, householdItems(form), language, []) },
      members: { 'ui:title': partTitles.members[language], items: { id: { 'ui:widget': 'hidden' }, ...questionsUi(vocabulary, memberItems(form), language, ['id']) } },
      [annotationKey]: annotation,
    },
  }
}

/** Above the two parts of the answers, which other tools would call by their names. */
const partTitles: Readonly<Record<Subject, Text>> = { household: { vi: 'Hộ', en: 'Household' }, members: { vi: 'Thành viên', en: 'Members' } }

/** The order is said too, for tools that keep properties in one of their own. */
const questionsUi = (vocabulary: Vocabulary, items: readonly FieldItem[], language: Language, first: readonly string[]) => ({
  'ui:order': [...first, ...items.map(({ field }) => field), '*'],
  ...Object.fromEntries(items.map((item) => [item.field, questionUi(vocabulary, item, language)])),
})

const annotationOf = ({ fields, lists }: Assembly, form: FormDocument, language: Language): FormAnnotation => {
  const asked = (items: readonly FieldItem[]): Fields => Object.fromEntries(items.flatMap(({ field }) => {
    const schema = fields.get(field)?.schema
    return schema ? [[field, schema] as const] : []
  }))
  const [household, members] = [asked(householdItems(form)), asked(memberItems(form))]
  const named = new Set([household, members].flatMap((group) => Object.values(group)).flatMap((schema) => schema['x-list'] ?? []))
  return { format: 1, language, form, fields: { household, members }, lists: [...named].flatMap((id) => lists.get(id) ?? []) }
}

const placed = (place: FieldPlace, fields: Fields): readonly (readonly [string, AssembledField])[] =>
  Object.entries(fields).map(([id, schema]) => [id, { id, place, schema }] as const)

const vocabularyOf = ({ fields, lists }: FormAnnotation): Vocabulary => ({
  fields: new Map([...placed('household', fields.household), ...placed('members', fields.members)]),
  lists: new Map(lists.map((list) => [list.id, list])),
})
