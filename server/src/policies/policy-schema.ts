import { Type, type Static } from 'typebox'
import type { Citation, CommonDocument, ForceSpan, Overlay, ProgrammeDocument, Release, Scope } from '@tieuchi/runtime'

export const text = Type.Object({ vi: Type.String(), en: Type.String() })

const inForce = { release: Type.String(), title: text, valid_from: Type.Optional(Type.String()), valid_to: Type.Optional(Type.String()) }

/** A programme and what is in force for the reader's unit on a day. */
export const programmeOnDate = Type.Object({
  id: Type.String(),
  title: text,
  /** Hash of the newest dictionary and code lists, for the titles of values. */
  common: Type.String(),
  /** The national release; absent: no rules are in force. */
  in_force: Type.Optional(Type.Object(inForce)),
  /** Local rules on top of it for the reader's unit, from the province downward; absent: none. */
  local: Type.Optional(Type.Array(Type.Object({ ...inForce, unit: Type.Object({ id: Type.String(), name: Type.String() }) }))),
  form: Type.Optional(Type.Object({ id: Type.String(), title: text })),
})

/** The content hashes of one programme: the national release, and where something local is in force the overlays on it, from the province downward. */
export const pinnedLayers = Type.Object({ national: Type.String(), local: Type.Optional(Type.Array(Type.String())) })

/** The content hashes an evaluation reads, by programme, and the version of what all share. */
export const pinnedRules = Type.Object({
  common: Type.String(),
  releases: Type.Record(Type.String(), pinnedLayers),
})

/**
 * What a form is asked by: the rules that judge it, and of every other programme whose pages stand in it what those pages read,
 * by the name of that programme.
 */
export const pinnedFormRules = Type.Object({
  ...pinnedRules.properties,
  pages: Type.Optional(Type.Record(Type.String(), Type.Record(Type.String(), pinnedLayers))),
})

export const releaseDocument = Type.Unsafe<Release | Overlay>(Type.Object({}, { additionalProperties: true }))
export const commonDocument = Type.Unsafe<CommonDocument>(Type.Object({}, { additionalProperties: true }))

const openObject = { additionalProperties: true }
const scope = Type.Unsafe<Scope>(Type.Union([Type.Literal('national'), Type.Object({ unit: Type.String() })]))

/** A programme through time: which release is in force on which days in each scope, and how that came about. */
export const programmeTimeline = Type.Object({
  programme: Type.Unsafe<ProgrammeDocument>(Type.Object({}, openObject)),
  /** Releases that were ever published, by hash. */
  releases: Type.Record(Type.String(), Type.Object({ title: text, changelog: text, legal_basis: Type.Array(Type.Unsafe<Citation>(Type.Object({}, openObject))), scope })),
  spans: Type.Array(Type.Object({ scope, spans: Type.Array(Type.Unsafe<ForceSpan>(Type.Object({}, openObject))) })),
  publications: Type.Array(Type.Object({
    scope, recorded_at: Type.String(), reason: Type.String(), published_by: Type.String(),
    release: Type.Optional(Type.String()), valid_from: Type.Optional(Type.String()), valid_to: Type.Optional(Type.String()),
  })),
})

export type ProgrammeTimeline = Static<typeof programmeTimeline>
export type ProgrammeOnDate = Static<typeof programmeOnDate>
export type PinnedRules = Static<typeof pinnedRules>
export type PinnedFormRules = Static<typeof pinnedFormRules>
