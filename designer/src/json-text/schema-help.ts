/** A JSON Schema as plain data. */
export type SchemaNode = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is SchemaNode => typeof value === 'object' && value !== null && !Array.isArray(value)

const record = (value: unknown): SchemaNode => (isNode(value) ? value : {})

/** Walks a schema along a document: references are followed, of alternatives the one that the document means. */
export class SchemaHelp {
  readonly #root: SchemaNode

  constructor(root: SchemaNode) {
    this.#root = root
  }

  #resolved(schema: unknown): SchemaNode {
    const node = record(schema)
    const reference = node['$ref']
    if (typeof reference !== 'string') return node
    return this.#resolved(reference.split('/').slice(1).reduce<unknown>((at, step) => record(at)[step], this.#root))
  }

  /** What a value may be: every alternative, or the one whose `kind` it has. */
  alternatives(schema: unknown, value: unknown): readonly SchemaNode[] {
    const node = this.#resolved(schema)
    const choices = ['anyOf', 'oneOf'].flatMap((keyword) => (Array.isArray(node[keyword]) ? (node[keyword] as readonly unknown[]) : []))
    if (choices.length === 0) return [node]
    const all = choices.flatMap((choice) => this.alternatives(choice, value))
    const kind = record(value)['kind']
    const meant = all.filter((each) => kind !== undefined && record(record(each['properties'])['kind'])['const'] === kind)
    return meant.length > 0 ? meant : all
  }

  /** The schemas at a place of a document. */
  at(path: readonly (string | number)[], document: unknown): readonly SchemaNode[] {
    let [schemas, value]: [readonly SchemaNode[], unknown] = [this.alternatives(this.#root, document), document]
    for (const step of path) {
      const next = Array.isArray(value) ? (value as readonly unknown[])[Number(step)] : record(value)[String(step)]
      schemas = schemas.flatMap((schema) => {
        const below = typeof step === 'number' ? schema['items'] : (record(schema['properties'])[step] ?? schema['additionalProperties'])
        return isNode(below) ? this.alternatives(below, next).map((each) => ({ ...each, ...described(below) })) : []
      })
      value = next
    }
    return schemas
  }
}

/** What is said of a property stands beside its reference. */
const described = ({ title, description }: SchemaNode): SchemaNode => ({ ...(title !== undefined && { title }), ...(description !== undefined && { description }) })
