import { Almanac, Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine'
import { compare } from '../conditions/compare.ts'
import { childrenOf, isLeaf } from '../conditions/condition-tree.ts'
import type { Condition, Leaf } from '../documents/condition-document.ts'
import type { Truth } from '../documents/evaluation-document.ts'
import type { Value } from '../values/value.ts'
import { oneByOne } from './one-by-one.ts'
import { RunMemory } from './run-memory.ts'
import { after, type Soon } from './soon.ts'

/** The two sides of a leaf, read. */
export interface LeafSides {
  readonly left: Value
  readonly right: readonly Value[]
}

/** A condition with its truth, node by node in the same shape. */
export interface JudgedCondition {
  readonly condition: Condition
  readonly truth: Truth
  readonly children: readonly JudgedCondition[]
  /** Of a leaf: what it compared. */
  readonly sides?: LeafSides
}

interface ReadLeaf extends LeafSides {
  readonly truth: Truth
}

/** A tree made ready for the engine: once, however often it is judged. */
interface PreparedTree {
  readonly root: PreparedNode
  readonly leaves: readonly PreparedLeaf[]
}

/** A group of nodes, or a leaf by its number. */
type PreparedNode = { readonly group: Group; readonly children: readonly PreparedNode[] } | number

interface PreparedLeaf {
  readonly leaf: Leaf
  /** Under an odd number of `not`. */
  readonly flipped: boolean
}

type ReadSides = (leaf: Leaf) => Soon<LeafSides>

/**
 * json-rules-engine behind one module: it evaluates groups, from the innermost to the outermost, and nothing else. Each tree runs
 * with unknown leaves counting as false and, only if one was unknown, again as true; under an odd number of `not` the assumption
 * flips. A node whose two results agree is certain. All trees are read in the same way.
 */
export const judgeConditions = (conditions: readonly Condition[], read: ReadSides): Soon<readonly JudgedCondition[]> =>
  oneByOne(conditions, (condition) => (isLeaf(condition) ? after(readLeaf(condition, read), (leaf) => judgedLeaf(condition, leaf)) : judgeTree(condition, read)))

const judgeTree = (condition: Condition, read: ReadSides): Soon<JudgedCondition> => {
  const tree = preparedTree(condition)
  return after(oneByOne(tree.leaves, ({ leaf }) => readLeaf(leaf, read)), (leaves) =>
    after(runTree(tree, leaves, false), (pessimistic) =>
      after(leaves.some(({ truth }) => truth === 'unknown') ? runTree(tree, leaves, true) : pessimistic, (optimistic) =>
        combine(condition, pessimistic, optimistic, leaves.values()))))
}

/** A comparison alone is no tree. */
const judgedLeaf = (condition: Leaf, { left, right, truth }: ReadLeaf): JudgedCondition => ({ condition, truth, children: [], sides: { left, right } })

const readLeaf = (leaf: Leaf, read: ReadSides): Soon<ReadLeaf> => after(read(leaf), ({ left, right }) => ({ left, right, truth: compare(leaf.operator, left, right) }))

const preparedBefore = new WeakMap<Condition, PreparedTree>()

const preparedTree = (condition: Condition): PreparedTree => {
  const tree = preparedBefore.get(condition) ?? prepare(condition)
  preparedBefore.set(condition, tree)
  return tree
}

const prepare = (condition: Condition): PreparedTree => {
  const leaves: PreparedLeaf[] = []
  return { root: preparedNode(condition, false, leaves), leaves }
}

const preparedNode = (condition: Condition, flipped: boolean, leaves: PreparedLeaf[]): PreparedNode => {
  if ('all' in condition) return groupOf('all', condition.all.map((child) => preparedNode(child, flipped, leaves)))
  if ('any' in condition) return groupOf('any', condition.any.map((child) => preparedNode(child, flipped, leaves)))
  if ('not' in condition) return groupOf('not', [preparedNode(condition.not, !flipped, leaves)])
  if ('condition' in condition) throw new Error(`Named condition ${condition.condition} was not put in its place`)
  return leaves.push({ leaf: condition, flipped }) - 1
}

type GroupKind = 'all' | 'any' | 'not'

const groups = new Map<string, Group>()

/** Groups of one kind and size are the same, whatever they stand for. */
const groupOf = (kind: GroupKind, children: readonly PreparedNode[]): PreparedNode => {
  const name = `${kind} ${children.length}`
  const group = groups.get(name) ?? new Group(kind, children.length)
  groups.set(name, group)
  return { group, children }
}

/** To the engine the parts of a group are facts, by their number, that are true or not: comparing is not its business. */
const toEngine = (kind: GroupKind, size: number): TopLevelCondition => {
  const parts = Array.from({ length: size }, (_part, number): NestedCondition => ({ fact: String(number), operator: 'equal', value: true }))
  if (kind === 'all') return { all: parts }
  if (kind === 'any') return { any: parts }
  return { not: parts[0] as NestedCondition }
}

/**
 * A group judged by the engine. What it is for its parts is remembered: the engine copies a rule for every run, which takes far longer
 * than to judge it.
 */
class Group {
  readonly #rule: TopLevelCondition
  readonly #memory: RunMemory<boolean>
  /** Engines that are not running: concurrent runs of one share state. */
  readonly #idle: Engine[] = []

  constructor(kind: GroupKind, size: number) {
    this.#rule = toEngine(kind, size)
    this.#memory = new RunMemory(size)
  }

  /** Whether it is true where its parts are; undefined where the engine must be asked. */
  known(parts: readonly boolean[]): boolean | undefined {
    return this.#memory.get(parts)
  }

  async judge(parts: readonly boolean[]): Promise<boolean> {
    const engine = this.#idle.pop() ?? new Engine([{ conditions: this.#rule, event: { type: 'judged' } }])
    const { results } = await engine.run({}, { almanac: new PartsAlmanac(parts) })
    this.#idle.push(engine)
    this.#memory.set(parts, results.length > 0)
    return results.length > 0
  }
}

/** Supplies parts by their number, without the engine's hashing and path lookup. */
class PartsAlmanac extends Almanac {
  readonly #parts: readonly boolean[]

  constructor(parts: readonly boolean[]) {
    super()
    this.#parts = parts
  }

  override factValue<T>(key: string): Promise<T> {
    return Promise.resolve(this.#parts[Number(key)] as T)
  }
}

/** A node as it was judged. */
interface ResultNode {
  readonly result: boolean
  readonly children: readonly ResultNode[]
}

/** The tree judged with unknown leaves counting as one or the other. */
const runTree = ({ root, leaves }: PreparedTree, read: readonly ReadLeaf[], unknownCountsAs: boolean): Soon<ResultNode> =>
  runNode(root, read.map(({ truth }, index) => (truth === 'unknown' ? unknownCountsAs !== leaves[index]?.flipped : truth)))

const trueLeaf: ResultNode = { result: true, children: [] }
const falseLeaf: ResultNode = { result: false, children: [] }

/** At once where nothing is new. */
const runNode = (node: PreparedNode, holds: readonly boolean[]): Soon<ResultNode> => {
  if (typeof node === 'number') return holds[node] === true ? trueLeaf : falseLeaf
  const children = node.children.map((child) => runNode(child, holds))
  return children.every(isThere) ? judged(node.group, children) : Promise.all(children).then((all) => judged(node.group, all))
}

const isThere = (node: Soon<ResultNode>): node is ResultNode => 'result' in node

const judged = (group: Group, children: readonly ResultNode[]): Soon<ResultNode> => {
  const parts = children.map(({ result }) => result)
  const known = group.known(parts)
  return known === undefined ? group.judge(parts).then((result) => ({ result, children })) : { result: known, children }
}

const combine = (condition: Condition, pessimistic: ResultNode, optimistic: ResultNode, leaves: Iterator<ReadLeaf>): JudgedCondition => {
  const certain = pessimistic.result === optimistic.result
  const truth: Truth = certain ? pessimistic.result : 'unknown'
  if (isLeaf(condition)) {
    const { value: leaf } = leaves.next()
    if (!leaf) throw new Error(`Leaf ${condition.id} was not read`)
    return judgedLeaf(condition, leaf)
  }
  const children = childrenOf(condition).map((child, index) => combine(child, pessimistic.children[index] ?? pessimistic, optimistic.children[index] ?? optimistic, leaves))
  return { condition, truth, children }
}
