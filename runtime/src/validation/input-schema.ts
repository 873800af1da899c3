import type { CommonDocument, FieldSchema } from '../documents/common-document.ts'
import { dateSchema } from '../documents/text.ts'
import { limits } from '../limits/limits.ts'
import { plainFieldSchema } from '../form/field-kinds.ts'
import type { PlainSchema } from '../form/field-kinds/field-kind.ts'

const schemas = new WeakMap<CommonDocument, PlainSchema>()

/** `inputSchema`, one and the same object for one dictionary, so that validators compile it once. */
export const inputSchemaOf = (common: CommonDocument): PlainSchema => {
  const schema = schemas.get(common) ?? inputSchema(common)
  schemas.set(common, schema)
  return schema
}

/** JSON Schema 2020-12 of everything an evaluation may be given, from the dictionary; the same for both validators. */
export const inputSchema = (common: CommonDocument): PlainSchema => {
  const lists = new Map(common.lists.map((list) => [list.id, list]))
  const { household, members, unit } = common.dictionary.properties
  const group = (fields: Readonly<Record<string, FieldSchema>>, first: PlainSchema = {}): PlainSchema => ({
    type: 'object',
    properties: { ...first, ...Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, withCodes(plainFieldSchema(field, lists, 'en'))])) },
    additionalProperties: false,
  })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      household: group(household.properties),
      members: { type: 'array', maxItems: limits.members, items: { ...group(members.items.properties, { id: { type: 'string', minLength: 1 } }), required: ['id'] } },
      members_complete: { type: 'boolean' },
      unit: group(unit.properties),
      history: { type: 'array', maxItems: limits.history, items: historyEntry },
      history_from: dateSchema,
    },
    additionalProperties: false,
  }
}

const historyEntry = {
  type: 'object',
  properties: {
    programme: { type: 'string' },
    layer: { enum: ['national', 'local'] },
    outcome: { type: 'string' },
    member: { type: 'string', minLength: 1 },
    value: { type: ['boolean', 'number', 'string', 'array'], items: { type: 'string' } },
    from: dateSchema,
    to: dateSchema,
    decided_on: dateSchema,
    standard: { type: 'string' },
  },
  required: ['programme', 'layer', 'outcome', 'from'],
  additionalProperties: false,
} as const

/** A choice as `enum`: one problem where `oneOf` would report each alternative. */
const withCodes = (schema: PlainSchema): PlainSchema => {
  const { oneOf, items, ...rest } = schema as { oneOf?: readonly { const: string }[]; items?: PlainSchema }
  return { ...rest, ...(oneOf && { enum: oneOf.map((option) => option.const) }), ...(items && { items: withCodes(items) }) }
}
