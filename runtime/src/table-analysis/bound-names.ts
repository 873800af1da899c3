import { isFactReference, isParameterReference, operandsOf } from '../conditions/condition-tree.ts'
import type { Literal, ParameterReference } from '../documents/condition-document.ts'
import type { TablePiece } from '../documents/logic-document.ts'
import { keyFieldOf, parameterValue } from '../logic/parameter-value.ts'
import { cellLeaf } from '../logic/table.ts'
import { certainScalar } from '../values/value.ts'
import { hasBit } from './bit-set.ts'
import type { Box } from './box.ts'
import { atomValue } from './dimension.ts'
import { literalOf, type WriteBound } from './domain.ts'
import { factKey, type Space } from './space.ts'

/** The parameters each dimension is compared with, by the dimension's number. */
export type BoundNames = ReadonlyMap<number, readonly ParameterReference[]>

/** Collects them from the cells of a table. */
export const boundNamesOf = ({ places }: Space, piece: TablePiece): BoundNames => {
  const names = new Map<number, Map<string, ParameterReference>>()
  for (const row of piece.rows) {
    for (const column of row.when.keys()) {
      const leaf = cellLeaf(piece, row, column)
      const place = leaf && isFactReference(leaf) ? places.get(factKey(leaf)) : undefined
      if (!leaf || place === undefined) continue
      const found = names.get(place) ?? new Map<string, ParameterReference>()
      names.set(place, found)
      for (const operand of operandsOf(leaf.value)) if (isParameterReference(operand)) found.set(JSON.stringify(operand), operand)
    }
  }
  return new Map([...names].map(([place, found]) => [place, [...found.values()]]))
}

const literalAt = ({ assembly, dimensions, places }: Space, reference: ParameterReference, box: Box): Literal | undefined => {
  const field = keyFieldOf(assembly, reference)
  const written = (key: Parameters<typeof parameterValue>[2]) => {
    const scalar = certainScalar(parameterValue(assembly, reference, key))
    return scalar === undefined ? undefined : literalOf(scalar)
  }
  if (field === undefined) return written(undefined)
  const place = places.get(factKey({ fact: field })) ?? -1
  const dimension = dimensions[place]
  if (!dimension) return undefined
  const atoms = box.get(place)
  const all = new Set(Array.from({ length: dimension.size }, (_none, atom) => atom).filter((atom) => !atoms || hasBit(atoms, atom)).map((atom) => written(atomValue(dimension, atom))))
  const [only] = all
  return all.size === 1 ? only : undefined
}

/** Writes a bound as the parameter that has this value everywhere in the box, or as itself. */
export const boundWriter = (space: Space, names: BoundNames, box: Box, place: number): WriteBound => (bound) =>
  names.get(place)?.find((reference) => literalAt(space, reference, box) === bound) ?? bound
