import type { CommonDocument, FieldSchema } from '../documents/common-document.ts'
import type { Answer } from '../documents/input-document.ts'
import type { Text } from '../documents/text.ts'
import { refinementOf } from '../values/refined-kinds.ts'
import { fieldAt } from './input-place.ts'
import type { Violation } from './verdict.ts'

/** What kinds of packages may demand, see `Restrictions`. */
const demanded: ReadonlySet<string> = new Set(['pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'multipleOf', 'minItems', 'maxItems'])

/** The violations with those that a kind of a package words, one for each answer, whatever of its demands is not met. */
export const asOfKind = (common: CommonDocument, violations: readonly Violation[]): readonly Violation[] => {
  const told = new Set<string>()
  return violations.flatMap((violation) => {
    const { path, keyword } = violation
    if (!demanded.has(keyword) || refinementOf(fieldAt(common, path)?.['x-kind']) === undefined) return [violation]
    const place = path.join('/')
    if (told.has(place)) return []
    told.add(place)
    return [{ path, keyword: 'kind', limit: undefined }]
  })
}

const isAnswer = (value: unknown): value is Answer => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || (Array.isArray(value) && value.every((code) => typeof code === 'string'))

/** What a refused value lacks, as its kind says. */
export const lacksOf = (field: FieldSchema | undefined, value: unknown): Text | undefined => {
  const refined = refinementOf(field?.['x-kind'])
  return refined && isAnswer(value) ? refined.kind.explain?.(value, refined.options) : undefined
}
