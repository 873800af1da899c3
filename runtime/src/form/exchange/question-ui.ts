import type { FieldItem } from '../../documents/form-document.ts'
import type { Language } from '../../documents/text.ts'
import { formatUnit } from '../../values/format.ts'
import { fieldKindOf } from '../field-kinds.ts'
import type { FieldKind } from '../field-kinds/field-kind.ts'
import type { Vocabulary } from '../generate-form.ts'

type Ui = Readonly<Record<string, unknown>>

/** Yes first, as rjsf has it. */
const yesNoNames: Readonly<Record<Language, readonly [string, string]>> = { vi: ['Có', 'Không'], en: ['Yes', 'No'] }

/** The widget of rjsf that asks a question of each kind; its own choice where nothing is said. */
const widgets: Readonly<Record<FieldKind, (language: Language) => Ui>> = {
  text: () => ({}),
  number: () => ({}),
  date: () => ({ 'ui:widget': 'date' }),
  'yes-no': (language) => ({ 'ui:widget': 'radio', 'ui:enumNames': yesNoNames[language] }),
  choice: () => ({ 'ui:widget': 'select' }),
  choices: () => ({ 'ui:widget': 'checkboxes' }),
  'personal-number': () => ({}),
}

/** The widget for days takes whole days only. */
const partialDay: Ui = { 'ui:placeholder': '2026-01-31, 2026-01, 2026' }

/** How rjsf asks a question of a form, as near as it comes. */
export const questionUi = ({ fields }: Vocabulary, { field, help, lines }: FieldItem, language: Language): Ui => {
  const schema = fields.get(field)?.schema
  if (!schema) return {}
  const unit = schema['x-unit']
  const shownHelp = help ?? schema['x-help']
  return {
    ...(schema.format === 'partial-date' ? partialDay : widgets[fieldKindOf(schema)](language)),
    ...(lines !== undefined && { 'ui:widget': 'textarea', 'ui:options': { rows: lines } }),
    ...(unit !== undefined && { 'ui:description': formatUnit(unit, language).trim() }),
    ...(shownHelp && { 'ui:help': shownHelp[language] }),
  }
}
