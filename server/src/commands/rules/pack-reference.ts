import type { SchemaNode } from '@tieuchi/runtime'
import { packSchemas, type PackSchema } from '../../policies/pack-schemas.ts'

/** Everything that may stand in a pack, as one page: a section for each kind of file, then the parts they are made of. */
export function packReference(): string {
  const schemas = packSchemas()
  const parts = new Map(schemas.flatMap(({ schema }) => Object.entries(nodeOf(schema['$defs']) ?? {})).filter(([name]) => name !== 'entry').flatMap(([name, part]) => (isNode(part) ? [[name, part] as const] : [])))
  return [
    ...opening,
    ...schemas.map(({ name, files, of, schema }) => `- [${schema['title']}](#${name}): ${placesOf({ files, of })}`),
    ...schemas.flatMap(fileLines),
    '',
    '# The parts',
    ...[...parts].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, part]) => ['', `## ${partTitle(name)}`, '', ...nodeLines(part)]),
    '',
  ].join('\n')
}

const opening = [
  '# Pack reference',
  '',
  '> **Tóm tắt.** Mọi tệp của một bộ quy định và mọi mục trong đó, lấy thẳng từ lược đồ JSON mà chương trình kiểm tra. Trang này do lệnh ghi, không sửa tay.',
  '',
  'Everything that may stand in the files of a pack, taken from the JSON Schemas that check them. This page is written by `npx pnpm@12 rules reference docs/developer/pack-reference.md`;',
  'a test compares it. An editor completes the same while you write: `npx pnpm@12 rules schema`.',
  '',
]

const isNode = (value: unknown): value is SchemaNode => typeof value === 'object' && value !== null && !Array.isArray(value)

const nodeOf = (value: unknown): SchemaNode | undefined => (isNode(value) ? value : undefined)

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const partTitle = (name: string): string => `Part: ${name}`

const linkTo = (name: string): string => `[${name}](#part-${name.toLowerCase()})`

const placesOf = ({ files, of }: Pick<PackSchema, 'files' | 'of'>): string => files.map((file) => `\`${of === 'packs' ? '' : '*/*/'}${file}\``).join(', ') + (of === 'overlay' ? ' of local rules' : '')

function fileLines({ name, files, of, schema }: PackSchema): readonly string[] {
  const entry = nodeOf(nodeOf(schema['$defs'])?.['entry'])
  return ['', `## ${name}`, '', `${schema['title']}. Files: ${placesOf({ files, of })}${entry ? ', each with one of these or a list of them' : ''}.`, '', ...nodeLines(entry ?? schema)]
}

/** A table of properties for each shape that a thing may have. */
function nodeLines(node: SchemaNode): readonly string[] {
  const shapes = shapesOf(node)
  if (shapes.length === 0) return [`It is ${typeOf(node)}.`]
  return shapes.flatMap(({ name, schema }, index) => {
    const rows = rowsOf(schema)
    return [...(index > 0 ? [''] : []), ...(name === undefined ? (index > 0 ? ['**otherwise**', ''] : []) : [`**\`${name}\`**`, '']), ...(rows.length === 0 ? [`It is ${typeOf(schema)}.`] : ['| property | | value | what it says |', '|---|---|---|---|', ...rows])]
  })
}

interface NamedShape {
  readonly name?: string
  readonly schema: SchemaNode
}

/** The shapes behind a chain of conditions, each under what tells it from the others; one without a name where there is only one. */
function shapesOf(node: SchemaNode): readonly NamedShape[] {
  const [condition, then] = [nodeOf(node['if']), nodeOf(node['then'])]
  if (!condition || !then || (isNode(node['properties']) && !hasKindChain(node))) return isNode(node['properties']) || isNode(node['additionalProperties']) ? [{ schema: node }] : []
  const otherwise = nodeOf(node['else'])
  const inner = nodeOf(then['if']) && !isNode(then['properties']) ? shapesOf(then) : [{ name: nameOf(condition), schema: then }]
  return [...inner, ...(otherwise && (otherwise['if'] || isNode(otherwise['properties'])) ? shapesOf(otherwise) : [])]
}

