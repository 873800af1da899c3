type SchemaObject = Readonly<Record<string, unknown>>

/** A schema within a schema. */
export interface SubSchema {
  readonly schema: SchemaObject
  readonly isRoot: boolean
  /** What references in it are relative to. */
  readonly base: string
}

/** Keywords that hold a schema, a list of schemas, or schemas by name. */
export const schemaKeywords: ReadonlySet<string> = new Set([
  'items', 'contains', 'additionalProperties', 'propertyNames', 'unevaluatedItems', 'unevaluatedProperties', 'not', 'if', 'then', 'else', 'contentSchema',
  'allOf', 'anyOf', 'oneOf', 'prefixItems', 'properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions', 'dependencies',
])

const byName: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions', 'dependencies'])

export const isSchemaObject = (value: unknown): value is SchemaObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where a schema lies that gives itself no place. */
export const nowhere = 'https://schema.invalid/root'

const resolve = (reference: unknown, base: string): string => (typeof reference === 'string' && URL.canParse(reference, base) ? new URL(reference, base).href : base)

const partsOf = ([keyword, value]: readonly [string, unknown]): readonly unknown[] => {
  if (!schemaKeywords.has(keyword)) return []
  if (Array.isArray(value)) return value
  return byName.has(keyword) && isSchemaObject(value) ? Object.values(value) : [value]
}

/** A schema and every schema in it, where schemas are read; what merely looks like one elsewhere is none. */
export const subSchemas = (schema: unknown, base = nowhere, isRoot = true): readonly SubSchema[] => {
  if (!isSchemaObject(schema)) return []
  const own = resolve(schema['$id'], base)
  return [{ schema, isRoot, base: own }, ...Object.entries(schema).flatMap(partsOf).flatMap((part) => subSchemas(part, own, false))]
}
