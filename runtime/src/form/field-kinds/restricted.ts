import type { Restrictions } from '../../values/refined-kinds.ts'
import type { PlainSchema } from './field-kind.ts'

/** Of two limits of one name the stricter one. */
const stricter: Readonly<Record<string, (a: number, b: number) => number>> = {
  minimum: Math.max, maximum: Math.min, minLength: Math.max, maxLength: Math.min, minItems: Math.max, maxItems: Math.min,
}

/** A schema that demands what another one does and more. */
export const restricted = (schema: PlainSchema, more: Restrictions): PlainSchema =>
  Object.entries(more).reduce<PlainSchema>((before, [keyword, value]: [string, unknown]) => {
    const there = before[keyword]
    if (value === undefined) return before
    if (there === undefined) return { ...before, [keyword]: value }
    const stricterOf = stricter[keyword]
    if (stricterOf && typeof there === 'number' && typeof value === 'number') return { ...before, [keyword]: stricterOf(there, value) }
    return { ...before, allOf: [...(Array.isArray(before['allOf']) ? before['allOf'] : []), { [keyword]: value }] }
  }, schema)
