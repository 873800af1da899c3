import { autocompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import { hoverTooltip } from '@codemirror/view'
import { pathAt } from './json-places.ts'
import { SchemaHelp, type SchemaNode } from './schema-help.ts'

const record = (value: unknown): SchemaNode => (typeof value === 'object' && value !== null ? (value as SchemaNode) : {})

/** The document as far as it can be read; what is being written just now need not be JSON. */
const readable = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const nameOption = (name: string, schema: SchemaNode, required: boolean): Completion => ({
  label: JSON.stringify(name), apply: `${JSON.stringify(name)}: `, type: 'property', ...(typeof schema['description'] === 'string' && { detail: schema['description'] }), boost: required ? 1 : 0,
})

const namesOf = (schemas: readonly SchemaNode[], there: SchemaNode): readonly Completion[] => {
  const options = schemas.flatMap((schema) => Object.entries(record(schema['properties'])).map(([name, property]) => nameOption(name, record(property), Array.isArray(schema['required']) && schema['required'].includes(name))))
  return [...new Map(options.map((option) => [option.label, option])).values()].filter(({ label }) => !Object.hasOwn(there, String(JSON.parse(label))))
}

const valuesOf = (schemas: readonly SchemaNode[]): readonly Completion[] =>
  schemas.flatMap((schema): readonly unknown[] => {
    if (schema['const'] !== undefined) return [schema['const']]
    if (Array.isArray(schema['enum'])) return schema['enum']
    return schema['type'] === 'boolean' ? [true, false] : []
  }).map((value) => ({ label: JSON.stringify(value), type: 'constant' }))

/** Offers the names and values that a document may have at a place, and says what each is for. */
export const schemaHelp = (schema: SchemaNode): Extension => {
  const help = new SchemaHelp(schema)
  let last: unknown = {}
  const documentOf = (text: string): unknown => (last = readable(text) ?? last)
  const complete = ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const { path, naming, node } = pathAt(state, pos)
    const document = documentOf(state.doc.toString())
    const written = node.name === 'PropertyName' || node.name === 'String'
    if (!explicit && !written) return null
    const schemas = help.at(path, document)
    const there = record(path.reduce<unknown>((value, step) => record(value)[String(step)], document))
    const options = naming ? namesOf(schemas, there) : valuesOf(schemas)
    return options.length === 0 ? null : { from: written ? node.from : pos, ...(written && { to: node.to }), options: [...options] }
  }
  const hover = hoverTooltip(({ state }, pos) => {
    const { path, node } = pathAt(state, pos)
    if (node.name !== 'PropertyName' || !node.parent) return null
    const name: unknown = JSON.parse(state.sliceDoc(node.from, node.to))
    const description = help.at([...path, String(name)], documentOf(state.doc.toString()))[0]?.['description']
    if (typeof description !== 'string') return null
    const dom = document.createElement('div')
    dom.textContent = description
    return { pos: node.from, end: node.to, create: () => ({ dom }) }
  })
  return [autocompletion({ override: [complete] }), hover]
}
