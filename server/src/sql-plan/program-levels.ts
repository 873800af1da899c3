import { isConstant, type Node, type Scope } from '@tieuchi/runtime/plan'
import { isReduction } from './node-sql.ts'

/** A scope whose elements are rows; what is the same for all households is computed with each of them. */
export type RowScope = Exclude<Scope, 'uniform'>

export const rowScope = ({ scope }: Node): RowScope => (scope === 'uniform' ? 'household' : scope)

const depth: Readonly<Record<RowScope, number>> = { household: 1, members: 2, entries: 2, memberEntries: 3 }

const isLiteral = ({ op }: Node): boolean => op === 'constant' || op === 'parameter' || op === 'moment'

/**
 * Which nodes have a column of their own, and in which of the selects around one another it stands. A node that is read once is written
 * where it is read; one that is read more often, or from the rows of a list, is computed once.
 */
export class ProgramLevels {
  readonly #columns: ReadonlySet<Node>
  readonly #levels = new Map<Node, number>()
  readonly #reached = new Map<RowScope, Map<Node, number>>()

  /** Where there is no household around the rows, what is the same for all of them is written where it is read. */
  constructor(roots: readonly Node[], around: 'household' | 'nothing' = 'household') {
    const uses = new Map<Node, number>()
    const columns = new Set<Node>()
    const waiting = [...new Set(roots)]
    for (const root of waiting) if (!isConstant(root)) columns.add(root)
    const seen = new Set(waiting)
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (isReduction(node) || node.op === 'earlier') columns.add(node)
      for (const input of node.inputs) {
        const count = (uses.get(input) ?? 0) + 1
        uses.set(input, count)
        if (!isLiteral(input) && !(around === 'nothing' && input.scope === 'uniform') && (count > 1 || (rowScope(input) !== rowScope(node) && !isReduction(node)))) columns.add(input)
        if (seen.has(input)) continue
        seen.add(input)
        waiting.push(input)
      }
    }
    this.#columns = columns
  }

  get size(): number {
    return this.#columns.size
  }

  hasColumn(node: Node): boolean {
    return this.#columns.has(node)
  }

  /** The select in which a node gets its column, from 1; what it reads of its own scope stands further in. */
  levelOf(node: Node): number {
    const known = this.#levels.get(node)
    if (known !== undefined) return known
    const level = 1 + Math.max(0, ...node.inputs.map((input) => this.#reach(input, rowScope(node))))
    this.#levels.set(node, level)
    return level
  }

  /** The greatest level of a column of a scope that a node is or reads. */
  #reach(node: Node, scope: RowScope): number {
    if (depth[rowScope(node)] < depth[scope]) return 0
    if (rowScope(node) === scope && this.#columns.has(node)) return this.levelOf(node)
    const reached = this.#reached.get(scope) ?? new Map<Node, number>()
    this.#reached.set(scope, reached)
    const known = reached.get(node)
    if (known !== undefined) return known
    const found = Math.max(0, ...node.inputs.map((input) => this.#reach(input, scope)))
    reached.set(node, found)
    return found
  }

  /** The columns of a scope that some nodes are or read. */
  columnsOf(nodes: readonly Node[], scope: RowScope): readonly Node[] {
    const found = new Set<Node>()
    const seen = new Set<Node>()
    const waiting = [...nodes]
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (seen.has(node) || depth[rowScope(node)] < depth[scope]) continue
      seen.add(node)
      if (rowScope(node) === scope && this.#columns.has(node)) found.add(node)
      waiting.push(...node.inputs)
    }
    return [...found]
  }
}
