import { limits } from '../limits/limits.ts'
import { conditionDefinitions, type Condition } from './condition-document.ts'
import { fieldKindUseSchema, type FieldKindUse } from './field-kind-use.ts'
import { logicDefinitions, type ConditionPiece, type FactPiece } from './logic-document.ts'
import { authorIdSchema, dateSchema, nameSchema, textSchema, type Text } from './text.ts'

/** Colour of an outcome value, the same everywhere. */
export type Tone = 'red' | 'orange' | 'yellow' | 'green' | 'teal' | 'blue' | 'grey'

export interface ListEntry {
  readonly code: string
  readonly title: Text
  readonly tone?: Tone
  readonly valid_from?: string
  readonly valid_to?: string
}

export interface CodeList {
  readonly kind: 'list'
  readonly id: string
  readonly title: Text
  readonly entries: readonly ListEntry[]
}

/** One question or attribute: a JSON Schema of a flat property with this product's keywords. */
export interface FieldSchema {
  readonly type: 'boolean' | 'integer' | 'number' | 'string' | 'array'
  readonly format?: 'date' | 'partial-date' | 'personal-number'
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly items?: { readonly type: 'string' }
  readonly uniqueItems?: boolean
  readonly 'x-label': Text
  readonly 'x-help'?: Text
  /** A kind of a package of code, which says more exactly what an answer is. */
  readonly 'x-kind'?: FieldKindUse
  readonly 'x-unit'?: string
  readonly 'x-list'?: string
  readonly 'x-sensitive'?: boolean
  /** What the answer is collected for where no rule reads it. */
  readonly 'x-purpose'?: Text
  /** Never a suggested change: birth date, sex, ethnicity. */
  readonly 'x-fixed'?: boolean
  /** Where false the field is not applicable: not asked, not missing, a stored answer is ignored. */
  readonly applies?: Condition
}

interface FieldGroup {
  readonly type: 'object'
  readonly properties: Readonly<Record<string, FieldSchema>>
}

/** The one vocabulary: a JSON Schema (2020-12) of the answers, with flat properties. */
export interface Dictionary {
  readonly $schema: 'https://json-schema.org/draft/2020-12/schema'
  readonly type: 'object'
  readonly properties: {
    readonly household: FieldGroup
    readonly members: { readonly type: 'array'; readonly items: FieldGroup }
    readonly unit: FieldGroup
  }
}

/** How a household is called in lists: the name of its head, and its place. */
export interface RegisterDocument {
  /** The member who gives the household its name: the first whose field has this code. */
  readonly head: { readonly field: string; readonly value: string }
  /** Field of members that holds a name. */
  readonly name: string
  /** Field of the household shown beside the name. */
  readonly place?: string
  /** Fields of the household, or of its head, by whose answers figures of the register are told apart, as they are by unit. */
  readonly breakdowns?: readonly string[]
}

/** What every release shares and what only grows: dictionary, code lists and shared facts. */
export interface CommonDocument {
  readonly format: 1
  readonly register: RegisterDocument
  readonly dictionary: Dictionary
  readonly lists: readonly CodeList[]
  readonly facts: readonly (FactPiece | ConditionPiece)[]
}

const fieldGroup = {
  type: 'object',
  properties: {
    type: { const: 'object' },
    properties: { type: 'object', maxProperties: limits.fields, propertyNames: authorIdSchema, additionalProperties: { $ref: '#/$defs/field' } },
  },
  required: ['type', 'properties'],
  additionalProperties: false,
} as const

/** Keywords say something of one type of answer only; elsewhere they would be passed over without a word. */
const ofNumbers = { properties: { type: { enum: ['integer', 'number'] } } } as const
const ofPlainText = { properties: { type: { const: 'string' }, 'x-list': false } } as const
const ofLists = { properties: { type: { const: 'array' } } } as const

export const commonSchema = {
  type: 'object',
  properties: {
    format: { const: 1 },
    register: {
      type: 'object',
      properties: {
        head: { type: 'object', properties: { field: authorIdSchema, value: nameSchema }, required: ['field', 'value'], additionalProperties: false },
        name: authorIdSchema,
        place: authorIdSchema,
        breakdowns: { type: 'array', items: authorIdSchema, uniqueItems: true, maxItems: limits.list },
      },
      required: ['head', 'name'],
      additionalProperties: false,
    },
    dictionary: {
      type: 'object',
      properties: {
        $schema: { const: 'https://json-schema.org/draft/2020-12/schema' },
        type: { const: 'object' },
        properties: {
          type: 'object',
          properties: {
            household: fieldGroup,
            members: { type: 'object', properties: { type: { const: 'array' }, items: fieldGroup }, required: ['type', 'items'], additionalProperties: false },
            unit: fieldGroup,
          },
          required: ['household', 'members', 'unit'],
          additionalProperties: false,
        },
      },
      required: ['$schema', 'type', 'properties'],
      additionalProperties: false,
    },
    lists: {
      type: 'array',
      maxItems: limits.code_lists,
      items: {
        type: 'object',
        properties: {
          kind: { const: 'list' },
          id: authorIdSchema,
          title: textSchema,
          entries: {
            type: 'array',
            minItems: 1,
            maxItems: limits.codes,
            items: {
              type: 'object',
              properties: {
                code: nameSchema,
                title: textSchema,
                tone: { enum: ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'grey'] },
                valid_from: dateSchema,
                valid_to: dateSchema,
              },
              required: ['code', 'title'],
              additionalProperties: false,
            },
          },
        },
        required: ['kind', 'id', 'title', 'entries'],
        additionalProperties: false,
      },
    },
    facts: { type: 'array', maxItems: limits.pieces, items: { $ref: '#/$defs/piece' } },
  },
  required: ['format', 'register', 'dictionary', 'lists', 'facts'],
  additionalProperties: false,
  $defs: {
    ...conditionDefinitions,
    ...logicDefinitions,
    field: {
      type: 'object',
      properties: {
        type: { enum: ['boolean', 'integer', 'number', 'string', 'array'] },
        format: { enum: ['date', 'partial-date', 'personal-number'] },
        minimum: { type: 'number' },
        maximum: { type: 'number' },
        minLength: { type: 'integer', minimum: 0, maximum: limits.text },
        maxLength: { type: 'integer', minimum: 0, maximum: limits.text },
        items: { type: 'object', properties: { type: { const: 'string' } }, required: ['type'], additionalProperties: false },
        uniqueItems: { type: 'boolean' },
        'x-label': textSchema,
        'x-help': textSchema,
        'x-kind': fieldKindUseSchema,
        'x-unit': { type: 'string', maxLength: limits.name },
        'x-list': authorIdSchema,
        'x-sensitive': { type: 'boolean' },
        'x-purpose': textSchema,
        'x-fixed': { type: 'boolean' },
        applies: { $ref: '#/$defs/condition' },
      },
      required: ['type', 'x-label'],
      additionalProperties: false,
      dependentSchemas: {
        format: { properties: { type: { const: 'string' }, 'x-list': false, minLength: false, maxLength: false } },
        minimum: ofNumbers,
        maximum: ofNumbers,
        'x-unit': ofNumbers,
        minLength: ofPlainText,
        maxLength: ofPlainText,
        items: ofLists,
        uniqueItems: ofLists,
        'x-list': { properties: { type: { enum: ['string', 'array'] } } },
      },
      if: ofLists,
      then: { required: ['items', 'x-list'] },
    },
  },
} as const
