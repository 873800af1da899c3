import type { Text } from '../../documents/text.ts'
import type { Cell } from './cell.ts'
import type { ReadingLedger } from './reading-ledger.ts'

type JsonRecord = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is JsonRecord => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands below a name or an index; undefined where there is nothing. */
export const below = ({ part, path, value }: Cell, step: string | number): Cell | undefined => {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
  return { part, path: [...path, step], value: (value as Readonly<Record<string | number, unknown>>)[step] }
}

/** Every entry of a list or group. */
export const entriesBelow = (cell: Cell): readonly Cell[] => {
  const { value } = cell
  if (typeof value !== 'object' || value === null) return []
  const steps: readonly (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  return steps.flatMap((step) => below(cell, step) ?? [])
}

/** A property of an object schema. */
export interface Property {
  readonly name: string
  readonly cell: Cell
}

/**
 * A schema with what it refers to (`$ref` within the document, `allOf`) laid under it: a keyword is read where it stands
 * first. What says the same keyword again further down is not read by anybody, and so is listed.
 */
export class SchemaNode {
  readonly #layers: readonly Cell[]

  constructor(layers: readonly Cell[]) {
    this.#layers = layers
  }

  keyword(name: string): Cell | undefined {
    for (const layer of this.#layers) {
      const found = below(layer, name)
      if (found) return found
    }
    return undefined
  }

  /** A keyword wherever it stands, for those that add up. */
  everywhere(name: string): readonly Cell[] {
    return this.#layers.flatMap((layer) => below(layer, name) ?? [])
  }

  properties(): readonly Property[] {
    const seen = new Map<string, Property>()
    for (const cell of this.everywhere('properties')) {
      if (!isRecord(cell.value)) continue
      for (const property of entriesBelow(cell)) {
        const name = String(property.path.at(-1))
        if (!seen.has(name)) seen.set(name, { name, cell: property })
      }
    }
    return [...seen.values()]
  }
}

const elsewhere: Text = {
  vi: '“$ref” dẫn ra ngoài tệp hoặc tới chỗ không có; hãy chép nội dung được dẫn vào tệp rồi nhập lại.',
  en: '“$ref” leads out of the file, or to nothing; copy what it names into the file and import again.',
}

/** Reads a schema at a place of a document; undefined where none stands there. */
export const schemaNodeAt = (root: Cell, cell: Cell, ledger: ReadingLedger): SchemaNode | undefined => {
  if (!isRecord(cell.value)) return undefined
  const seen = new Set<string>()
  const layersOf = (layer: Cell): readonly Cell[] => {
    if (!isRecord(layer.value)) return []
    ledger.enter(layer)
    const joined = below(layer, 'allOf')
    return [layer, ...referred(below(layer, '$ref')), ...(joined ? entriesBelow(joined).flatMap(layersOf) : [])]
  }
  const referred = (reference: Cell | undefined): readonly Cell[] => {
    if (!reference) return []
    const target = targetOf(root, reference.value)
    if (!target) {
      ledger.leave(reference, 'unreadable', elsewhere)
      return []
    }
    ledger.take(reference)
    const place = JSON.stringify(target.path)
    if (seen.has(place)) return []
    seen.add(place)
    return layersOf(target)
  }
  return new SchemaNode(layersOf(cell))
}

/** Where a JSON Pointer behind `#` leads. */
const targetOf = (root: Cell, reference: unknown): Cell | undefined => {
  if (typeof reference !== 'string' || !reference.startsWith('#/')) return undefined
  return stepsOf(reference.slice(2))?.reduce<Cell | undefined>((cell, step) => cell && below(cell, Array.isArray(cell.value) ? Number(step) : step), root)
}

const stepsOf = (pointer: string): readonly string[] | undefined => {
  try {
    return pointer.split('/').map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'))
  } catch {
    return undefined
  }
}
