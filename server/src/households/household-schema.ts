import { Type, type Static } from 'typebox'
import { outcomeSummary, submissionState } from '../submissions/submission-schema.ts'

/** One line of the list "Rà soát hộ": a household of the register or one first met in a submission. */
export const householdLine = Type.Object({
  id: Type.String(),
  label: Type.String(),
  place: Type.Optional(Type.String()),
  member_count: Type.Integer(),
  /** Made up for demonstration. */
  synthetic: Type.Boolean(),
  submission: Type.Optional(Type.Object({
    id: Type.String(),
    state: submissionState,
    reference_date: Type.String(),
    updated_at: Type.String(),
    outcomes: Type.Array(outcomeSummary),
  })),
  /** The submission sent last; a newer draft does not hide its result. */
  decided: Type.Optional(Type.Object({
    id: Type.String(),
    reference_date: Type.String(),
    updated_at: Type.String(),
    outcomes: Type.Array(outcomeSummary),
  })),
})

export const householdQuery = Type.Object({
  programme: Type.String(),
  /** Words of the names of members or of the place, without diacritics too, or a whole personal number. The head's name goes before the rest. */
  search: Type.Optional(Type.String({ maxLength: 100 })),
  /** `draft`: has a draft; `submitted`: has one that was sent; `none`: neither. */
  state: Type.Optional(Type.Union([Type.Literal('none'), Type.Literal('draft'), Type.Literal('submitted')])),
  offset: Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0 }),
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
})

export const householdList = Type.Object({ total: Type.Integer(), items: Type.Array(householdLine) })

export type HouseholdLine = Static<typeof householdLine>
export type HouseholdList = Static<typeof householdList>
