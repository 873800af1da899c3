import type { JsonSchema } from './verdict.ts'

/** Keywords whose value is a schema, a list of schemas, or schemas by name. */
const positions = {
  schema: ['items', 'contains', 'additionalProperties', 'propertyNames', 'unevaluatedItems', 'unevaluatedProperties', 'not', 'if', 'then', 'else'],
  list: ['allOf', 'anyOf', 'oneOf', 'prefixItems'],
  named: ['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions'],
} as const

/**
 * What one of the validators would take as an assertion and 2020-12 does not: `format` says what is meant and demands
 * nothing, and the rest are keywords of earlier or other languages.
 */
const foreign = new Set(['format', 'id', 'nullable', 'discriminator', 'additionalItems', '$recursiveRef', '$recursiveAnchor'])

const isOneOf = (names: readonly string[], name: string): boolean => names.includes(name)

/** A copy of a schema with what 2020-12 asserts, so that both validators read the same. */
export const plainSchema = (schema: JsonSchema): JsonSchema => (typeof schema === 'boolean' ? schema : (plain(schema) as object))

const plain = (schema: unknown): unknown => {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return schema
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !foreign.has(keyword)).map(([keyword, value]: [string, unknown]) => [keyword, plainValue(keyword, value)]))
}

const plainValue = (keyword: string, value: unknown): unknown => {
  if (isOneOf(positions.schema, keyword)) return plain(value)
  if (isOneOf(positions.list, keyword) && Array.isArray(value)) return value.map(plain)
  if (isOneOf(positions.named, keyword) && typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, each]: [string, unknown]) => [name, plain(each)]))
  return value
}
