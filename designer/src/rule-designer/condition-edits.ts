import type { Condition } from '@tieuchi/runtime'

/** From the root of a tree down: numbers of children; what stands below a `not` is its child 0. */
export type NodePath = readonly number[]

/** How a group is read: all hold, at least one, not all of them, none of them. */
export type GroupMode = 'all' | 'any' | 'not_all' | 'none'

/** A group as it is edited, its negation together with it. */
export interface Group {
  readonly mode: GroupMode
  readonly children: readonly Condition[]
  /** From the node to the group itself: empty, or through its negation. */
  readonly inner: NodePath
}

/** A condition in which nothing is written yet. It is no condition: the draft says so until something is. */
export const unwritten: Condition = { all: [] }

export const isUnwritten = (condition: Condition): boolean => groupOf(condition)?.children.length === 0

const plainGroup = (condition: Condition): Group | undefined => {
  if ('all' in condition) return { mode: 'all', children: condition.all, inner: [] }
  return 'any' in condition ? { mode: 'any', children: condition.any, inner: [] } : undefined
}

/** The group a node is; undefined for a comparison, a named condition, and the negation of one of these. */
export const groupOf = (condition: Condition): Group | undefined => {
  const group = plainGroup('not' in condition ? condition.not : condition)
  if (!group || !('not' in condition)) return group
  return { ...group, mode: group.mode === 'all' ? 'not_all' : 'none', inner: [0] }
}

const groupNode = (mode: GroupMode, children: readonly Condition[]): Condition => {
  const group: Condition = mode === 'all' || mode === 'not_all' ? { all: children } : { any: children }
  return mode === 'not_all' || mode === 'none' ? { not: group } : group
}

const childrenOf = (condition: Condition): readonly Condition[] => ('not' in condition ? [condition.not] : (plainGroup(condition)?.children ?? []))

const withChildren = (condition: Condition, children: readonly Condition[]): Condition => {
  if ('not' in condition) return { not: children[0] ?? unwritten }
  if ('all' in condition) return { all: children }
  return 'any' in condition ? { any: children } : condition
}

export const nodeAt = (condition: Condition, path: NodePath): Condition | undefined =>
  path.reduce<Condition | undefined>((node, index) => node && childrenOf(node)[index], condition)

export const replaceAt = (condition: Condition, [index, ...rest]: NodePath, node: Condition): Condition => {
  if (index === undefined) return node
  return withChildren(condition, childrenOf(condition).map((child, at) => (at === index ? replaceAt(child, rest, node) : child)))
}

/** Takes a node away, and every group and negation that would be empty without it. */
export const removeAt = (condition: Condition, path: NodePath): Condition => {
  const index = path.at(-1)
  if (index === undefined) return unwritten
  const above = path.slice(0, -1)
  const parent = nodeAt(condition, above)
  if (!parent) return condition
  const left = childrenOf(parent).filter((_child, at) => at !== index)
  return left.length === 0 ? removeAt(condition, above) : replaceAt(condition, above, withChildren(parent, left))
}

/** Puts nodes among the children of a group. What is no group becomes one, of which all must hold; the first of all stands alone. */
export const insertAt = (condition: Condition, path: NodePath, index: number, nodes: readonly Condition[]): Condition => {
  const node = nodeAt(condition, path)
  if (!node) return condition
  const { mode, children } = groupOf(node) ?? { mode: 'all' as const, children: [node] }
  const [only, ...more] = nodes
  if (path.length === 0 && mode === 'all' && children.length === 0 && only && more.length === 0) return only
  return replaceAt(condition, path, groupNode(mode, children.toSpliced(index, 0, ...nodes)))
}

const pathOf = (condition: Condition, sought: Condition): NodePath | undefined => {
  if (condition === sought) return []
  for (const [index, child] of childrenOf(condition).entries()) {
    const rest = pathOf(child, sought)
    if (rest) return [index, ...rest]
  }
  return undefined
}

export const isWithin = (path: NodePath, outer: NodePath): boolean => outer.every((index, at) => path[at] === index)

/** Moves a node among the children of a group; `index` counts them as they stand before. Nothing moves into itself. */
export const moveTo = (condition: Condition, from: NodePath, group: NodePath, index: number): Condition => {
  const node = nodeAt(condition, from)
  if (!node || isWithin(group, from)) return condition
  const mark: Condition = { all: [] }
  const inserted = insertAt(replaceAt(condition, from, mark), group, index, [node])
  const left = pathOf(inserted, mark)
  return left ? removeAt(inserted, left) : condition
}

