import { Almanac, Engine, type ConditionProperties, type NestedCondition, type RuleProperties } from 'json-rules-engine'
import { compare } from '../conditions/compare.ts'
import { childrenOf, isLeaf } from '../conditions/condition-tree.ts'
import type { Condition, Leaf } from '../documents/condition-document.ts'
import type { Truth } from '../documents/evaluation-document.ts'
import type { Value } from '../values/value.ts'
import { oneByOne } from './one-by-one.ts'
import { RunMemory } from './run-memory.ts'

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
  readonly rule: RuleProperties
  readonly leaves: readonly PreparedLeaf[]
  /** Engines that are not running. */
  readonly idle: Engine[]
  /** What came of the tree, by the truths of its leaves. */
  readonly memory: RunMemory<ResultNode>
}

interface PreparedLeaf {
  readonly leaf: Leaf
  /** Under an odd number of `not`. */
  readonly flipped: boolean
}

type ReadSides = (leaf: Leaf) => Promise<LeafSides>

/**
 * json-rules-engine behind one module: it evaluates trees, and nothing else. Each tree runs with unknown leaves
 * counting as false and, only if one was unknown, again as true; under an odd number of `not` the assumption flips.
 * A node whose two results agree is certain. All trees are read in the same way.
 */
export const judgeConditions = (conditions: readonly Condition[], read: ReadSides): Promise<readonly JudgedCondition[]> =>
  oneByOne(conditions, async (condition) => (isLeaf(condition) ? judgedLeaf(condition, await readLeaf(condition, read)) : judgeTree(condition, read)))

const judgeTree = async (condition: Condition, read: ReadSides): Promise<JudgedCondition> => {
  const tree = preparedTree(condition)
  const leaves = await oneByOne(tree.leaves, ({ leaf }) => readLeaf(leaf, read))
  const pessimistic = await runTree(tree, leaves, false)
  const optimistic = leaves.some(({ truth }) => truth === 'unknown') ? await runTree(tree, leaves, true) : pessimistic
  return combine(condition, pessimistic, optimistic, leaves.values())
}

/** A comparison alone is no tree. */
const judgedLeaf = (condition: Leaf, { left, right, truth }: ReadLeaf): JudgedCondition => ({ condition, truth, children: [], sides: { left, right } })

const readLeaf = async (leaf: Leaf, read: (leaf: Leaf) => Promise<LeafSides>): Promise<ReadLeaf> => {
  const { left, right } = await read(leaf)
  return { left, right, truth: compare(leaf.operator, left, right) }
}

const preparedBefore = new WeakMap<Condition, PreparedTree>()

const preparedTree = (condition: Condition): PreparedTree => {
  const tree = preparedBefore.get(condition) ?? prepare(condition)
  preparedBefore.set(condition, tree)
  return tree
}

/** The engine wants a group at the top of a rule, which a tree is not always. */
const prepare = (condition: Condition): PreparedTree => {
  const leaves: PreparedLeaf[] = []
  const rule = { conditions: { all: [toEngine(condition, false, leaves)] }, event: { type: 'judged' } }
  return { rule, leaves, idle: [], memory: new RunMemory(leaves.length) }
}

/** To the engine a leaf is a fact, by its number, that is true or not: comparing is not its business. */
const toEngine = (condition: Condition, flipped: boolean, leaves: PreparedLeaf[]): NestedCondition => {
  if ('all' in condition) return { all: condition.all.map((child) => toEngine(child, flipped, leaves)) }
  if ('any' in condition) return { any: condition.any.map((child) => toEngine(child, flipped, leaves)) }
  if ('not' in condition) return { not: toEngine(condition.not, !flipped, leaves) }
  if ('condition' in condition) throw new Error(`Named condition ${condition.condition} was not put in its place`)
  return { fact: String(leaves.push({ leaf: condition, flipped }) - 1), operator: 'equal', value: true }
}

/** Supplies leaves by their number, without the engine's hashing and path lookup. */
class LeafAlmanac extends Almanac {
  readonly #holds: readonly boolean[]

  constructor(holds: readonly boolean[]) {
    super()
    this.#holds = holds
  }

  override factValue<T>(key: string): Promise<T> {
    return Promise.resolve(this.#holds[Number(key)] as T)
  }
}

/** A node as the engine hands it back, with everything it was made of. */
type EngineNode = ConditionProperties & { readonly result?: boolean; readonly all?: EngineNode[]; readonly any?: EngineNode[]; readonly not?: EngineNode }

/** What is kept of it. */
interface ResultNode {
  readonly result: boolean | undefined
  readonly children: readonly ResultNode[]
}

const resultOf = (node: EngineNode): ResultNode => ({ result: node.result, children: (node.all ?? node.any ?? (node.not ? [node.not] : [])).map(resultOf) })

/** The tree judged with unknown leaves counting as one or the other. */
const runTree = (tree: PreparedTree, read: readonly ReadLeaf[], unknownCountsAs: boolean): Promise<ResultNode> => {
  const holds = read.map(({ truth }, index) => (truth === 'unknown' ? unknownCountsAs !== tree.leaves[index]?.flipped : truth))
  return tree.memory.resultOf(holds, () => runEngine(tree, holds))
}

/** The tree with the engine's results. Concurrent runs of one engine share state, so a running engine is nobody else's. */
const runEngine = async ({ rule, idle }: PreparedTree, holds: readonly boolean[]): Promise<ResultNode> => {
  const engine = idle.pop() ?? new Engine([{ ...rule }])
  const { results, failureResults } = await engine.run({}, { almanac: new LeafAlmanac(holds) })
  idle.push(engine)
  const [node] = [...results, ...failureResults].flatMap(({ conditions }) => resultOf(conditions as unknown as EngineNode).children)
  if (!node) throw new Error('json-rules-engine returned no result for a tree')
  return node
}

const combine = (condition: Condition, pessimistic: ResultNode, optimistic: ResultNode, leaves: Iterator<ReadLeaf>): JudgedCondition => {
  const certain = pessimistic.result === optimistic.result
  const truth: Truth = certain ? pessimistic.result === true : 'unknown'
  if (isLeaf(condition)) {
    const { value: leaf } = leaves.next()
    if (!leaf) throw new Error(`Leaf ${condition.id} was not read`)
    return judgedLeaf(condition, leaf)
  }
  const children = childrenOf(condition).map((child, index) => combine(child, pessimistic.children[index] ?? pessimistic, optimistic.children[index] ?? optimistic, leaves))
  return { condition, truth, children }
}
