import { intersection, isEmpty, type BitSet } from './bit-set.ts'

/** A region of the space: for each dimension, by its number, the atoms it takes; a dimension not named is free. */
export type Box = ReadonlyMap<number, BitSet>

export const wholeSpace: Box = new Map()

/** What lies in both; undefined where nothing does. */
export const boxIntersection = (a: Box, b: Box): Box | undefined => {
  const box = new Map(a)
  for (const [dimension, atoms] of b) {
    const before = box.get(dimension)
    const both = before ? intersection(before, atoms) : atoms
    if (isEmpty(both)) return undefined
    box.set(dimension, both)
  }
  return box
}

/** Every non-empty intersection of a box of one region with a box of the other. */
export const regionIntersection = (a: readonly Box[], b: readonly Box[]): readonly Box[] =>
  a.flatMap((first) => b.flatMap((second) => boxIntersection(first, second) ?? []))
