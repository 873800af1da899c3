import { commonSchema, type CodeList, type FieldSchema } from '../../documents/common-document.ts'
import { formDefinitions, type FormDocument } from '../../documents/form-document.ts'
import type { Subject } from '../../documents/logic-document.ts'
import type { Language } from '../../documents/text.ts'
import type { PlainSchema } from '../field-kinds/field-kind.ts'

/** A form as other tools take it: plain JSON Schema 2020-12 of the answers, and a uiSchema as rjsf reads it. */
export interface ExchangedForm {
  readonly schema: PlainSchema
  readonly uiSchema: Readonly<Record<string, unknown>>
}

export type Fields = Readonly<Record<string, FieldSchema>>

/**
 * What plain schema and uiSchema cannot say: layout, both languages, what must be answered or is taken over, conditions,
 * checks, and the dictionary's part of each question. It stands under one key at the root of the uiSchema, where rjsf and
 * other tools pass it over, so that the schema stays plain.
 */
export interface FormAnnotation {
  readonly format: 1
  /** The language of the titles and the help outside this annotation. */
  readonly language: Language
  readonly form: FormDocument
  /** The questions asked, as the dictionary has them. */
  readonly fields: Readonly<Record<Subject, Fields>>
  /** The code lists that these questions are answered from. */
  readonly lists: readonly CodeList[]
}

/** The key of the annotation in the uiSchema. */
export const annotationKey = 'tieuchi'

const fields = { type: 'object', propertyNames: formDefinitions.form.properties.id, additionalProperties: { $ref: '#/$defs/field' } } as const

/** JSON Schema 2020-12 of the annotation. */
export const annotationSchema = {
  type: 'object',
  properties: {
    format: { const: 1 },
    language: { enum: ['vi', 'en'] },
    form: { $ref: '#/$defs/form' },
    fields: { type: 'object', properties: { household: fields, members: fields }, required: ['household', 'members'], additionalProperties: false },
    lists: commonSchema.properties.lists,
  },
  required: ['format', 'language', 'form', 'fields', 'lists'],
  additionalProperties: false,
  $defs: { ...commonSchema.$defs, ...formDefinitions },
} as const
