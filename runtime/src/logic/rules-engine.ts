import { Almanac, Engine, type ConditionProperties, type NestedCondition, type RuleResult, type TopLevelCondition } from 'json-rules-engine'
import { compare } from '../conditions/compare.ts'
import { childrenOf, isLeaf } from '../conditions/condition-tree.ts'
import { operators } from '../conditions/operators.ts'
import type { Condition, Leaf, OperatorName } from '../documents/condition-document.ts'
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

/** A tree to judge, with the way to read its leaves. Named conditions have been put in their places. */
export interface ConditionTree {
  readonly condition: Condition
  readonly read: (leaf: Leaf) => Promise<LeafSides>
}

interface PreparedLeaf extends LeafSides {
  readonly operator: OperatorName
  readonly flipped: boolean
}

interface Plan {
  readonly properties: NestedCondition
  readonly leaves: Map<string, { leaf: Leaf; read: ConditionTree['read']; flipped: boolean }>
}

/**
 * json-rules-engine behind one module: it evaluates trees, and nothing else. Each tree runs with unknown leaves
 * counting as false and, only if one was unknown, again as true; under an odd number of `not` the assumption flips.
 * A node whose two results agree is certain.
 */
export const judgeConditions = async (trees: readonly ConditionTree[]): Promise<readonly JudgedCondition[]> => {
  if (trees.length === 0) return []
  const leaves: Plan['leaves'] = new Map()
  const rules = trees.map((tree, index) => ({ name: String(index), conditions: topLevel(toEngine(tree.condition, tree.read, false, leaves)), event: { type: 'judged' } }))
  const prepared = await prepareLeaves(leaves)
  const pessimistic = await runEngine(rules, prepared, false)
  const someUnknown = [...prepared.values()].some((leaf) => compare(leaf.operator, leaf.left, leaf.right) === 'unknown')
  const optimistic = someUnknown ? await runEngine(rules, prepared, true) : pessimistic
  const keys = leaves.keys()
  return trees.map((tree, index) => combine(tree.condition, nodeOf(pessimistic, index), nodeOf(optimistic, index), keys, prepared))
}

const toEngine = (condition: Condition, read: ConditionTree['read'], flipped: boolean, leaves: Plan['leaves']): NestedCondition => {
  if ('all' in condition) return { all: condition.all.map((child) => toEngine(child, read, flipped, leaves)) }
  if ('any' in condition) return { any: condition.any.map((child) => toEngine(child, read, flipped, leaves)) }
  if ('not' in condition) return { not: toEngine(condition.not, read, !flipped, leaves) }
  if ('condition' in condition) throw new Error(`Named condition ${condition.condition} was not put in its place`)
  const key = String(leaves.size)
  leaves.set(key, { leaf: condition, read, flipped })
  return { fact: key, operator: condition.operator, value: true }
}

/** The engine wants a group at the root. */
const topLevel = (condition: NestedCondition): TopLevelCondition =>
  'all' in condition || 'any' in condition || 'not' in condition ? condition : { all: [condition] }

const prepareLeaves = async (leaves: Plan['leaves']): Promise<ReadonlyMap<string, PreparedLeaf>> =>
  new Map(await oneByOne([...leaves], async ([key, { leaf, read, flipped }]) => [key, { ...(await read(leaf)), operator: leaf.operator, flipped }] as const))

/** Supplies leaves by their number, without the engine's hashing and path lookup. */
class LeafAlmanac extends Almanac {
  readonly #leaves: ReadonlyMap<string, PreparedLeaf>

  constructor(leaves: ReadonlyMap<string, PreparedLeaf>) {
    super()
    this.#leaves = leaves
  }

  override factValue<T>(key: string): Promise<T> {
    return Promise.resolve(this.#leaves.get(key) as T)
  }
}

/** Concurrent runs of one engine share state, so each run has its own. */
const runEngine = async (rules: readonly { name: string; conditions: TopLevelCondition; event: { type: string } }[], leaves: ReadonlyMap<string, PreparedLeaf>, unknownCountsAs: boolean) => {
  const engine = new Engine(rules.map((rule) => ({ ...rule })))
  for (const name of Object.keys(operators)) {
    engine.addOperator<PreparedLeaf, unknown>(name, (leaf) => {
      const truth = compare(leaf.operator, leaf.left, leaf.right)
      return truth === 'unknown' ? unknownCountsAs !== leaf.flipped : truth
    })
  }
  const { results, failureResults } = await engine.run({}, { almanac: new LeafAlmanac(leaves) })
  return new Map<string, RuleResult>([...results, ...failureResults].map((result) => [result.name, result]))
}

type ResultNode = ConditionProperties & { readonly result?: boolean; readonly all?: ResultNode[]; readonly any?: ResultNode[]; readonly not?: ResultNode }

const nodeOf = (results: ReadonlyMap<string, RuleResult>, index: number): ResultNode => {
  const result = results.get(String(index))
  if (!result) throw new Error('json-rules-engine returned no result for a tree')
  return { ...(result.conditions as unknown as ResultNode), result: result.result ?? false }
}

const childResults = (node: ResultNode): readonly ResultNode[] => node.all ?? node.any ?? (node.not ? [node.not] : [])

const combine = (condition: Condition, pessimistic: ResultNode, optimistic: ResultNode, keys: Iterator<string>, leaves: ReadonlyMap<string, PreparedLeaf>): JudgedCondition => {
  const certain = pessimistic.result === optimistic.result
  const truth: Truth = certain ? pessimistic.result === true : 'unknown'
  if (isLeaf(condition)) {
    const leaf = leaves.get(keys.next().value as string)
    if (!leaf) throw new Error(`Leaf ${condition.id} was not read`)
    return { condition, truth, children: [], sides: { left: leaf.left, right: leaf.right } }
  }
  const low = childResults(pessimistic)
  const high = childResults(optimistic)
  const children = childrenOf(condition).map((child, index) => combine(child, low[index] ?? pessimistic, high[index] ?? optimistic, keys, leaves))
  return { condition, truth, children }
}
