import { limitsOf, type FieldKindDefinition } from './field-kind.ts'

/** Money, counts and measures; the unit stands beside the number. */
export const number: FieldKindDefinition = {
  matches: ({ type }) => type === 'integer' || type === 'number',
  schema: (schema) => ({ type: schema.type, ...limitsOf(schema) }),
}