export const setMode = (condition: Condition, path: NodePath, mode: GroupMode): Condition => {
  const group = groupOf(nodeAt(condition, path) ?? unwritten)
  return group ? replaceAt(condition, path, groupNode(mode, group.children)) : condition
}

/** Puts a node into a group of its own. */
export const wrapAt = (condition: Condition, path: NodePath): Condition => {
  const node = nodeAt(condition, path)
  return node ? replaceAt(condition, path, { all: [node] }) : condition
}

/** Whether the children of a group can stand in its place without changing what its parent says of them. */
export const canUnwrap = (condition: Condition, path: NodePath): boolean => {
  const group = groupOf(nodeAt(condition, path) ?? unwritten)
  if (!group || group.inner.length > 0 || group.children.length === 0) return false
  const parent = nodeAt(condition, path.slice(0, -1))
  return group.children.length === 1 || (path.length > 0 && parent !== undefined && plainGroup(parent)?.mode === group.mode)
}

/** Puts the children of a group in its place; see `canUnwrap`. */
export const unwrapAt = (condition: Condition, path: NodePath): Condition => {
  const [only, ...more] = canUnwrap(condition, path) ? childrenOf(nodeAt(condition, path) ?? unwritten) : []
  const index = path.at(-1)
  if (!only) return condition
  if (more.length === 0 || index === undefined) return replaceAt(condition, path, only)
  const above = path.slice(0, -1)
  const parent = nodeAt(condition, above)
  return parent ? replaceAt(condition, above, withChildren(parent, childrenOf(parent).toSpliced(index, 1, only, ...more))) : condition
}

/** Says the opposite of a node, or takes its negation away. */
export const negateAt = (condition: Condition, path: NodePath): Condition => {
  const node = nodeAt(condition, path)
  if (!node) return condition
  return replaceAt(condition, path, 'not' in node ? node.not : { not: node })
}

/** The same under new ids, as copies have. */
export const withFreshIds = (condition: Condition, freshId: () => string): Condition => {
  if ('operator' in condition) return { ...condition, id: freshId() }
  const children = childrenOf(condition)
  return children.length === 0 ? condition : withChildren(condition, children.map((child) => withFreshIds(child, freshId)))
}

/** Where a node goes one step up or down: among its siblings, into a group beside it, or out of the group it is the end of. */
const stepTarget = (condition: Condition, path: NodePath, down: boolean): readonly [group: NodePath, index: number] | undefined => {
  const index = path.at(-1)
  if (index === undefined) return undefined
  const above = path.slice(0, -1)
  const parent = nodeAt(condition, above)
  if (parent && 'not' in parent) return stepTarget(condition, above, down)
  const beside = nodeAt(condition, [...above, down ? index + 1 : index - 1])
  const group = beside && groupOf(beside)
  if (group) return [[...above, down ? index + 1 : index - 1], down ? 0 : group.children.length]
  if (beside) return [above, down ? index + 2 : index - 1]
  const outer = stepOut(condition, above)
  return outer && [outer.group, down ? outer.index + 1 : outer.index]
}

/** The place of a group among its siblings; undefined for the outermost one. */
const stepOut = (condition: Condition, path: NodePath): { readonly group: NodePath; readonly index: number } | undefined => {
  const index = path.at(-1)
  if (index === undefined) return undefined
  const above = path.slice(0, -1)
  const parent = nodeAt(condition, above)
  return parent && 'not' in parent ? stepOut(condition, above) : { group: above, index }
}

/** Moves a node one step up or down through the whole tree; the same condition where there is no further step. */
export const stepTo = (condition: Condition, path: NodePath, down: boolean): Condition => {
  const parent = nodeAt(condition, path.slice(0, -1))
  if (path.length > 0 && parent && 'not' in parent) return stepTo(condition, path.slice(0, -1), down)
  const target = stepTarget(condition, path, down)
  return target ? moveTo(condition, path, ...target) : condition
}

/** Tells nodes apart on the page while they move: by their first comparison. */
export const nodeKey = (condition: Condition): string => {
  if ('operator' in condition) return condition.id
  if ('condition' in condition) return `named ${condition.condition}`
  const [first] = childrenOf(condition)
  return first ? `in ${nodeKey(first)}` : 'empty'
}
