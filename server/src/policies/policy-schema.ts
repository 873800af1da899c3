import { Type, type Static } from 'typebox'
import type { CommonDocument, Overlay, Release } from '@tieuchi/runtime'

export const text = Type.Object({ vi: Type.String(), en: Type.String() })

/** A programme and what is in force for the reader's unit on a day. */
export const programmeOnDate = Type.Object({
  id: Type.String(),
  title: text,
  /** Hash of the newest dictionary and code lists, for the titles of values. */
  common: Type.String(),
  in_force: Type.Optional(Type.Object({ release: Type.String(), title: text, valid_from: Type.Optional(Type.String()), valid_to: Type.Optional(Type.String()) })),
  form: Type.Optional(Type.Object({ id: Type.String(), title: text })),
})

/** The content hashes of one programme: the national release, and where something local is in force the overlays on it, from the province downward. */
export const pinnedLayers = Type.Object({ national: Type.String(), local: Type.Optional(Type.Array(Type.String())) })

/** The content hashes an evaluation reads, by programme, and the version of what all share. */
export const pinnedRules = Type.Object({
  common: Type.String(),
  releases: Type.Record(Type.String(), pinnedLayers),
})

export const releaseDocument = Type.Unsafe<Release | Overlay>(Type.Object({}, { additionalProperties: true }))
export const commonDocument = Type.Unsafe<CommonDocument>(Type.Object({}, { additionalProperties: true }))

export type ProgrammeOnDate = Static<typeof programmeOnDate>
export type PinnedRules = Static<typeof pinnedRules>
