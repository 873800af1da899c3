import { syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'

type Path = readonly (string | number)[]

export interface Range {
  readonly from: number
  readonly to: number
}

const valueOf = (property: SyntaxNode): SyntaxNode | null => (property.lastChild?.name === 'PropertyName' ? null : property.lastChild)

const nameOf = (state: EditorState, property: SyntaxNode): string | undefined => {
  const name = property.getChild('PropertyName')
  if (!name) return undefined
  try {
    return String(JSON.parse(state.sliceDoc(name.from, name.to)))
  } catch {
    return undefined
  }
}

const isPunctuation = ({ name }: SyntaxNode): boolean => name === '[' || name === ']' || name === ',' || name === '⚠'

const elementsOf = (array: SyntaxNode): readonly SyntaxNode[] => {
  const found: SyntaxNode[] = []
  for (let each = array.firstChild; each; each = each.nextSibling) if (!isPunctuation(each)) found.push(each)
  return found
}

const childAt = (state: EditorState, node: SyntaxNode, step: string | number): SyntaxNode | null => {
  if (node.name === 'Array') return elementsOf(node)[Number(step)] ?? null
  return node.name === 'Object' ? (node.getChildren('Property').find((property) => nameOf(state, property) === String(step)) ?? null) : null
}

/** Where something of a document stands in its text: as deep as the text has it; a property with its name. */
export const rangeOf = (state: EditorState, path: Path): Range => {
  let found: SyntaxNode | null = syntaxTree(state).topNode.firstChild
  let range: Range = { from: 0, to: Math.min(1, state.doc.length) }
  for (const step of path) {
    const child: SyntaxNode | null = found && childAt(state, found, step)
    if (!child) break
    const name = child.getChild('PropertyName')
    range = name ? { from: name.from, to: name.to } : { from: child.from, to: Math.min(child.to, child.from + 1) }
    found = child.name === 'Property' ? valueOf(child) : child
  }
  return range
}

/** The way to a place of the text, and whether a name is written there; a value otherwise. */
export const pathAt = (state: EditorState, position: number): { readonly path: Path; readonly naming: boolean; readonly node: SyntaxNode } => {
  const node = syntaxTree(state).resolveInner(position, -1)
  const path: (string | number)[] = []
  const naming = node.name === 'PropertyName' || node.name === 'Object' || (node.name === '⚠' && node.parent?.name === 'Object')
  for (let each: SyntaxNode | null = node; each; each = each.parent) {
    const { parent }: SyntaxNode = each
    if (each.name === 'Property' && !(naming && node.parent === each)) path.unshift(nameOf(state, each) ?? '')
    if (parent?.name === 'Array' && !isPunctuation(each)) path.unshift(elementsOf(parent).findIndex(({ from }) => from === each?.from))
  }
  return { path, naming, node }
}
