import { optionsOf, type FieldKindDefinition } from './field-kind.ts'

/** Any codes of a list; the empty list says "none of them" and is an answer. */
export const choices: FieldKindDefinition = {
  matches: ({ type }) => type === 'array',
  schema: (_schema, entries, language) => ({ type: 'array', uniqueItems: true, items: { type: 'string', oneOf: optionsOf(entries, language) } }),
}
