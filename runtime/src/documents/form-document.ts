import { limits } from '../limits/limits.ts'
import type { Condition } from './condition-document.ts'
import type { Subject } from './logic-document.ts'
import { authorIdSchema, randomIdSchema, textSchema, type Text } from './text.ts'

/** A question of the dictionary in its place. Label, type, unit and list come from the dictionary. */
export interface FieldItem {
  readonly kind: 'field'
  readonly field: string
  readonly help?: Text
  /** Cosmetic: where false the question is not shown; evaluation never changes. */
  readonly visible?: Condition
  /** Must be answered before the form is sent, where it is shown. */
  readonly required?: boolean
  /** Taken over from the register when a submission is opened. */
  readonly prefill?: boolean
}

/** The members of the household, as a repeating part. */
export interface RosterItem {
  readonly kind: 'roster'
  readonly id: string
  readonly items: readonly FieldItem[]
  /** Fields shown in the row of a member. */
  readonly columns: readonly string[]
}

export interface FormSection {
  readonly id: string
  readonly title: Text
  readonly help?: Text
  readonly items: readonly (FieldItem | RosterItem)[]
}

/** Something that must hold. A hard check stops sending; a soft one asks for a reason. */
export interface FormCheck {
  readonly id: string
  readonly severity: 'hard' | 'soft'
  readonly of?: Subject
  /** The field the message stands at. */
  readonly field: string
  /** Must not be false. Unknown passes. */
  readonly conditions: Condition
  readonly message: Text
}

export interface FormDocument {
  readonly kind: 'form'
  readonly id: string
  readonly title: Text
  readonly sections: readonly FormSection[]
  readonly checks?: readonly FormCheck[]
}

const fieldItem = {
  type: 'object',
  properties: {
    kind: { const: 'field' },
    field: authorIdSchema,
    help: textSchema,
    visible: { $ref: '#/$defs/condition' },
    prefill: { type: 'boolean' },
    required: { type: 'boolean' },
  },
  required: ['kind', 'field'],
  additionalProperties: false,
} as const

export const formDefinitions = {
  fieldItem,
  rosterItem: {
    type: 'object',
    properties: {
      kind: { const: 'roster' },
      id: randomIdSchema,
      items: { type: 'array', items: { $ref: '#/$defs/fieldItem' }, minItems: 1, maxItems: limits.form_items },
      columns: { type: 'array', items: authorIdSchema, minItems: 1, maxItems: limits.list },
    },
    required: ['kind', 'id', 'items', 'columns'],
    additionalProperties: false,
  },
  form: {
    type: 'object',
    properties: {
      kind: { const: 'form' },
      id: authorIdSchema,
      title: textSchema,
      sections: {
        type: 'array',
        minItems: 1,
        maxItems: limits.sections,
        items: {
          type: 'object',
          properties: {
            id: randomIdSchema,
            title: textSchema,
            help: textSchema,
            items: { type: 'array', maxItems: limits.form_items, items: { anyOf: [{ $ref: '#/$defs/fieldItem' }, { $ref: '#/$defs/rosterItem' }] } },
          },
          required: ['id', 'title', 'items'],
          additionalProperties: false,
        },
      },
      checks: {
        type: 'array',
        maxItems: limits.form_checks,
        items: {
          type: 'object',
          properties: {
            id: randomIdSchema,
            severity: { enum: ['hard', 'soft'] },
            of: { enum: ['household', 'members'] },
            field: authorIdSchema,
            conditions: { $ref: '#/$defs/condition' },
            message: textSchema,
          },
          required: ['id', 'severity', 'field', 'conditions', 'message'],
          additionalProperties: false,
        },
      },
    },
    required: ['kind', 'id', 'title', 'sections'],
    additionalProperties: false,
  },
} as const
