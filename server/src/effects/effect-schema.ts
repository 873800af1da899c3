import type { Answer } from '@tieuchi/runtime'
import { Type, type Static } from 'typebox'
import { text } from '../policies/policy-schema.ts'

const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/** The days of a publication in question, and which part of the list to answer. */
export const effectQuery = Type.Object({
  valid_from: day,
  /** Absent: to the day before the next start already published, as publishing does. */
  valid_to: Type.Optional(day),
  offset: Type.Optional(Type.Integer({ minimum: 0 })),
  /** 50 unless said. */
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
}, { additionalProperties: false })

/** A withdrawal in question. */
export const withdrawalQuery = Type.Object({
  ...effectQuery.properties,
  programme: Type.String(),
  /** Id of the unit whose local rules are withdrawn; absent: the national rules. */
  unit: Type.Optional(Type.String()),
}, { additionalProperties: false })

/** An outcome or entitlement as it was decided, or as it would be. */
export const effectSide = Type.Object({
  state: Type.Union([Type.Literal('determined'), Type.Literal('undetermined'), Type.Literal('not_applicable'), Type.Literal('granted'), Type.Literal('refused')]),
  /** Value of an outcome, level of an entitlement. */
  value: Type.Optional(Type.Unsafe<Answer>({})),
  /** Of an entitlement. */
  amount: Type.Optional(Type.Number()),
})

/** One result that would be another. Where a side is absent, those rules have no such result. */
export const effectChange = Type.Object({
  layer: Type.Union([Type.Literal('national'), Type.Literal('local')]),
  kind: Type.Union([Type.Literal('outcome'), Type.Literal('entitlement')]),
  id: Type.String(),
  title: text,
  /** The code list of an outcome's values, the list of an entitlement's levels. */
  list: Type.Optional(Type.String()),
  /** Unit of an entitlement's amount or of an outcome's number. */
  unit: Type.Optional(Type.String()),
  /** Of a member, with the name the household gave. */
  member: Type.Optional(Type.Object({ id: Type.String(), name: Type.String() })),
  before: Type.Optional(effectSide),
  after: Type.Optional(effectSide),
})

/** A stored decision that would come out otherwise. It stays as it is; only a new submission decides anew. */
export const effectOnDecision = Type.Object({
  decision: Type.String(),
  submission: Type.String(),
  household: Type.String(),
  /** How lists call the household. */
  label: Type.String(),
  /** The commune on the day of the decision. */
  unit: Type.Object({ id: Type.String(), code: Type.String(), name: Type.String() }),
  programme: Type.String(),
  /** Day whose law it was decided by. */
  law_at: Type.String(),
  decided_at: Type.String(),
  changes: Type.Array(effectChange),
  /** Why those rules cannot judge the household at all; there are no changes then. */
  problem: Type.Optional(text),
})

/** Which stored decisions within the reader's area a publication would make come out otherwise, by commune and in the order they were made. */
export const effectList = Type.Object({
  valid_from: Type.String(),
  valid_to: Type.Optional(Type.String()),
  /** Decisions that were judged again. */
  checked: Type.Integer(),
  /** Those of them that would come out otherwise. */
  differing: Type.Integer(),
  /** Names the whole list; publishing takes it as the sign that this list was looked at. */
  seen: Type.String(),
  decisions: Type.Array(effectOnDecision),
})

export type EffectSide = Static<typeof effectSide>
export type EffectChange = Static<typeof effectChange>
export type EffectOnDecision = Static<typeof effectOnDecision>
export type EffectList = Static<typeof effectList>
