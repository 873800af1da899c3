import type { Literal, SingleOperand } from '../documents/condition-document.ts'
import type { Cell } from '../documents/logic-document.ts'
import type { Scalar, Value } from '../values/value.ts'
import { indicesOf, rangeBits } from './bit-set.ts'
import { constantsOf, stretchOf, type Atom, type Domain, type Stretch, type WriteBound } from './domain.ts'

/** An end of a stretch of values: a constant, and whether it belongs to the stretch. */
export interface End<T> {
  readonly at: T
  readonly closed: boolean
}

/** How values of one kind are ordered, found and written. */
export interface Ordering<T> {
  readonly compare: (a: T, b: T) => number
  readonly key: (value: T) => string
  readonly literal: (value: T) => Literal
  readonly is: (scalar: Scalar) => scalar is T & Scalar
  readonly value: (value: T) => Value
  /** A readable value that lies strictly between; undefined where there is none. */
  readonly between: (above: T | undefined, below: T | undefined) => T | undefined
  /** Whether the value itself can occur. */
  readonly occurs: (value: T) => boolean
  /** The first value after, or the last before, where there is one. */
  readonly next?: (value: T, direction: 1 | -1) => T
}

interface OrderedAtom<T> extends Atom {
  readonly from: End<T> | undefined
  readonly to: End<T> | undefined
}

const atomOf = <T>(ordering: Ordering<T>, sample: T, from: End<T> | undefined, to: End<T> | undefined): OrderedAtom<T> => ({
  value: ordering.value(sample), sample: ordering.literal(sample), from, to,
})

const distinct = <T>({ compare, key }: Ordering<T>, constants: readonly T[]): readonly T[] => [...new Map(constants.map((constant) => [key(constant), constant])).values()].toSorted(compare)

/** Points at the constants and the open stretches between them, as far as values occur there. */
const atomsOf = <T>(ordering: Ordering<T>, sorted: readonly T[]): readonly OrderedAtom<T>[] =>
  [undefined, ...sorted].flatMap((constant, index) => {
    const next = sorted[index]
    const inside = ordering.between(constant, next)
    const point = constant !== undefined && ordering.occurs(constant) ? [atomOf(ordering, constant, { at: constant, closed: true }, { at: constant, closed: true })] : []
    const open = inside === undefined ? [] : [atomOf(ordering, inside, constant === undefined ? undefined : { at: constant, closed: false }, next === undefined ? undefined : { at: next, closed: false })]
    return [...point, ...open]
  })

/** Where each constant divides the stretches: the first one not before it, the first one after it. */
const cutsOf = <T>(ordering: Ordering<T>, sorted: readonly T[], atoms: readonly OrderedAtom<T>[]): ReadonlyMap<string, readonly [number, number]> => {
  let at = 0
  return new Map(sorted.map((constant) => {
    while (at < atoms.length && isBefore(ordering, atoms[at], constant)) at += 1
    const point = atoms[at]
    const holds = point?.from?.closed === true && ordering.compare(point.from.at, constant) === 0
    return [ordering.key(constant), [at, holds ? at + 1 : at]] as const
  }))
}

const isBefore = <T>({ compare }: Ordering<T>, atom: OrderedAtom<T> | undefined, constant: T): boolean => {
  const to = atom?.to
  if (to === undefined) return false
  const order = compare(to.at, constant)
  return order < 0 || (order === 0 && !to.closed)
}

/** Numbers or days, divided at the constants they are compared with. */
export const orderedDomain = <T>(ordering: Ordering<T>, constants: readonly T[]): Domain => {
  const sorted = distinct(ordering, constants)
  const atoms = atomsOf(ordering, sorted)
  const cuts = cutsOf(ordering, sorted, atoms)
  return {
    atoms,
    partsBy: (operands, size) => {
      const keys = operands.flatMap(constantsOf).flatMap((scalar) => (ordering.is(scalar) ? [ordering.key(scalar)] : []))
      const marks = [...new Set([0, ...keys.flatMap((key) => cuts.get(key) ?? []), atoms.length])].toSorted((a, b) => a - b)
      return marks.slice(1).map((to, index) => rangeBits(size, marks[index] ?? 0, to))
    },
    stretchesFor: (bits, write) => runsOf(indicesOf(bits)).map(([first, last]) => {
      const from = first === 0 ? undefined : atoms[first]?.from
      const to = last === atoms.length - 1 ? undefined : atoms[last]?.to
      return stretchBetween(ordering, from, to, write)
    }),
  }
}

/** First and last of each run of neighbours. */
const runsOf = (indices: readonly number[]): readonly (readonly [number, number])[] => {
  const starts = indices.filter((index, place) => indices[place - 1] !== index - 1)
  const ends = indices.filter((index, place) => indices[place + 1] !== index + 1)
  return starts.map((start, place) => [start, ends[place] ?? start] as const)
}

/** A closed end at a value nobody named, said as the open end at its neighbour where that has a name. */
const namedNeighbour = <T>({ literal, next }: Ordering<T>, { at, closed }: End<T>, direction: 1 | -1, write: WriteBound): SingleOperand | undefined => {
  if (!closed || !next || typeof write(literal(at)) === 'object') return undefined
  const neighbour = write(literal(next(at, direction)))
  return typeof neighbour === 'object' ? neighbour : undefined
}

const fromCell = <T>(ordering: Ordering<T>, from: End<T>, write: WriteBound): Cell => {
  const named = namedNeighbour(ordering, from, -1, write)
  if (named !== undefined) return { greaterThan: named }
  const bound = write(ordering.literal(from.at))
  return from.closed ? { greaterThanInclusive: bound } : { greaterThan: bound }
}

const toCell = <T>(ordering: Ordering<T>, to: End<T>, write: WriteBound): Cell => {
  const named = namedNeighbour(ordering, to, 1, write)
  if (named !== undefined) return { lessThan: named }
  const bound = write(ordering.literal(to.at))
  return to.closed ? { lessThanInclusive: bound } : { lessThan: bound }
}

const stretchBetween = <T>(ordering: Ordering<T>, from: End<T> | undefined, to: End<T> | undefined, write: WriteBound): Stretch => {
  const { literal, compare } = ordering
  if (!from || !to) return stretchOf(from ? fromCell(ordering, from, write) : to ? toCell(ordering, to, write) : null)
  const [low, high] = [closedAt(ordering, from, 1), closedAt(ordering, to, -1)]
  if (compare(low, high) === 0) return stretchOf({ equal: write(literal(low)) })
  const cell: Cell = { between: [write(literal(low)), write(literal(high))] }
  return ordering.next || (from.closed && to.closed) ? stretchOf(cell) : { cell, words: [fromCell(ordering, from, write), toCell(ordering, to, write)].map((each) => ({ cell: each, holds: true })) }
}

/** The end as one that belongs: its neighbour where values have neighbours, else itself, which says a little more. */
const closedAt = <T>({ next }: Ordering<T>, { at, closed }: End<T>, direction: 1 | -1): T => (closed || !next ? at : next(at, direction))

