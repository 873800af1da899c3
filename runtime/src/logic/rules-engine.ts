import { Almanac, Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine'
import { compare } from '../conditions/compare.ts'
import { childrenOf, isLeaf } from '../conditions/condition-tree.ts'
import type { Condition, Leaf } from '../documents/condition-document.ts'
import type { Truth } from '../documents/evaluation-document.ts'
import { oncePer } from '../documents/once-per.ts'
import type { Value } from '../values/value.ts'
import { oneByOne } from './one-by-one.ts'
import { partsOf, RunMemory, type Judged } from './run-memory.ts'
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

/** A tree made ready for the engine: once, however often it is judged. */
interface PreparedTree {
  readonly root: PreparedNode
  readonly leaves: readonly Leaf[]
}

/** A group of nodes, or a leaf by its number. */
type PreparedNode = PreparedGroup | number

interface PreparedGroup {
  readonly condition: Condition
  readonly group: Group
  readonly children: readonly PreparedNode[]
  /** Whether its parts stand under an odd number of `not`. */
  readonly flipped: boolean
}

type ReadSides = (leaf: Leaf) => Soon<LeafSides>

/**
 * json-rules-engine behind one module: it evaluates groups, from the innermost to the outermost, and nothing else. Each group runs
 * with what is unknown of its parts counting as false and, only if one was unknown, again as true; under an odd number of `not` the
 * assumption flips. One whose two results agree is certain. All trees are read in the same way.
 */
export const judgeConditions = (conditions: readonly Condition[], read: ReadSides): Soon<readonly JudgedCondition[]> =>
  oneByOne(conditions, (condition) => judgeCondition(condition, read))

/** The same of one. */
export const judgeCondition = (condition: Condition, read: ReadSides): Soon<JudgedCondition> => (isLeaf(condition) ? judgeLeaf(condition, read) : judgeTree(condition, read))

const judgeTree = (condition: Condition, read: ReadSides): Soon<JudgedCondition> => {
  const { root, leaves } = trees(condition)
  return after(oneByOne(leaves, (leaf) => judgeLeaf(leaf, read)), (judged) => judgeNode(root, judged))
}

/** A comparison alone is no tree. */
const judgeLeaf = (leaf: Leaf, read: ReadSides): Soon<JudgedCondition> => {
  const sides = read(leaf)
  return sides instanceof Promise ? sides.then((there) => judgedLeaf(leaf, there)) : judgedLeaf(leaf, sides)
}

const noChildren: readonly JudgedCondition[] = []

const judgedLeaf = (condition: Leaf, sides: LeafSides): JudgedCondition =>
  ({ condition, truth: compare(condition.operator, sides.left, sides.right), children: noChildren, sides })

const trees = oncePer((condition: Condition): PreparedTree => {
  const leaves: Leaf[] = []
  return { root: preparedNode(condition, false, leaves), leaves }
})

const preparedNode = (condition: Condition, flipped: boolean, leaves: Leaf[]): PreparedNode => {
  if ('all' in condition) return preparedGroup(condition, 'all', flipped, leaves)
  if ('any' in condition) return preparedGroup(condition, 'any', flipped, leaves)
  if ('not' in condition) return preparedGroup(condition, 'not', !flipped, leaves)
  if ('condition' in condition) throw new Error(`Named condition ${condition.condition} was not put in its place`)
  return leaves.push(condition) - 1
}

const preparedGroup = (condition: Condition, kind: GroupKind, flipped: boolean, leaves: Leaf[]): PreparedGroup => {
  const children = childrenOf(condition).map((child) => preparedNode(child, flipped, leaves))
  return { condition, group: groupOf(kind, children.length), children, flipped }
}

type GroupKind = 'all' | 'any' | 'not'

const groups = new Map<string, Group>()

/** Groups of one kind and size are the same, whatever they stand for. */
const groupOf = (kind: GroupKind, size: number): Group => {
  const name = `${kind} ${size}`
  const group = groups.get(name) ?? new Group(kind, size)
  groups.set(name, group)
  return group
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

  /** Whether it is true where its parts are, and unknown ones count as one or the other; at once where that is nothing new. */
  judge(parts: readonly Judged[], unknownCountsAs: boolean): Soon<boolean> {
    return this.#memory.get(parts, unknownCountsAs) ?? this.#ask(parts, unknownCountsAs)
  }

  async #ask(parts: readonly Judged[], unknownCountsAs: boolean): Promise<boolean> {
    const engine = this.#idle.pop() ?? new Engine([{ conditions: this.#rule, event: { type: 'judged' } }])
    const { results } = await engine.run({}, { almanac: new PartsAlmanac(partsOf(parts, unknownCountsAs)) })
    this.#idle.push(engine)
    this.#memory.set(parts, unknownCountsAs, results.length > 0)
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

/** A node with its truth, at once where nothing is new. */
const judgeNode = (node: PreparedNode, leaves: readonly JudgedCondition[]): Soon<JudgedCondition> =>
  (typeof node === 'number' ? judgedBefore(leaves, node) : after(oneByOne(node.children, (child) => judgeNode(child, leaves)), (children) => judgeGroup(node, children)))

const judgedBefore = (leaves: readonly JudgedCondition[], number: number): JudgedCondition => {
  const leaf = leaves[number]
  if (!leaf) throw new Error(`Leaf ${number + 1} was not read`)
  return leaf
}

const judgeGroup = (node: PreparedGroup, children: readonly JudgedCondition[]): Soon<JudgedCondition> => {
  const { condition, group, flipped } = node
  const pessimistic = group.judge(children, flipped)
  const optimistic = children.some(isUnknown) ? group.judge(children, !flipped) : pessimistic
  if (pessimistic instanceof Promise || optimistic instanceof Promise) {
    return Promise.all([pessimistic, optimistic]).then(([low, high]) => ({ condition, truth: low === high ? low : 'unknown', children }))
  }
  return { condition, truth: pessimistic === optimistic ? pessimistic : 'unknown', children }
}

const isUnknown = ({ truth }: JudgedCondition): boolean => truth === 'unknown'
