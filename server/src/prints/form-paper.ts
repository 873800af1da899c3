import { conditionPhrase, describeReference, fieldKindOf, formatOfField, formatUnit, writeAnswer, type Answer, type Assembly, type Condition, type FactItem, type FieldItem, type FieldKind, type FieldSchema, type FormSet, type Language, type Text, type TextItem } from '@tieuchi/runtime'
import type { Content } from './print-engine.ts'
import type { Say } from './print-words.ts'

/** A form to be printed by the rules it is of. */
export interface FormPaper {
  readonly say: Say
  readonly language: Language
  /** Whose rules word and judge it; of a section, those of the programme it is of. */
  readonly assembly: Assembly
  readonly form: FormSet
}

/** A question as papers print it. */
export interface PrintedQuestion {
  readonly field: string
  readonly schema: FieldSchema
  readonly kind: FieldKind
  readonly label: string
  /** Behind a number, where it has one. */
  readonly unit: string
}

/** A question by its name, worded as the dictionary does or as the form at hand. */
export const questionOf = ({ assembly, language }: Pick<FormPaper, 'assembly' | 'language'>, field: string, label?: Text): PrintedQuestion => {
  const schema = assembly.fields.get(field)?.schema
  if (!schema) throw new Error(`No field is named ${field}`)
  const unit = schema['x-unit']
  return { field, schema, kind: fieldKindOf(schema), label: (label ?? schema['x-label'])[language], unit: unit === undefined ? '' : formatUnit(unit, language).trim() }
}

/** An answer in words, as pages write it. */
export const answerText = ({ assembly, language }: Pick<FormPaper, 'assembly' | 'language'>, { schema }: Pick<PrintedQuestion, 'schema'>, answer: Answer): string =>
  writeAnswer(answer, { ...formatOfField(schema), lists: assembly.lists, language }).normalize('NFC')

/** When something of a form is filled in at all, in words; undefined where it always is. */
export const conditionText = ({ say, language, assembly }: FormPaper, conditions: readonly Condition[]): string | undefined => {
  const phrases = [...new Set(conditions.map((condition) => conditionPhrase(assembly, condition)[language]))]
  return phrases.length === 0 ? undefined : say('onlyWhen', { condition: phrases.join(` ${say('onlyWhenBoth')} `) })
}

/** On what a question is asked: where it applies, and what the form says of it. */
export const conditionsOf = ({ assembly }: Pick<FormPaper, 'assembly'>, { field, visible }: FieldItem): readonly Condition[] =>
  [assembly.fields.get(field)?.schema.applies, visible].filter((condition): condition is Condition => condition !== undefined)

/** How a form words a fact it shows. */
export const factLabel = ({ assembly, language }: Pick<FormPaper, 'assembly' | 'language'>, { fact, label }: FactItem): string =>
  (label ?? describeReference(assembly, { fact }).title)[language]

/** A text to read, in paragraphs. */
export const paragraphsOf = ({ language }: Pick<FormPaper, 'language'>, { text }: TextItem): readonly Content[] =>
  text[language].split(/\n\s*\n/).map((paragraph) => ({ text: paragraph.trim(), margin: [0, 2, 0, 2] }))

/** Codes of a question's list on a day, each once. */
export const codesOn = ({ lists }: Assembly, { schema }: Pick<PrintedQuestion, 'schema'>, at: string): readonly { readonly code: string; readonly title: { readonly vi: string; readonly en: string } }[] => {
  const entries = lists.get(schema['x-list'] ?? '')?.entries ?? []
  const valid = entries.filter(({ valid_from: from = '', valid_to: to = '9999' }) => from <= at && at <= to)
  return [...new Map(valid.map((entry) => [entry.code, entry])).values()]
}