const hasKindChain = (node: SchemaNode): boolean => Object.keys(nodeOf(node['properties']) ?? {}).join(' ') === 'kind'

/** What a condition asks for: a property that is there, a kind, or another constant. */
function nameOf(condition: SchemaNode): string {
  const [required] = listOf(condition['required'])
  if (typeof required === 'string') return required
  const [first] = Object.entries(nodeOf(condition['properties']) ?? {})
  if (!first) return typeOf(condition)
  const [property, value] = first
  const asked = nodeOf(value)
  return asked && 'const' in asked ? (property === 'kind' ? String(asked['const']) : `${property}: ${String(asked['const'])}`) : `${property}: ${typeOf(asked ?? {})}`
}

function rowsOf(node: SchemaNode, prefix = ''): readonly string[] {
  const required = new Set(listOf(node['required']))
  const own = Object.entries(nodeOf(node['properties']) ?? {}).flatMap(([name, value]) => {
    const schema = nodeOf(value) ?? {}
    return [rowOf(`${prefix}${name}`, required.has(name), schema), ...rowsWithin(schema, `${prefix}${name}`)]
  })
  return [...own, ...mapRows(node, prefix)]
}

const rowOf = (name: string, isRequired: boolean, schema: SchemaNode): string => `| \`${name}\` | ${isRequired ? 'required' : ''} | ${typeOf(schema)} | ${String(schema['description'] ?? '').replaceAll('|', '\\|')} |`

/** Properties of what stands within a property: of an object, of each in a list, of each value under an id. */
function rowsWithin(schema: SchemaNode, name: string): readonly string[] {
  const items = nodeOf(schema['items'])
  if (isWords(schema)) return []
  return [...(isNode(schema['properties']) ? rowsOf(schema, `${name}.`) : mapRows(schema, `${name}.`)), ...(items && isNode(items['properties']) ? rowsOf(items, `${name}[].`) : [])]
}

const mapRows = (schema: SchemaNode, prefix: string): readonly string[] => {
  const values = nodeOf(schema['additionalProperties'])
  if (!values) return []
  const shapes = shapesOf(values)
  return shapes.length === 1 && isNode(values['properties']) ? rowsOf(values, `${prefix}<id>.`) : prefix === '' ? [rowOf('<id>', false, values)] : []
}

/** Words for people, which are the same everywhere. */
const isWords = (schema: SchemaNode): boolean => Object.keys(nodeOf(schema['properties']) ?? {}).join(' ') === 'vi en'

/** What a value may be, in words. */
function typeOf(schema: SchemaNode): string {
  const reference = schema['$ref']
  if (typeof reference === 'string') return linkTo(reference.replace('#/$defs/', ''))
  if (isWords(schema)) return 'words in `vi` and `en`'
  if ('const' in schema) return `\`${JSON.stringify(schema['const'])}\``
  const choices = schema['enum']
  if (Array.isArray(choices)) return choices.map((each) => `\`${JSON.stringify(each)}\``).join(', ')
  const several = [...listOf(schema['anyOf']), ...listOf(schema['oneOf'])].flatMap((each) => (isNode(each) && !('required' in each && Object.keys(each).length === 1) ? [typeOf(each)] : []))
  if (several.length > 0) return [...new Set(several)].join(' or ')
  return plainType(schema)
}

function plainType(schema: SchemaNode): string {
  const [items, values] = [nodeOf(schema['items']), nodeOf(schema['additionalProperties'])]
  if (schema['type'] === 'array') return items ? `list of ${typeOf(items)}` : 'list'
  if (values && !isNode(schema['properties'])) return `by id: ${typeOf(values)}`
  const named = nodeOf(schema['else'])
  if (schema['type'] === 'string' && named) return `${typeOf(named)}, or one of a [package of code](extending.md)`
  if (isNode(schema['if'])) return 'one of several shapes'
  return schema['type'] === undefined ? 'anything' : listOf(schema['type']).length > 0 ? listOf(schema['type']).join(' or ') : String(schema['type'])
}
