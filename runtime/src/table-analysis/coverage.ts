import { addBit, emptyBits, fullBits, includes, indicesOf, intersection, isEmpty, keyOf, meets, union, type BitSet } from './bit-set.ts'
import { wholeSpace, type Box } from './box.ts'
import type { BoxIndex } from './box-index.ts'

/** How much looking is still allowed, in words of bits looked at. */
export class Budget {
  #left: number
  readonly #whole: Budget | undefined

  constructor(steps: number, whole?: Budget) {
    this.#left = steps
    this.#whole = whole
  }

  /** False once it is used up. */
  spend(steps: number): boolean {
    this.#left -= steps
    return this.#left >= 0 && (this.#whole?.spend(steps) ?? true)
  }

  /** At most so much of what is left; spent from both. */
  part(steps: number): Budget {
    return new Budget(steps, this)
  }
}

/** A decision diagram of what is not covered: leads to `true` where nothing covers, else to a question or nowhere. */
type Uncovered = true | { readonly number: number; readonly dimension: number; readonly branches: readonly (readonly [BitSet, Uncovered])[] }

interface Search {
  readonly index: BoxIndex
  readonly within: Box
  readonly order: readonly number[]
  /** At each depth, the boxes that cover all of `within` in every dimension still to come. */
  readonly coversRest: readonly BitSet[]
  readonly budget: Budget
}

const searchOf = (index: BoxIndex, within: Box, budget: Budget): Search => {
  const { order } = index
  const coversRest: BitSet[] = [fullBits(index.boxes.length)]
  for (const dimension of order.toReversed()) {
    const later = coversRest[0] ?? fullBits(index.boxes.length)
    coversRest.unshift(intersection(later, index.containing(dimension, atomsWithin(index, within, dimension))))
  }
  return { index, within, order, coversRest, budget }
}

const atomsWithin = (index: BoxIndex, within: Box, dimension: number): BitSet => within.get(dimension) ?? fullBits(index.sizes[dimension] ?? 0)

type Step =
  | { readonly kind: 'covered' | 'uncovered' }
  | { readonly kind: 'split'; readonly depth: number; readonly dimension: number; readonly parts: readonly (readonly [BitSet, BitSet])[] }

/** Divides the next dimension that matters by which boxes cover its atoms; undefined when the budget is used up. */
const nextStep = ({ index, within, order, coversRest, budget }: Search, from: number, active: BitSet): Step | undefined => {
  if (isEmpty(active)) return { kind: 'uncovered' }
  for (let depth = from; depth < order.length; depth += 1) {
    if (meets(active, coversRest[depth] ?? active)) return { kind: 'covered' }
    const dimension = order[depth] ?? 0
    const atoms = atomsWithin(index, within, dimension)
    if (includes(index.containing(dimension, atoms), active)) continue
    const numbers = indicesOf(atoms)
    if (!budget.spend(numbers.length * (4 + active.length))) return undefined
    const parts = new Map<string, [BitSet, BitSet]>()
    for (const atom of numbers) {
      const covering = intersection(active, index.covering(dimension, atom))
      const key = keyOf(covering)
      const part = parts.get(key) ?? [emptyBits(index.sizes[dimension] ?? 0), covering]
      addBit(part[0], atom)
      parts.set(key, part)
    }
    return { kind: 'split', depth: depth + 1, dimension, parts: [...parts.values()] }
  }
  return { kind: 'covered' }
}

/**
 * A part of `within` that none of the `active` boxes covers; null where they cover it all, undefined where the budget
 * ran out before either was certain.
 */
export const findUncovered = (index: BoxIndex, within: Box, active: BitSet, budget: Budget): Box | null | undefined => {
  if (!budget.spend(1)) return undefined
  if (isEmpty(active)) return within
  const search = searchOf(index, within, budget)
  const covered = new Set<string>()
  const visit = (depth: number, boxes: BitSet, path: Box): Box | null | undefined => {
    const step = nextStep(search, depth, boxes)
    if (!step) return undefined
    if (step.kind !== 'split') return step.kind === 'covered' ? null : path
    for (const [atoms, left] of step.parts) {
      const key = `${step.depth} ${keyOf(left)}`
      if (covered.has(key)) continue
      const found = visit(step.depth, left, new Map([...path, [step.dimension, atoms]]))
      if (found !== null) return found
      covered.add(key)
    }
    return null
  }
  return visit(0, active, within)
}

/** Regions nothing covers, apart from each other, as many as asked for, and how many there are in all. */
export interface UncoveredRegions {
  readonly boxes: readonly Box[]
  readonly count: number
}

/** Everything in the space that no `active` box covers; undefined where the budget ran out. */
export const uncoveredRegions = (index: BoxIndex, active: BitSet, most: number, budget: Budget): UncoveredRegions | undefined => {
  const diagram = diagramOf(searchOf(index, wholeSpace, budget), active)
  if (diagram === undefined) return undefined
  const boxes: Box[] = []
  const list = (node: Uncovered | null, path: Box): void => {
    if (node === null || boxes.length >= most) return
    if (node === true) boxes.push(path)
    else for (const [atoms, next] of node.branches) list(next, new Map([...path, [node.dimension, atoms]]))
  }
  list(diagram, wholeSpace)
  return { boxes, count: countPaths(diagram) }
}

const countPaths = (root: Uncovered | null): number => {
  const known = new Map<Uncovered, number>([[true, 1]])
  const count = (node: Uncovered): number => {
    const before = known.get(node)
    if (before !== undefined) return before
    const sum = node === true ? 1 : node.branches.reduce((total, [, next]) => total + count(next), 0)
    known.set(node, sum)
    return sum
  }
  return root === null ? 0 : count(root)
}

/** Equal parts of the diagram are one object, so that regions come out as large as the order of dimensions allows. */
const diagramOf = (search: Search, all: BitSet): Uncovered | null | undefined => {
  const visited = new Map<string, Uncovered | null>()
  const unique = new Map<string, Uncovered>()
  const visit = (from: number, active: BitSet): Uncovered | null | undefined => {
    const step = nextStep(search, from, active)
    if (!step) return undefined
    if (step.kind !== 'split') return step.kind === 'covered' ? null : true
    const targets = new Map<Uncovered, BitSet>()
    for (const [atoms, left] of step.parts) {
      const key = `${step.depth} ${keyOf(left)}`
      const next = visited.has(key) ? visited.get(key) : visit(step.depth, left)
      if (next === undefined) return undefined
      visited.set(key, next)
      const before = next === null ? undefined : targets.get(next)
      if (next !== null) targets.set(next, before ? union(before, atoms) : atoms)
    }
    return joinNode(unique, step.dimension, [...targets].map(([next, atoms]) => [atoms, next] as const), search.index.sizes[step.dimension] ?? 0)
  }
  return visit(0, all)
}

const joinNode = (unique: Map<string, Uncovered>, dimension: number, branches: readonly (readonly [BitSet, Uncovered])[], size: number): Uncovered | null => {
  const [first] = branches
  if (!first) return null
  if (branches.length === 1 && includes(first[0], fullBits(size))) return first[1]
  const key = `${dimension} ${branches.map(([atoms, next]) => `${keyOf(atoms)}>${next === true ? '' : next.number}`).join(' ')}`
  const node = unique.get(key) ?? { number: unique.size, dimension, branches }
  unique.set(key, node)
  return node
}
