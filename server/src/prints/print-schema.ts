import { Type, type Static } from 'typebox'

/** The submission a paper is of, found by the code at its foot. */
export const paperRecord = Type.Object({
  id: Type.String(),
  /** Name of the head of the household; empty while nobody has one. */
  label: Type.String(),
  reference_date: Type.String(),
})

export type PaperRecord = Static<typeof paperRecord>
