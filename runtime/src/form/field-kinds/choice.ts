import { optionsOf, type FieldKindDefinition } from './field-kind.ts'

/** One code of a list. */
export const choice: FieldKindDefinition = {
  matches: ({ type, 'x-list': list }) => type === 'string' && list !== undefined,
  schema: (_schema, entries, language) => ({ type: 'string', oneOf: optionsOf(entries, language) }),
}
