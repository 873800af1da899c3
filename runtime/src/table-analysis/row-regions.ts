import type { TablePiece, TableRow } from '../documents/logic-document.ts'
import { cellLeaf } from '../logic/table.ts'
import { inlineConditions } from '../release/assembly.ts'
import { bitsOf } from './bit-set.ts'
import { regionIntersection, wholeSpace, type Box } from './box.ts'
import { conditionRegion, leafRegions, type LeafRegions } from './condition-regions.ts'
import { applicableAtoms } from './dimension.ts'
import { leafKey, type Space } from './space.ts'

/** Where a row certainly holds, and where it may: there only a value the law has not established decides. */
export interface RowRegions {
  readonly row: TableRow
  readonly holds: readonly Box[]
  readonly may: readonly Box[]
}

/** The regions of every row. Rows with the same comparison share what was worked out for it. */
export const rowRegionsOf = (space: Space, piece: TablePiece, rows: readonly TableRow[] = piece.rows): readonly RowRegions[] => {
  const known = new Map<string, LeafRegions>()
  return rows.map((row): RowRegions => {
    let holds: readonly Box[] = [wholeSpace]
    let may = holds
    for (const column of row.when.keys()) {
      const leaf = cellLeaf(piece, row, column)
      if (!leaf) continue
      const key = leafKey(leaf)
      const regions = known.get(key) ?? leafRegions(space, leaf)
      known.set(key, regions)
      holds = regionIntersection(holds, regions.holds)
      may = regionIntersection(may, regions.may)
    }
    return { row, holds, may }
  })
}

/**
 * What cannot occur: a value where the field does not apply, none where it does. Where it depends on something open in
 * the law whether a field applies, both are left possible.
 */
export const impossibleRegion = (space: Space): readonly Box[] =>
  space.dimensions.flatMap((dimension, place) => {
    const applies = dimension.reference && space.assembly.fields.get(dimension.reference.fact)?.schema.applies
    if (!applies) return []
    const condition = inlineConditions(space.assembly, applies)
    const without: Box = new Map([[place, bitsOf(dimension.size, [dimension.size - 1])]])
    const withValue: Box = new Map([[place, applicableAtoms(dimension)]])
    return [
      ...regionIntersection([without], conditionRegion(space, condition, true)),
      ...regionIntersection([withValue], conditionRegion(space, condition, false)),
    ]
  })
