import { Almanac, Engine, type ConditionProperties, type NestedCondition, type RuleProperties } from 'json-rules-engine'
import { compare } from '../conditions/compare.ts'
import { childrenOf, isLeaf } from '../conditions/condition-tree.ts'
import type { Condition, Leaf } from '../documents/condition-document.ts'
import type { Truth } from '../documents/evaluation-document.ts'
import type { Value } from '../values/value.ts'
import { oneByOne } from './one-by-one.ts'

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

/** Trees made ready for the engine: once for each list of trees, however often they are judged. */
interface PreparedTrees {
  readonly conditions: readonly Condition[]
  readonly rules: readonly RuleProperties[]
  readonly leaves: readonly PreparedLeaf[]
  /** Engines that are not running. */
  readonly idle: Engine[]
}

interface PreparedLeaf {
  readonly leaf: Leaf
  /** Under an odd number of `not`. */
  readonly flipped: boolean
}

/**
 * json-rules-engine behind one module: it evaluates trees, and nothing else. Each tree runs with unknown leaves
 * counting as false and, only if one was unknown, again as true; under an odd number of `not` the assumption flips.
 * A node whose two results agree is certain. All trees are read in the same way.
 */
export const judgeConditions = async (conditions: readonly Condition[], read: (leaf: Leaf) => Promise<LeafSides>): Promise<readonly JudgedCondition[]> => {
  const [first] = conditions
  if (first === undefined) return []
  if (conditions.length === 1 && isLeaf(first)) return [judgedLeaf(first, await readLeaf(first, read))]
  const prepared = preparedTrees(first, conditions)
  const leaves = await oneByOne(prepared.leaves, ({ leaf }) => readLeaf(leaf, read))
  const pessimistic = await runEngine(prepared, leaves, false)
  const optimistic = leaves.some(({ truth }) => truth === 'unknown') ? await runEngine(prepared, leaves, true) : pessimistic
  const inOrder = leaves.values()
  return conditions.map((condition, index) => combine(condition, nodeAt(pessimistic, index), nodeAt(optimistic, index), inOrder))
}

/** A comparison alone is no tree. */
const judgedLeaf = (condition: Leaf, { left, right, truth }: ReadLeaf): JudgedCondition => ({ condition, truth, children: [], sides: { left, right } })

const readLeaf = async (leaf: Leaf, read: (leaf: Leaf) => Promise<LeafSides>): Promise<ReadLeaf> => {
  const { left, right } = await read(leaf)
  return { left, right, truth: compare(leaf.operator, left, right) }
}

/** While rules are edited, lists come and go that begin with the same tree. */
const listsKept = 4

/** Lists made ready, by the first of their trees; the newest first. */
const preparedBefore = new WeakMap<Condition, readonly PreparedTrees[]>()

const preparedTrees = (first: Condition, conditions: readonly Condition[]): PreparedTrees => {
  const lists = preparedBefore.get(first) ?? []
  const before = lists.find((list) => list.conditions.length === conditions.length && list.conditions.every((condition, index) => condition === conditions[index]))
  if (before) return before
  const prepared = prepare(conditions)
  preparedBefore.set(first, [prepared, ...lists].slice(0, listsKept))
  return prepared
}

/** Trees that stand side by side in one rule of the engine: a rule costs more than its conditions, but a long one is copied slowly. */
const treesOfRule = 16

const prepare = (conditions: readonly Condition[]): PreparedTrees => {
  const leaves: PreparedLeaf[] = []
  const trees = conditions.map((condition) => toEngine(condition, false, leaves))
  const rules = Array.from({ length: Math.ceil(trees.length / treesOfRule) }, (_rule, index): RuleProperties =>
    ({ name: String(index), conditions: { all: trees.slice(index * treesOfRule, (index + 1) * treesOfRule) }, event: { type: 'judged' } }))
  return { conditions, rules, leaves, idle: [] }
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

type ResultNode = ConditionProperties & { readonly result?: boolean; readonly all?: ResultNode[]; readonly any?: ResultNode[]; readonly not?: ResultNode }

/** The trees with the engine's results, in order. Concurrent runs of one engine share state, so a running engine is nobody else's. */
const runEngine = async ({ rules, leaves, idle }: PreparedTrees, read: readonly ReadLeaf[], unknownCountsAs: boolean): Promise<readonly ResultNode[]> => {
  const engine = idle.pop() ?? new Engine(rules.map((rule) => ({ ...rule })))
  const holds = read.map(({ truth }, index) => (truth === 'unknown' ? unknownCountsAs !== leaves[index]?.flipped : truth))
  const { results, failureResults } = await engine.run({}, { almanac: new LeafAlmanac(holds) })
  idle.push(engine)
  const trees = new Map([...results, ...failureResults].map(({ name, conditions }) => [name, childResults(conditions as unknown as ResultNode)]))
  return rules.flatMap(({ name = '' }) => trees.get(name) ?? [])
}

const nodeAt = (nodes: readonly ResultNode[], index: number): ResultNode => {
  const node = nodes[index]
  if (!node) throw new Error('json-rules-engine returned no result for a tree')
  return node
}

const childResults = (node: ResultNode): readonly ResultNode[] => node.all ?? node.any ?? (node.not ? [node.not] : [])

const combine = (condition: Condition, pessimistic: ResultNode, optimistic: ResultNode, leaves: Iterator<ReadLeaf>): JudgedCondition => {
  const certain = pessimistic.result === optimistic.result
  const truth: Truth = certain ? pessimistic.result === true : 'unknown'
  if (isLeaf(condition)) {
    const { value: leaf } = leaves.next()
    if (!leaf) throw new Error(`Leaf ${condition.id} was not read`)
    return judgedLeaf(condition, leaf)
  }
  const low = childResults(pessimistic)
  const high = childResults(optimistic)
  const children = childrenOf(condition).map((child, index) => combine(child, low[index] ?? pessimistic, high[index] ?? optimistic, leaves))
  return { condition, truth, children }
}
