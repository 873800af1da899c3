import { dayPatterns, isDayFormat } from '../../values/day-pattern.ts'
import type { FieldKindDefinition } from './field-kind.ts'

/** A day; where only month or year may be known, that is an answer too. */
export const date: FieldKindDefinition = {
  matches: ({ format }) => isDayFormat(format),
  schema: ({ format }) => ({ type: 'string', pattern: dayPatterns[format === 'partial-date' ? 'partial-date' : 'date'] }),
}
