import { historyFieldIds } from '@tieuchi/runtime'
import { isConstant, type Node } from '@tieuchi/runtime/plan'
import { isReduction } from './node-sql.ts'

/** Where something is told that a node rests on. */
type Told = 'household' | 'unit' | 'members' | 'order of members' | 'past'

/**
 * What of a household the roots of a graph rest on: households that have all of it in common have the same results. Nodes are named as far out
 * as they rest on one kind of thing alone, for there the fewest differences are left.
 */
export interface PlanReads {
  /** Nodes of the household's own answers. */
  readonly own: readonly Node[]
  /** Answers of its unit, by name. */
  readonly unit: readonly number[]
  /** Reductions over members alone. */
  readonly members: readonly Node[]
  /** Nodes of members alone, where what they lead to looks at something else besides; undefined where nothing does. */
  readonly kinds: readonly Node[] | undefined
  /** Whether earlier decisions are read; the days they were made on; and those on members. */
  readonly past: boolean
  readonly days: boolean
  readonly named: boolean
  /** Whether the order of members is looked at. */
  readonly ordered: boolean
}

const toldOfList = (node: Node): readonly Told[] => {
  if (node.detail.kind !== 'list') return []
  const { scope } = node.detail.list
  return scope === 'members' ? ['members'] : scope === 'entries' ? ['past'] : ['past', 'members']
}

const toldOfNode = ({ op, detail, scope }: Node): readonly Told[] => {
  if (op === 'earlier' && scope === 'members') return ['order of members']
  if (op === 'complete') return ['household']
  if (op === 'since' || op === 'listed') return scope === 'memberEntries' ? ['past', 'members'] : ['past']
  if (detail.kind !== 'answer') return []
  const { place } = detail.position
  return place === 'entries' ? ['past'] : place === 'memberEntries' ? ['past', 'members'] : [place]
}

const isDayOfDecision = ({ detail }: Node): boolean =>
  detail.kind === 'answer' && (detail.position.place === 'entries' || detail.position.place === 'memberEntries') && historyFieldIds[detail.position.index] === 'decided_on'

class Reading {
  readonly own = new Set<Node>()
  readonly unit = new Set<number>()
  readonly members = new Set<Node>()
  readonly kinds = new Set<Node>()
  mixed = false
  past = false
  days = false
  named = false
  ordered = false
  readonly #told = new Map<Node, ReadonlySet<Told>>()
  readonly #seen = new Set<Node>()

  told(node: Node): ReadonlySet<Told> {
    const known = this.#told.get(node)
    if (known) return known
    const found = new Set<Told>([...toldOfList(node), ...toldOfNode(node), ...node.inputs.flatMap((input) => [...this.told(input)])])
    this.#told.set(node, found)
    return found
  }

  visit(node: Node): void {
    if (this.#seen.has(node) || isConstant(node)) return
    this.#seen.add(node)
    const told = this.told(node)
    const only = told.size === 1 ? [...told][0] : undefined
    if (told.has('order of members')) this.ordered = true
    if (only === 'household') this.own.add(node)
    else if (only === 'members') this.#ofMembers(node)
    else this.#ofMore(node)
  }

  #ofMembers(node: Node): void {
    if (node.scope === 'members') this.kinds.add(node)
    else if (isReduction(node)) this.members.add(node)
    else for (const input of node.inputs) this.visit(input)
  }

  #ofMore(node: Node): void {
    const told = this.told(node)
    if (told.has('past') && (node.scope === 'memberEntries' || (node.detail.kind === 'list' && node.detail.list.scope === 'memberEntries'))) this.named = true
    if (node.detail.kind === 'list' && node.detail.list.scope === 'members') this.mixed = true
    if (told.has('past')) this.past = true
    if (isDayOfDecision(node)) this.days = true
    if (node.detail.kind === 'answer' && node.detail.position.place === 'unit') this.unit.add(node.detail.position.index)
    for (const input of node.inputs) this.visit(input)
  }
}

/** What the roots rest on. */
export const readsOf = (roots: readonly Node[]): PlanReads => {
  const reading = new Reading()
  for (const root of roots) reading.visit(root)
  const { own, unit, members, kinds, mixed, past, days, named, ordered } = reading
  return { own: [...own], unit: [...unit], members: [...members], kinds: mixed || kinds.size > 0 ? [...kinds] : undefined, past, days, named, ordered }
}
