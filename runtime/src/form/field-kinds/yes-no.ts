import type { FieldKindDefinition } from './field-kind.ts'

/** Yes, no, or not answered. */
export const yesNo: FieldKindDefinition = {
  matches: ({ type }) => type === 'boolean',
  schema: () => ({ type: 'boolean' }),
}
