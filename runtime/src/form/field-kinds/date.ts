import type { FieldKindDefinition } from './field-kind.ts'

const patterns = { date: '^\\d{4}-\\d{2}-\\d{2}$', 'partial-date': '^\\d{4}(-\\d{2}(-\\d{2})?)?$' } as const

/** A day; where only month or year may be known, that is an answer too. */
export const date: FieldKindDefinition = {
  matches: ({ format }) => format === 'date' || format === 'partial-date',
  schema: ({ format }) => ({ type: 'string', pattern: format === 'partial-date' ? patterns['partial-date'] : patterns.date }),
}
