import { personalNumberPattern } from '../../values/personal-number.ts'
import type { FieldKindDefinition } from './field-kind.ts'

/** Twelve digits, kept as text for their leading zeros. */
export const personalNumber: FieldKindDefinition = {
  matches: ({ format }) => format === 'personal-number',
  schema: () => ({ type: 'string', pattern: personalNumberPattern }),
  expected: () => ({ vi: 'đủ 12 chữ số', en: 'exactly 12 digits' }),
}
