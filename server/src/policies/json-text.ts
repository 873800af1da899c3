import { limits } from '@tieuchi/runtime'
import { parseTree, type Node, type ParseError } from 'jsonc-parser'

/** A place in a text; both count from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

type Path = readonly (string | number)[]

/** What a text of JSON says, or where it stops being JSON. */
export type ParsedJson =
  | { readonly value: unknown; /** Names that stand twice in one object: the earlier value is lost. */ readonly repeated: readonly Path[] }
  | { readonly mistake: Position }

/** Reads JSON as `JSON.parse` does, and knows the place of a mistake and of names given twice. */
export function parseJson(text: string): ParsedJson {
  const { names, tooDeep } = outlineOf(text)
  try {
    const value: unknown = JSON.parse(text)
    // Nearly always every name stands once: then nobody asks where.
    return { value, repeated: tooDeep !== undefined || namesIn(value) === names ? [] : namesTwice(text) }
  } catch {
    // Deeper than documents may be, the way to a mistake would take more stack than there is.
    return { mistake: (tooDeep === undefined ? parseText(text).mistake : undefined) ?? positionOf(text, tooDeep ?? text.length) }
  }
}

function namesTwice(text: string): readonly Path[] {
  const { root } = parseText(text)
  return root ? repeatedNames(root, []) : []
}

/** What is seen of a text without reading it: how many names it gives, and where lists and objects open one level deeper than documents may be. */
function outlineOf(text: string): { readonly names: number; readonly tooDeep?: number } {
  const deepest = limits.depth + 1
  let [depth, names] = [0, 0]
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '"') at = endOfString(text, at)
    else if (sign === ':') names += 1
    else if (sign === '}' || sign === ']') depth -= 1
    else if (sign === '{' || sign === '[') depth += 1
    if (depth > deepest) return { names, tooDeep: at }
  }
  return { names }
}

/** The quote that ends a string; where there is none, the end of the text. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end === -1 ? text.length : end
}

function isEscaped(text: string, at: number): boolean {
  let before = at
  while (text[before - 1] === '\\') before -= 1
  return (at - before) % 2 === 1
}

/** Names of all objects in a value that is not too deep. */
function namesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const inner: readonly unknown[] = Object.values(value)
  return inner.reduce<number>((sum, each) => sum + namesIn(each), Array.isArray(value) ? 0 : inner.length)
}

/** Where the value at a path stands; where there is none, the nearest value around it. A property is found at its name. */
export function positionIn(text: string, path: Path): Position {
  let { root: node } = outlineOf(text).tooDeep === undefined ? parseText(text) : {}
  for (const step of path) {
    const inner = node && childOf(node, step)
    if (!inner) break
    node = inner
  }
  return positionOf(text, (node?.parent?.type === 'property' ? node.parent : node)?.offset ?? 0)
}

/** The last of a name counts, as for `JSON.parse`. */
function childOf({ type, children = [] }: Node, step: string | number): Node | undefined {
  if (type === 'array') return children[Number(step)]
  return children.findLast(({ children: [name] = [] }) => name?.value === String(step))?.children?.[1]
}

interface ParsedText {
  readonly root?: Node
  readonly mistake?: Position
}

const kept = new Map<string, ParsedText>()

/** Texts asked about one after another are the same file again and again. */
function parseText(text: string): ParsedText {
  const known = kept.get(text)
  if (known) return known
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false })
  const [error] = errors
  const parsed = { ...(root && { root }), ...(error && { mistake: positionOf(text, error.offset) }) }
  kept.clear()
  kept.set(text, parsed)
  return parsed
}

function positionOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}

function repeatedNames({ type, children = [] }: Node, path: Path): readonly Path[] {
  if (type === 'array') return children.flatMap((child, index) => repeatedNames(child, [...path, index]))
  if (type !== 'object') return []
  const properties = children.map(({ children: [name, value] = [] }) => ({ name: String(name?.value), value }))
  const own = properties.filter(({ name }, index) => properties.findIndex((other) => other.name === name) < index).map(({ name }) => [...path, name])
  return [...own, ...properties.flatMap(({ name, value }) => (value ? repeatedNames(value, [...path, name]) : []))]
}
