import { Type } from 'typebox'
import type { Answer, Question } from '@tieuchi/runtime'

const open = { additionalProperties: true }
/** The list stands before the text: whatever can be written as a text is taken for one. */
const answer = Type.Unsafe<Answer>({ type: ['boolean', 'number', 'array', 'string'], items: { type: 'string' } })
const missing = Type.Optional(Type.Array(Type.Unsafe<Question>(Type.Object({ field: Type.String(), member: Type.Optional(Type.String()) }))))

const outcome = {
  id: Type.String(),
  state: Type.Union([Type.Literal('determined'), Type.Literal('undetermined'), Type.Literal('not_applicable')]),
  value: Type.Optional(answer),
  /** Where undetermined and only these are left. */
  possible: Type.Optional(Type.Array(answer)),
  /** Answers that can still decide. */
  missing,
}

const entitlement = {
  id: Type.String(),
  /** Whose it is, where it is one of members. */
  member: Type.Optional(Type.String()),
  state: Type.Union([Type.Literal('granted'), Type.Literal('refused'), Type.Literal('undetermined')]),
  level: Type.Optional(answer),
  amount: Type.Optional(Type.Number()),
  missing,
}

const bare = Type.Object(outcome)
const titled = Type.Object({ ...outcome, title: Type.Object({ vi: Type.String(), en: Type.String() }) }, open)

/** What a programme says of one household in one layer, as a stream tells it. */
export const toldLayer = Type.Object({
  outcomes: Type.Array(bare),
  member_outcomes: Type.Record(Type.String(), Type.Array(bare)),
  entitlements: Type.Array(Type.Object({ ...entitlement, at_most: Type.Optional(Type.Number()), from: Type.Optional(Type.String()), to: Type.Optional(Type.String()) })),
})

/** The same with titles and grounds, rules and facts. */
export const fullLayer = Type.Object({
  outcomes: Type.Array(titled),
  member_outcomes: Type.Record(Type.String(), Type.Array(titled)),
  entitlements: Type.Array(Type.Object({ ...entitlement, title: Type.Object({ vi: Type.String(), en: Type.String() }) }, open)),
}, open)
