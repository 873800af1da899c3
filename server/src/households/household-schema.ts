import { Type, type Static } from 'typebox'
import { sortParameter } from '../lists/list-sort.ts'
import { windowParameters } from '../lists/list-window.ts'
import { outcomeSummary, submissionState } from '../submissions/submission-schema.ts'
import { householdSorts } from './household-filter.ts'

const decidedReview = { id: Type.String(), reference_date: Type.String(), updated_at: Type.String() }

/** One line of the list "Rà soát hộ": a household of the register or one first met in a submission. */
export const householdLine = Type.Object({
  id: Type.String(),
  label: Type.String(),
  unit: Type.Object({ id: Type.String(), name: Type.String() }),
  place: Type.Optional(Type.String()),
  member_count: Type.Integer(),
  /** Made up for demonstration. */
  synthetic: Type.Boolean(),
  /** When anything of its review was changed last. */
  changed_at: Type.Optional(Type.String()),
  /** The submission opened last. */
  submission: Type.Optional(Type.Object({
    id: Type.String(),
    state: submissionState,
    reference_date: Type.String(),
    updated_at: Type.String(),
    outcomes: Type.Array(outcomeSummary),
  })),
  /** The result: that of the newest reference date, and of two for one date the one sent last. A newer draft does not hide it. */
  decided: Type.Optional(Type.Object({ ...decidedReview, outcomes: Type.Array(outcomeSummary) })),
  /** Where another was sent after it, for an earlier date: that one. */
  sent_since: Type.Optional(Type.Object(decidedReview)),
})

const filterParameters = {
  programme: Type.String(),
  /** Words of the names of members or of the place, without diacritics too, or a whole personal number. The head's name goes before the rest. */
  search: Type.Optional(Type.String({ maxLength: 100 })),
  /** `draft`: has a draft; `submitted`: has one that was sent; `none`: neither. */
  state: Type.Optional(Type.Union([Type.Literal('none'), Type.Literal('draft'), Type.Literal('submitted')])),
  /** Code of the result: the first outcome that takes its value from a list; or its state where there is no value. */
  result: Type.Optional(Type.String({ maxLength: 100 })),
  place: Type.Optional(Type.String({ maxLength: 300 })),
  /** Id of the unit the household lives in. */
  unit: Type.Optional(Type.String({ maxLength: 100 })),
  /** Without it: what fits a search best, then by place and name. What is not known goes last. */
  sort: Type.Optional(sortParameter(householdSorts)),
}

export const householdFilter = Type.Object(filterParameters)
export const householdQuery = Type.Object({ ...filterParameters, ...windowParameters })

/** `total` counts the whole list; absent where it was not asked for. */
export const householdList = Type.Object({ total: Type.Optional(Type.Integer()), items: Type.Array(householdLine) })

export const facetQuery = Type.Object({ programme: Type.String(), unit: Type.Optional(Type.String({ maxLength: 100 })) })

const counted = { count: Type.Integer() }

/** What the list can be narrowed to, with how many households each would leave. */
export const householdFacets = Type.Object({
  /** Units of the reader's area with households; none where it is one unit. */
  units: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), ...counted })),
  /** Places of the unit asked for, or of the reader's own. */
  places: Type.Array(Type.Object({ place: Type.String(), ...counted })),
  results: Type.Array(Type.Object({ result: Type.String(), list: Type.String(), ...counted })),
})

export type HouseholdFacets = Static<typeof householdFacets>
export type HouseholdLine = Static<typeof householdLine>
export type HouseholdList = Static<typeof householdList>
export type HouseholdQuery = Static<typeof householdQuery>
