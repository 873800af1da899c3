import type { Cell } from './cell.ts'
import { uiOption, type Reading } from './reading.ts'
import { below, entriesBelow, type Property, type SchemaNode } from './schema-node.ts'

/** A property of an object with what is said of it elsewhere. */
export interface OrderedProperty {
  readonly property: Property
  readonly ui: Cell | undefined
  /** Where it is said that it must be answered. */
  readonly required: readonly Cell[]
}

const textsIn = (cell: Cell | undefined): readonly Cell[] => (Array.isArray(cell?.value) ? entriesBelow(cell).filter(({ value }) => typeof value === 'string') : [])

/** Properties as rjsf orders them: those named in `ui:order` in its order, the others where `*` stands, or behind. */
export const orderedProperties = ({ ledger }: Reading, node: SchemaNode, ui: Cell | undefined): readonly OrderedProperty[] => {
  const properties = new Map(node.properties().map((property) => [property.name, property]))
  const required = Map.groupBy(node.everywhere('required').flatMap(textsIn), ({ value }) => String(value))
  const order = new Map(textsIn(uiOption(ui, 'order')).toReversed().map((cell) => [String(cell.value), cell] as const).toReversed())
  const named = [...order].filter(([name]) => name === '*' || properties.has(name))
  for (const [, cell] of named) ledger.take(cell)
  const first = new Set(named.map(([name]) => name))
  const rest = [...properties.keys()].filter((name) => !first.has(name))
  const names = first.has('*') ? [...first].flatMap((name) => (name === '*' ? rest : [name])) : [...first, ...rest]
  return names.flatMap((name) => {
    const [property, inner] = [properties.get(name), ui && below(ui, name)]
    if (inner && property) ledger.enter(inner)
    return property ? [{ property, ui: inner, required: required.get(name) ?? [] }] : []
  })
}
