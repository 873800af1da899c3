import { isConstant } from '../graph/graph.ts'
import type { List, Node, Scope } from '../graph/node.ts'
import { isReduction } from './operations.ts'

/** What a loop over a list finds: numbers of all its elements, and what is kept of each. */
export interface Loop {
  readonly kind: 'loop'
  readonly list: List
  readonly reductions: readonly Node[]
  readonly kept: readonly Node[]
  readonly body: readonly Item[]
  /** Nodes of the outer block that the loop reads. */
  readonly reads: readonly Node[]
  /** Nodes inside, as a measure of its code. */
  readonly size: number
}

/** One step of a block: a node to compute, or a loop that finds several. */
export type Item = { readonly kind: 'node'; readonly node: Node } | Loop

/** Whose nodes a block computes. */
export interface Block {
  readonly scope: Scope
  readonly history?: number | undefined
}

/** Nodes inside one loop at most, as far as they can be parted by what the loop finds. */
const largestLoop = 400

const depths: Readonly<Record<Scope, number>> = { uniform: 0, household: 1, members: 2, entries: 2, memberEntries: 3 }

const isOf = ({ scope, history }: Block, node: Node): boolean => node.scope === scope && node.history === history

/** A list as long as nothing is asked of its elements: only how many there are. */
export const isLength = (node: Node): boolean => node.op === 'count' && node.inputs.every((input) => isConstant(input, 1))

/** Nodes of a block that an element's node reads, directly or through other elements' nodes. */
const readsOf = (block: Block, from: readonly Node[]): readonly Node[] => {
  const found = new Set<Node>()
  const seen = new Set<Node>()
  const waiting = [...from]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    if (isOf(block, node)) found.add(node)
    else if (depths[node.scope] > depths[block.scope]) waiting.push(...node.inputs)
  }
  return [...found]
}

/** Nodes of a block that a node reads. */
const inputsIn = (block: Block, node: Node): readonly Node[] => (isReduction(node) ? readsOf(block, node.inputs) : node.inputs.filter((input) => isOf(block, input)))

interface Levels {
  readonly of: Map<Node, number>
  /** In an order in which inputs come first. */
  readonly order: Node[]
}

/** How many loops must have run before a node can be computed. */
const findLevels = (block: Block, sinks: readonly Node[], done: ReadonlySet<Node> = new Set()): Levels => {
  const levels: Levels = { of: new Map(), order: [] }
  const waiting = [...sinks].toReversed()
  for (let node = waiting.at(-1); node !== undefined; node = waiting.at(-1)) {
    const inputs = inputsIn(block, node)
    const open = inputs.filter((input) => !levels.of.has(input) && !done.has(input))
    if (open.length > 0) waiting.push(...open.toReversed())
    else {
      waiting.pop()
      if (levels.of.has(node)) continue
      const below = Math.max(0, ...inputs.map((input) => levels.of.get(input) ?? 0))
      levels.of.set(node, isReduction(node) && !isLength(node) ? below + 1 : below)
      levels.order.push(node)
    }
  }
  return levels
}

const listKey = ({ scope, history }: List): string => `${scope} ${history ?? ''}`

const listOf = (node: Node): List => {
  if (node.detail.kind !== 'list') throw new Error(`Node ${node.id} looks over no list`)
  return node.detail.list
}

interface Task {
  readonly list: List
  readonly reduction?: Node
  readonly kept?: Node
}

const sinkOf = ({ reduction, kept }: Task): Node | undefined => reduction?.inputs[0] ?? kept

const makeLoop = (block: Block, list: List, tasks: readonly Task[]): Loop => {
  const inner: Block = { scope: list.scope, history: list.history }
  const sinks = tasks.flatMap((task) => sinkOf(task) ?? [])
  const body = scheduleBlock(inner, sinks.filter((sink) => isOf(inner, sink)))
  return {
    kind: 'loop', list, body,
    reductions: tasks.flatMap(({ reduction }) => reduction ?? []),
    kept: tasks.flatMap(({ kept }) => kept ?? []),
    reads: readsOf(block, sinks),
    size: body.reduce((sum, item) => sum + (item.kind === 'loop' ? item.size : 1), 0) + tasks.length,
  }
}

/** One loop per list, or several where one would be too large for the machine's optimiser. */
const makeLoops = (block: Block, tasks: readonly Task[]): readonly Loop[] => {
  const [first] = tasks
  if (!first) return []
  const loop = makeLoop(block, first.list, tasks)
  if (loop.size <= largestLoop || tasks.length === 1) return [loop]
  const middle = Math.ceil(tasks.length / 2)
  return [...makeLoops(block, tasks.slice(0, middle)), ...makeLoops(block, tasks.slice(middle))]
}

/** Nodes in order, each with those it reads before it, as far as they are not there yet. */
const nodesFor = (block: Block, wanted: readonly Node[], done: Set<Node>): readonly Item[] => {
  const { order } = findLevels(block, wanted.filter((node) => !done.has(node)), done)
  const items = order.filter((node) => !isReduction(node) || isLength(node))
  for (const node of order) done.add(node)
  return items.map((node) => ({ kind: 'node', node }))
}

/**
 * The steps that compute the sinks of a block, and of the lists inside it what is kept of each element. Loops run as early as
 * they can and as few as possible: everything found over one list from the same inputs is found in one loop. What no loop needs
 * comes after them, each node next to where it is read.
 */
export const scheduleBlock = (block: Block, sinks: readonly Node[], kept: readonly Task[] = []): readonly Item[] => {
  const keptReads = kept.map((task) => readsOf(block, [sinkOf(task)].flatMap((sink) => sink ?? [])))
  const levels = findLevels(block, [...sinks, ...keptReads.flat()])
  const levelOf = (node: Node) => levels.of.get(node) ?? 0
  const tasks = [
    ...levels.order.filter((node) => isReduction(node) && !isLength(node)).map((reduction) => ({ level: levelOf(reduction), task: { list: listOf(reduction), reduction } as Task })),
    ...kept.map((task, index) => ({ level: 1 + Math.max(0, ...(keptReads[index] ?? []).map(levelOf)), task })),
  ]
  const done = new Set<Node>()
  const items: Item[] = []
  for (let level = 1; level <= Math.max(0, ...tasks.map((each) => each.level)); level += 1) {
    const here = tasks.filter((each) => each.level === level).map(({ task }) => task)
    const lists = [...new Set(here.map(({ list }) => listKey(list)))]
    const loops = lists.flatMap((key) => makeLoops(block, here.filter(({ list }) => listKey(list) === key)))
    items.push(...nodesFor(block, loops.flatMap(({ reads }) => reads), done), ...loops)
    for (const { reduction } of here) if (reduction) done.add(reduction)
  }
  return [...items, ...nodesFor(block, sinks, done)]
}

/** The steps that compute the roots of a program: those of the household, and of each member what is kept. */
export const scheduleRoots = (roots: readonly Node[]): readonly Item[] =>
  scheduleBlock({ scope: 'household' }, roots.filter(({ scope }) => scope === 'household'), roots.filter(({ scope }) => scope === 'members').map((kept) => ({ list: { scope: 'members' }, kept })))
