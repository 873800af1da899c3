import { Type, type Static } from 'typebox'

/** A unit as it was on a day. */
export const unitOnDate = Type.Object({
  id: Type.String(),
  code: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  /** Names of the units above, nearest first. */
  parents: Type.Array(Type.String()),
  /** Their ids, in the same order. */
  parent_ids: Type.Array(Type.String()),
  attributes: Type.Record(Type.String(), Type.Union([Type.String(), Type.Boolean()])),
})

export type UnitOnDate = Static<typeof unitOnDate>
