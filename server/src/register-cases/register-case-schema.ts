import type { HouseholdInput } from '@tieuchi/runtime'
import { Type, type Static } from 'typebox'
import { uuid } from '../drafts/draft-schema.ts'

/** Which household, as of which day. */
export const registerCaseRequest = Type.Object({ household: uuid, at: Type.String() }, { additionalProperties: false })

/** A household of the register as a case may know it. */
export const registerCase = Type.Object({
  at: Type.String(),
  given: Type.Unsafe<HouseholdInput>(Type.Object({}, { additionalProperties: true })),
  /** Questions that were answered and are left out, since the answer could say who it is. */
  left_out: Type.Array(Type.String()),
})

export type RegisterCaseRequest = Static<typeof registerCaseRequest>
export type RegisterCase = Static<typeof registerCase>
