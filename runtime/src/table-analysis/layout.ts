import type { TablePiece } from '../documents/logic-document.ts'
import type { Assembly } from '../release/assembly.ts'
import { bitsOf, includes, keyOf, type BitSet } from './bit-set.ts'
import { BoxIndex } from './box-index.ts'
import type { Box } from './box.ts'
import { allAtoms } from './dimension.ts'
import { impossibleRegion, rowRegionsOf, type RowRegions } from './row-regions.ts'
import { spaceOf, type Space } from './space.ts'
import { tableAnalysisLimits } from './table-finding.ts'

/** A table laid out as boxes, ready to be asked. */
export interface Layout {
  readonly assembly: Assembly
  readonly piece: TablePiece
  readonly space: Space
  readonly rows: readonly RowRegions[]
  readonly index: BoxIndex
  /** Boxes where each row may hold, where it certainly holds, and what cannot occur. */
  readonly may: readonly BitSet[]
  readonly holds: readonly BitSet[]
  readonly impossible: BitSet
}

/** Why a table was not laid out. */
export interface TooLarge {
  readonly boxes?: number
  readonly atoms?: number
}

const boxKey = (box: Box): string => [...box].map(([dimension, atoms]) => `${dimension}:${keyOf(atoms)}`).toSorted().join('|')

const sameRegion = ({ holds, may }: RowRegions): boolean => holds.length === may.length && holds.every((box, index) => boxKey(box) === boxKey(may[index] ?? new Map()))

/** Lays out a table, or says by which figures it is beyond the limits. */
export const layOut = (assembly: Assembly, piece: TablePiece): Layout | TooLarge => {
  const space = spaceOf(assembly, piece)
  if (!space) return {}
  const sizes = space.dimensions.map(({ size }) => size)
  const atoms = sizes.reduce((sum, size) => sum + size, 0)
  if (atoms > tableAnalysisLimits.atoms) return { atoms }
  const rows = rowRegionsOf(space, piece)
  const certain = rows.every(sameRegion)
  const impossible = impossibleRegion(space)
  const boxes: Box[] = []
  const place = (region: readonly Box[]): readonly number[] => region.map((box) => boxes.push(box) - 1)
  const may = rows.map((row) => place(row.may))
  const holds = certain ? may : rows.map((row) => place(row.holds))
  const never = place(impossible)
  if (boxes.length > tableAnalysisLimits.boxes || boxes.length * atoms > tableAnalysisLimits.cells) return { boxes: boxes.length, atoms }
  const bits = (numbers: readonly number[]): BitSet => bitsOf(boxes.length, numbers)
  return { assembly, piece, space, rows, index: new BoxIndex(boxes, sizes, space.keys), may: may.map(bits), holds: holds.map(bits), impossible: bits(never) }
}

/** Whether every combination in a box can really occur: nothing computed narrows it. */
export const isCertainBox = ({ dimensions }: Space, box: Box): boolean =>
  [...box].every(([place, atoms]) => {
    const dimension = dimensions[place]
    return dimension !== undefined && (dimension.exact || includes(atoms, allAtoms(dimension)))
  })
