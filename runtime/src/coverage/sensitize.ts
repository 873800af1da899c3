import { childrenOf } from '../conditions/condition-tree.ts'
import type { Condition } from '../documents/condition-document.ts'
import type { TablePiece, TableRow } from '../documents/logic-document.ts'
import { rowCondition } from '../logic/table.ts'
import type { ConditionSite } from './condition-site.ts'

/** Conditions that must come out so for another one to decide. */
export interface Setting {
  readonly condition: Condition
  readonly want: boolean
}

/**
 * What lets one node of a site decide the site: in each group above it, the others true in an `all` and false in an `any`;
 * of a row of a first-match table, the rows above false.
 */
export const settingsFor = (site: ConditionSite, node: Condition): readonly Setting[] => [...rowsAbove(site), ...(settingsBelow(site.condition, node) ?? [])]

/** A row that holds, or does not; one without cells always holds, whatever is wanted. */
export const rowSetting = (piece: TablePiece, row: TableRow, want: boolean): readonly Setting[] => {
  const condition = rowCondition(piece, row)
  return condition ? [{ condition, want }] : []
}

const settingsBelow = (condition: Condition, node: Condition): readonly Setting[] | undefined => {
  if (condition === node) return []
  const children = childrenOf(condition)
  for (const child of children) {
    const inner = settingsBelow(child, node)
    if (inner) return [...children.filter((other) => other !== child).map((other) => ({ condition: other, want: 'all' in condition })), ...inner]
  }
  return undefined
}

const rowsAbove = ({ piece, row }: ConditionSite): readonly Setting[] => {
  if (piece.kind !== 'table' || piece.hit !== 'first' || !row) return []
  return piece.rows.slice(0, piece.rows.indexOf(row)).flatMap((above) => rowSetting(piece, above, false))
}
