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

/** `contains` and what counts by it. */
const ofContains: readonly string[] = ['contains', 'minContains', 'maxContains']

/**
 * The same with `contains` in a schema of its own where `prefixItems` stands beside it: within `not` and the like ajv 8 takes an empty list for
 * one that contains what is asked for, as it finds nothing wrong with its first entries.
 */
const withContainsApart = (schema: object): object => {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(schema)
  if (!('contains' in schema && 'prefixItems' in schema)) return schema
  const others = 'allOf' in schema && Array.isArray(schema.allOf) ? schema.allOf : []
  const [apart, rest] = [entries.filter(([keyword]) => ofContains.includes(keyword)), entries.filter(([keyword]) => !ofContains.includes(keyword))]
  return { ...Object.fromEntries(rest), allOf: [...others, Object.fromEntries(apart)] }
}

const plain = (given: unknown): unknown => {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given
  const schema = withContainsApart(given)
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !foreign.has(keyword)).map(([keyword, value]: [string, unknown]) => [keyword, plainValue(keyword, value)]))
}

const plainValue = (keyword: string, value: unknown): unknown => {
  if (isOneOf(positions.schema, keyword)) return plain(value)
  if (isOneOf(positions.list, keyword) && Array.isArray(value)) return value.map(plain)
  if (isOneOf(positions.named, keyword) && typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, each]: [string, unknown]) => [name, plain(each)]))
  return value
}
