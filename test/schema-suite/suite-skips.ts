import { isSchemaObject, nowhere, schemaKeywords, subSchemas, type SubSchema } from './sub-schemas.ts'

/** What a reason looks at: a schema with all schemas in it, and the whole path of the file it stands in. */
interface Asked {
  readonly all: readonly SubSchema[]
  readonly root: unknown
  readonly file: string
}

type Applies = (asked: Asked) => boolean

const dialect = 'https://json-schema.org/draft/2020-12/schema'

const uses = ({ all }: Asked, ...keywords: readonly string[]): boolean => all.some(({ schema }) => keywords.some((keyword) => keyword in schema))

const withoutFragment = (uri: string): string => uri.split('#')[0] ?? ''

const references = ({ all }: Asked): readonly { readonly reference: string; readonly base: string }[] =>
  all.flatMap(({ schema: { $ref }, base }) => (typeof $ref === 'string' ? [{ reference: $ref, base }] : []))

/** Whether a reference leads to a document that is not part of the schema. */
const isRemote: Applies = (asked) => {
  const known = new Set([nowhere, ...asked.all.map(({ base }) => withoutFragment(base))])
  return references(asked).some(({ reference, base }) => !URL.canParse(reference, base) || !known.has(withoutFragment(new URL(reference, base).href)))
}

/** Whether a pointer leads into a list of the outermost schema that is no list of schemas. */
const pointsAside: Applies = (asked) => references(asked).some(({ reference }) => {
  const keyword = reference.split('#/')[1]?.split('/')[0] ?? ''
  return !schemaKeywords.has(keyword) && isSchemaObject(asked.root) && Array.isArray(asked.root[keyword])
})

/** Everything that looks like a schema, also where none is read. */
const objectsIn = (value: unknown): readonly object[] => {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  return isSchemaObject(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : []
}

const valuesOf = ['const', 'enum', 'default', 'examples']

/** Whether something names itself in a keyword that is unknown and so holds no schema. */
const namesItselfAside: Applies = ({ all }) => all.some(({ schema }) =>
  Object.entries(schema).some(([keyword, value]) => !schemaKeywords.has(keyword) && !valuesOf.includes(keyword) && objectsIn(value).some((part) => '$id' in part || '$anchor' in part)))

const nestedWith = (keyword: string): Applies => ({ all }) => all.some(({ schema, isRoot }) => !isRoot && '$id' in schema && keyword in schema)

const namesProto: Applies = ({ all }) => all.some(({ schema: { properties } }) => isSchemaObject(properties) && Object.hasOwn(properties, '__proto__'))

/** Whether a file tests what an implementation may leave out. */
const isOptional = (file: string): boolean => file.split('/').slice(-4, -1).some((folder) => folder === 'optional' || folder === 'format')

/** Reasons not to run a group, by its keywords alone. None of these is used by documents, forms or inputs of the product. */
const reasons: readonly (readonly [string, Applies])[] = [
  ['`$dynamicRef` and `$dynamicAnchor`: neither validator follows them in full', (asked) => uses(asked, '$dynamicRef', '$dynamicAnchor')],
  ['`$schema` of another dialect, or `$vocabulary`: only 2020-12 is read', (asked) => uses(asked, '$vocabulary') || asked.all.some(({ schema: { $schema } }) => $schema !== undefined && $schema !== dialect)],
  ['`$ref` to a schema that is not part of this one: nothing is fetched', isRemote],
  ['`$ref` into a list that is no list of schemas: @cfworker/json-schema finds schemas only where they are read', pointsAside],
  ['`$id` or `$anchor` in an unknown keyword: both validators take it for a name', namesItselfAside],
  ['`$ref` beside `$id` in an inner schema: ajv follows it in a circle', nestedWith('$ref')],
  ['`$anchor` beside `$id` in an inner schema: @cfworker/json-schema takes it for a name in the outer schema too', nestedWith('$anchor')],
  ['`properties` named `__proto__`: ajv passes over it; the product refuses the name before any schema is asked', namesProto],
  ['`unevaluatedItems` with `contains`: ajv does not count what `contains` looked at', (asked) => uses(asked, 'unevaluatedItems') && uses(asked, 'contains')],
  ['`unevaluatedItems` with `items` in an alternative: ajv does not tell the alternatives apart', (asked) => uses(asked, 'unevaluatedItems') && uses(asked, 'items') && uses(asked, 'anyOf', 'oneOf', 'if')],
  ['`unevaluatedItems` or `unevaluatedProperties` with an `if` without `then`: ajv passes over such an `if`', (asked) => uses(asked, 'unevaluatedItems', 'unevaluatedProperties') && asked.all.some(({ schema }) => 'if' in schema && !('then' in schema))],
  ['`format` as an assertion: it is an annotation here, as 2020-12 has it by default', (asked) => isOptional(asked.file) && uses(asked, 'format')],
]

/** Why a group is not run; undefined where it is. */
export const reasonToSkip = (file: string, schema: object | boolean): string | undefined => {
  const asked: Asked = { all: subSchemas(schema), root: schema, file }
  return reasons.find(([, applies]) => applies(asked))?.[0]
}
