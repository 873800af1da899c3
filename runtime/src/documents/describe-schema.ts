import { schemaDescriptions } from './schema-descriptions.ts'

/** A JSON Schema as plain data. */
export type SchemaNode = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is SchemaNode => typeof value === 'object' && value !== null && !Array.isArray(value)

const words = (name: string): string => {
  const spaced = name.replace(/^(x-|\$)/, '').replaceAll(/[_-]/g, ' ').replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).trim()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

/** A thing of one kind is called by it: `table`, `roster`. */
const kindOf = ({ properties }: SchemaNode): string | undefined => {
  const kind = isNode(properties) && isNode(properties['kind']) ? properties['kind']['const'] : undefined
  return typeof kind === 'string' ? kind : undefined
}

/** Keywords that hold one schema or several for the same thing. */
const same = new Set(['anyOf', 'oneOf', 'allOf', 'then', 'else', 'items', 'additionalProperties'])

const describeMap = (schemas: SchemaNode, describe: (name: string, schema: SchemaNode) => SchemaNode): SchemaNode =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, isNode(schema) ? describe(name, schema) : schema]))

/**
 * A schema with a title and a description for every property, for editors. `name` says what it is of, as the
 * descriptions call it: `release`, `parameter`, `case`. Nothing is said of a property that has no description yet.
 */
export const describeSchema = (name: string, schema: SchemaNode): SchemaNode => {
  const context = kindOf(schema) ?? name
  const describe = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((each: unknown) => describe(each))
    return isNode(value) ? describeSchema(context, value) : value
  }
  return Object.fromEntries(Object.entries(schema).map(([keyword, value]) => {
    if (keyword === 'properties' && isNode(value)) return [keyword, describeMap(value, (property, inner) => describeProperty(context, property, inner))]
    if (keyword === '$defs' && isNode(value)) return [keyword, describeMap(value, describeSchema)]
    return [keyword, same.has(keyword) ? describe(value) : value]
  }))
}

const describeProperty = (context: string, property: string, schema: SchemaNode): SchemaNode => {
  const description = schemaDescriptions[`${context}.${property}`] ?? schemaDescriptions[property]
  return { title: words(property), ...(description !== undefined && { description }), ...describeSchema(property, schema) }
}
