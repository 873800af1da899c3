import { dayPatterns, isDayFormat } from '../../values/day-pattern.ts'
import type { FieldKindDefinition } from './field-kind.ts'

/** A day; where only month or year may be known, that is an answer too. */
export const date: FieldKindDefinition = {
  matches: ({ format }) => isDayFormat(format),
  schema: ({ format }) => ({ type: 'string', pattern: dayPatterns[format === 'partial-date' ? 'partial-date' : 'date'] }),
  expected: ({ format }) => (format === 'partial-date' ? { vi: 'ngày theo dạng 2026-12-31, 2026-12 hoặc 2026', en: 'a date like 2026-12-31, 2026-12 or 2026' } : { vi: 'ngày theo dạng 2026-12-31', en: 'a date like 2026-12-31' }),
}
