import type { Answers, EvaluationResult, HistoryEntry, MemberAnswers, Moment } from '@tieuchi/runtime'
import { Type, type Static } from 'typebox'
import { pinnedFormRules } from '../policies/policy-schema.ts'
import { unitOnDate } from '../units/unit-schema.ts'

export const submissionState = Type.Union([Type.Literal('draft'), Type.Literal('submitted')])

export const uuidPattern = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'

const isoDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const openObject = { additionalProperties: true }

export const moment = Type.Unsafe<Moment>(Type.Object({ law_at: isoDate, facts_at: isoDate, unit_at: isoDate }, { additionalProperties: false }))

const memberAnswers = Type.Object({ id: Type.String() }, openObject)

/** What an officer enters. Checked against the dictionary, not here. */
export const submissionAnswers = Type.Object({
  household: Type.Unsafe<Answers>(Type.Object({}, openObject)),
  members: Type.Unsafe<readonly MemberAnswers[]>(Type.Array(memberAnswers)),
  /** Who joined the household since the register knew it, and how, by member id. */
  arrivals: Type.Optional(Type.Record(Type.String(), Type.Object({ how: Type.Union([Type.Literal('born'), Type.Literal('joined')]), on: Type.Optional(isoDate) }, { additionalProperties: false }))),
  /** Who of those it knew is no longer of the household, and how, by member id, with what was known of them. */
  departures: Type.Optional(Type.Record(Type.String(), Type.Object({
    how: Type.Union([Type.Literal('left'), Type.Literal('died')]),
    on: Type.Optional(isoDate),
    answers: Type.Unsafe<MemberAnswers>(memberAnswers),
  }, { additionalProperties: false }))),
}, { additionalProperties: false })

/** An outcome as lists show it. */
export const outcomeSummary = Type.Object({
  id: Type.String(),
  state: Type.Union([Type.Literal('determined'), Type.Literal('undetermined'), Type.Literal('not_applicable')]),
  value: Type.Optional(Type.Unsafe<boolean | number | string | readonly string[]>({})),
  list: Type.Optional(Type.String()),
})

/** Rules in force for the moment of a submission that are others than those it is judged by, with the form they ask by. */
export const newerRules = Type.Object({ rules: pinnedFormRules, form: Type.String() })

export const submission = Type.Object({
  id: Type.String(),
  household: Type.String(),
  label: Type.String(),
  unit: unitOnDate,
  programme: Type.String(),
  form: Type.String(),
  moment,
  /** The rules this submission is judged by; they stay when newer ones appear. */
  rules: pinnedFormRules,
  /** Where rules published since would judge or ask otherwise: a draft is to move to them, what was sent may be reviewed anew. */
  newer: Type.Optional(newerRules),
  state: submissionState,
  /** Raised by each save; a save must name the one it saw. */
  version: Type.Integer(),
  answers: submissionAnswers,
  /** Of a draft: members the register knows on its day, by id; absent where it knows nothing of the household. */
  known_members: Type.Optional(Type.Array(Type.String())),
  /** Earlier decisions that its rules read, as `HouseholdInput` has them; absent where none are known. */
  history: Type.Optional(Type.Unsafe<readonly HistoryEntry[]>(Type.Array(Type.Object({}, openObject)))),
  history_from: Type.Optional(isoDate),
  updated_at: Type.String(),
  /** Who saved or sent it last. */
  updated_by: Type.Object({ id: Type.String(), name: Type.String() }),
  /** Set once submitted. */
  decision: Type.Optional(Type.String()),
  /** The submission sent last for the same household, programme and reference date, where that was after this one. */
  corrected_by: Type.Optional(Type.String()),
})

export const newSubmission = Type.Object({
  programme: Type.String(),
  reference_date: isoDate,
  /** A household of the register; absent for one met for the first time. */
  household: Type.Optional(Type.String({ pattern: uuidPattern })),
  /** A sent submission of the household whose answers are taken over, all of them. */
  copy_of: Type.Optional(Type.String({ pattern: uuidPattern })),
  /** Code of the commune of a household met for the first time; absent: the officer's own. */
  unit: Type.Optional(Type.String()),
}, { additionalProperties: false })

export const savedAnswers = Type.Object({ version: Type.Integer(), answers: submissionAnswers }, { additionalProperties: false })
export const saved = Type.Object({ version: Type.Integer(), updated_at: Type.String() })
export const changedDate = Type.Object({ version: Type.Integer(), reference_date: isoDate }, { additionalProperties: false })
export const moved = Type.Object({ version: Type.Integer() }, { additionalProperties: false })
export const submitted = Type.Object({ version: Type.Integer(), reasons: Type.Optional(Type.Record(Type.String(), Type.String({ minLength: 1, maxLength: 1000 }))) }, { additionalProperties: false })

/** Results keyed by layer: `national`, and `local` where the rules pin something local. */
export const layerResults = Type.Record(Type.String(), Type.Unsafe<EvaluationResult>(Type.Object({}, openObject)))

export type NewerRules = Static<typeof newerRules>
export type Submission = Static<typeof submission>
export type SubmissionAnswers = Static<typeof submissionAnswers>
export type OutcomeSummary = Static<typeof outcomeSummary>
export type NewSubmission = Static<typeof newSubmission>
export type SavedAnswers = Static<typeof savedAnswers>
export type Saved = Static<typeof saved>
export type ChangedDate = Static<typeof changedDate>
export type Submitted = Static<typeof submitted>
