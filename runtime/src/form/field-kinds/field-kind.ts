import type { FieldSchema, ListEntry } from '../../documents/common-document.ts'
import type { Language, Text } from '../../documents/text.ts'

/** How a question is asked. Each kind has a file here and a widget of the same name in the web application. */
export type FieldKind = 'text' | 'number' | 'date' | 'yes-no' | 'choice' | 'choices' | 'personal-number'

/** JSON Schema 2020-12 of one question, plain: any validator accepts it. */
export type PlainSchema = Readonly<Record<string, unknown>>

export interface FieldKindDefinition {
  /** Whether a dictionary field is asked this way; exactly one kind matches each field. */
  readonly matches: (schema: FieldSchema) => boolean
  readonly schema: (schema: FieldSchema, entries: readonly ListEntry[], language: Language) => PlainSchema
  /** What an answer looks like, where its schema has a pattern: behind "expected" in the words for one that is refused. */
  readonly expected?: (schema: FieldSchema) => Text
}

/** The limits that pass through to JSON Schema as they are. */
export const limitsOf = ({ minimum, maximum, minLength, maxLength }: FieldSchema): PlainSchema => ({
  ...(minimum !== undefined && { minimum }),
  ...(maximum !== undefined && { maximum }),
  ...(minLength !== undefined && { minLength }),
  ...(maxLength !== undefined && { maxLength }),
})

/** The codes to choose from; of one that was named otherwise on other days, the last name. */
export const optionsOf = (entries: readonly ListEntry[], language: Language): readonly PlainSchema[] =>
  [...new Map(entries.map((entry) => [entry.code, entry])).values()].map(({ code, title }) => ({ const: code, title: title[language] }))
