import { Type, type Static } from 'typebox'
import { sortParameter, type ListSort } from '../lists/list-sort.ts'
import { windowParameters } from '../lists/list-window.ts'
import { outcomeSummary, submissionState } from './submission-schema.ts'

/** What the list of submissions can be sorted by: `date` is the reference date, `changed` when it was changed last. */
export const submissionSorts = ['name', 'programme', 'state', 'date', 'result', 'changed'] as const
export type SubmissionSort = ListSort<(typeof submissionSorts)[number]>

/**
 * What a sent submission is to its household now: `current`, the result that counts; `earlier`, the result of an earlier reference
 * date; `replaced`, one for a date that was reviewed again since.
 */
export const standing = Type.Union([Type.Literal('current'), Type.Literal('earlier'), Type.Literal('replaced')])

/** One line of the list "Phiếu rà soát". */
export const submissionLine = Type.Object({
  id: Type.String(),
  household: Type.String(),
  label: Type.String(),
  unit: Type.Object({ id: Type.String(), name: Type.String() }),
  place: Type.Optional(Type.String()),
  programme: Type.String(),
  state: submissionState,
  reference_date: Type.String(),
  outcomes: Type.Array(outcomeSummary),
  /** Of what was sent. */
  standing: Type.Optional(standing),
  /** Sent when a result for a later date was there already. */
  belated: Type.Boolean(),
  changed_at: Type.String(),
  changed_by: Type.Object({ id: Type.String(), name: Type.String() }),
})

const filterParameters = {
  programme: Type.Optional(Type.String()),
  /** Words of the name it was sent under, of members or the place, without diacritics too, or a whole personal number. */
  search: Type.Optional(Type.String({ maxLength: 100 })),
  state: Type.Optional(submissionState),
  /** Code of the result, or its state where there is no value. */
  result: Type.Optional(Type.String({ maxLength: 100 })),
  /** Only those the reader opened or changed last. */
  mine: Type.Optional(Type.Boolean()),
  /** Id of the unit. */
  unit: Type.Optional(Type.String({ maxLength: 100 })),
  /** Without it the one changed last comes first. What is not known goes last. */
  sort: Type.Optional(sortParameter(submissionSorts)),
}

export const submissionFilter = Type.Object(filterParameters)
export const submissionQuery = Type.Object({ ...filterParameters, ...windowParameters })

/** `total` counts the whole list; absent where it was not asked for. */
export const submissionList = Type.Object({ total: Type.Optional(Type.Integer()), items: Type.Array(submissionLine) })

/** Results that submissions of the reader's area have, with how many. */
export const submissionFacets = Type.Object({
  results: Type.Array(Type.Object({ result: Type.String(), list: Type.String(), count: Type.Integer() })),
})

export type SubmissionFilter = Static<typeof submissionFilter>
export type SubmissionQuery = Static<typeof submissionQuery>
export type SubmissionLine = Static<typeof submissionLine>
export type SubmissionList = Static<typeof submissionList>
export type SubmissionFacets = Static<typeof submissionFacets>
