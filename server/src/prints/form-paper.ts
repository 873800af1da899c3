import { conditionPhrase, fieldKindOf, formatUnit, writeAnswer, type Answer, type Assembly, type Condition, type FieldItem, type FieldKind, type FieldSchema, type FormDocument, type Language } from '@tieuchi/runtime'
import type { Say } from './print-words.ts'

/** A form to be printed by the rules it is of. */
export interface FormPaper {
  readonly say: Say
  readonly language: Language
  readonly assembly: Assembly
  readonly form: FormDocument
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

export const questionOf = ({ assembly, language }: Pick<FormPaper, 'assembly' | 'language'>, field: string): PrintedQuestion => {
  const schema = assembly.fields.get(field)?.schema
  if (!schema) throw new Error(`No field is named ${field}`)
  const unit = schema['x-unit']
  return { field, schema, kind: fieldKindOf(schema), label: schema['x-label'][language], unit: unit === undefined ? '' : formatUnit(unit, language).trim() }
}

/** An answer in words, as pages write it. */
export const answerText = ({ assembly, language }: Pick<FormPaper, 'assembly' | 'language'>, { schema }: Pick<PrintedQuestion, 'schema'>, answer: Answer): string =>
  writeAnswer(answer, { unit: schema['x-unit'], list: schema['x-list'], lists: assembly.lists, language }).normalize('NFC')

/** When a question is asked at all, in words; undefined where it always is. */
export const conditionText = ({ say, language, assembly }: FormPaper, { field, visible }: FieldItem): string | undefined => {
  const conditions = [assembly.fields.get(field)?.schema.applies, visible].filter((condition): condition is Condition => condition !== undefined)
  const phrases = [...new Set(conditions.map((condition) => conditionPhrase(assembly, condition)[language]))]
  return phrases.length === 0 ? undefined : say('onlyWhen', { condition: phrases.join(` ${say('onlyWhenBoth')} `) })
}

/** Codes of a question's list on a day, each once. */
export const codesOn = ({ lists }: Assembly, { schema }: Pick<PrintedQuestion, 'schema'>, at: string): readonly { readonly code: string; readonly title: { readonly vi: string; readonly en: string } }[] => {
  const entries = lists.get(schema['x-list'] ?? '')?.entries ?? []
  const valid = entries.filter(({ valid_from: from = '', valid_to: to = '9999' }) => from <= at && at <= to)
  return [...new Map(valid.map((entry) => [entry.code, entry])).values()]
}
