import { limits } from '../../limits/limits.ts'
import { limitsOf, type FieldKindDefinition } from './field-kind.ts'

export const text: FieldKindDefinition = {
  matches: ({ type, format, 'x-list': list }) => type === 'string' && format === undefined && list === undefined,
  schema: (schema) => ({ type: 'string', maxLength: limits.text, ...limitsOf(schema) }),
}
