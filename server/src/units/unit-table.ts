import type { UnitKind } from '@tieuchi/runtime'
import type { ColumnType } from 'kysely'

export interface UnitTable {
  id: string
  /** Of the document last loaded; an equal one is not loaded again. */
  hash: string
}

export interface UnitSpellTable {
  unit_id: string
  position: number
  valid_from: string | null
  valid_to: string | null
  code: string
  name: string
  kind: UnitKind
  parent_id: string | null
}

export interface UnitAttributeTable {
  unit_id: string
  attribute: string
  position: number
  valid_from: string | null
  valid_to: string | null
  value: ColumnType<string | boolean, string, string>
}
